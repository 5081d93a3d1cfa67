import { expect, type Page } from "@playwright/test";
import { byPagesOnce } from "./replay";

/** Makes a model, the first of its kind by the pages and later ones by the same call, which leaves the page as it is and is answered. */
function make(page: Page, name: string, template: string): Promise<string | null> {
  return byPagesOnce(page, {
    name: `make a model: ${template}`,
    holds: "templateKey",
    byPages: () => createByPages(page, name, template),
    argument: (first) => ({ ...first, name }),
  });
}

/** Makes as many blank models without opening them, for lists; one was made before. */
export async function makeModels(page: Page, names: readonly string[]): Promise<void> {
  for (const name of names) expect(await make(page, name, "Default service"), name).toMatch(/"id":"/);
}

/** Makes a model from a template, or a blank one, and opens it. Returns its address. */
export async function createModel(page: Page, name: string, template = "Default service"): Promise<string> {
  const answer = await make(page, name, template);
  if (answer !== null) {
    const id = /"id":"([0-9a-f-]{36})"/.exec(answer)?.[1];
    await page.goto(`/models/${id}`);
  }
  // Until it listens, what a test presses would be lost.
  await expect(page.getByLabel("Name of the model")).toBeEditable();
  return page.url();
}

async function createByPages(page: Page, name: string, template: string): Promise<void> {
  await page.goto("/models/new");
  await page.getByRole("radio", { name: new RegExp(`^${template}`) }).check();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Create the model" }).click();
  await page.waitForURL(/\/models\/[0-9a-f-]{36}$/);
}
