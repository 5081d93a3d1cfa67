import { expect, type Page } from "@playwright/test";
import { byPagesOnce } from "./replay";

/** Makes a model, the first of its kind by the pages and later ones by the same call, which leaves the page as it is and is answered. */
function make(page: Page, name: string, template: string, inputs?: Start["inputs"]): Promise<string | null> {
  return byPagesOnce(page, {
    name: `make a model: ${template}`,
    holds: "templateKey",
    byPages: () => createByPages(page, name, template),
    again: (first, ...others) => [{ ...first, name, ...(inputs && { inputs }) }, ...others],
  });
}

/** Makes as many blank models without opening them, for lists. */
export async function makeModels(page: Page, names: readonly string[]): Promise<void> {
  for (const name of names) await makeModel(page, name);
}

interface Start {
  template?: string;
  /** In place of the template's own. */
  inputs?: Record<string, number | string>;
}

/** Makes a model without opening it, for tests that begin on another page or with other figures. Returns its id. */
export async function makeModel(page: Page, name: string, start: Start = {}): Promise<string> {
  const { template = "Default service", inputs } = start;
  let answer = await make(page, name, template, inputs);
  // The pages take no figures: what they made stays behind.
  if (answer === null && inputs !== undefined) answer = await make(page, name, template, inputs);
  const id = answer === null ? page.url().slice(-36) : /"id":"([0-9a-f-]{36})"/.exec(answer)?.[1];
  if (id === undefined) throw new Error(`no id in ${answer}`);
  return id;
}

/** Makes a model from a template, or a blank one, and opens it. Returns its address. */
export async function createModel(page: Page, name: string, template?: string): Promise<string> {
  const id = await makeModel(page, name, { ...(template !== undefined && { template }) });
  if (!page.url().endsWith(id)) await page.goto(`/models/${id}`);
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
