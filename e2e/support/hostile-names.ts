import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { confirmWhereAsked } from "./fixtures";
import { proposeDecision } from "./propose";
import { inviteLink } from "./wire";

/** It would set `window.ran` as markup, as an attribute, as a script's text, and as a formula of Mantine's or React's. */
const script = `"'><img src=x onerror=ran=1><script>ran=1</script>{{ran=1}}`;

/** What would run where it is not text, and goes on in a word without a space at which it could be broken, of the widest letter. */
const hostile = (length = 120) => script.padEnd(length, "W");

/** No script of a stored text has run on a page. What the browser's policy would have stopped shows in the console, and fails the test on its own. */
export async function expectNothingRan(page: Page): Promise<void> {
  expect(await page.evaluate(() => "ran" in window), `a script ran on ${page.url()}`).toBe(false);
  await expect(page.locator("img[src=x]")).toHaveCount(0);
}

/** A stored text stands on a page as it was typed. */
export const expectShownAsText = (page: Page) => expect(page.getByText("<script>ran=1</script>").first()).toBeVisible();

/**
 * A model with all that its pages show, in which every field that keeps text, and every name of its owner's, holds a hostile one.
 *
 * @param page the owner's
 * @param api that belongs to no person
 * @param guest whose address a one-time link is for
 */
export async function hostileModel(page: Page, api: APIRequestContext, guest: string) {
  await nameOwner(page);
  const model = await makeModel(api, await makeToken(page));
  const invitation = await inviteLink(page, model, guest, "editor");
  await page.getByLabel("What it is for").fill(hostile(100));
  await page.getByRole("button", { name: "Make a read-only link" }).click();
  const link = await page.getByLabel("Read-only link", { exact: true }).inputValue();
  await page.goto(`/models/${model}/scenarios`);
  await page.getByRole("button", { name: "New scenario" }).click();
  await page.getByLabel(/^Name of Scenario \d+$/).fill(hostile(100));
  await expect(page.getByText("Saving…").first()).toBeVisible();
  await expect(page.getByText(/^Saved/).first()).toBeVisible();
  await proposeDecision(page, model, { title: hostile(100), approvers: [hostile(100)] });
  await page.goto(`/models/${model}/history`);
  await page.getByRole("button", { name: "Add a note on revision 1" }).click();
  await page.getByLabel("Note on revision 1").fill(hostile(100));
  await page.getByRole("button", { name: "Save the note" }).click();
  await expect(page.getByRole("button", { name: "Save the note" })).toHaveCount(0);
  // Who saved it, and the note.
  await expect(page.getByRole("listitem").locator("p").getByText(hostile(100), { exact: true })).toHaveCount(2);
  await page.goto(`/models/${model}/comments`);
  await page.getByLabel("New comment on the model").fill(hostile());
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(page.getByRole("article")).toContainText(hostile());
  return { model, invitation: new URL(invitation).pathname, link: new URL(link).pathname };
}

/** The page's person and their organisation. */
async function nameOwner(page: Page): Promise<void> {
  await page.goto("/settings/profile");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(hostile(100));
  await page.getByRole("button", { name: "Save the name" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.goto("/settings/organisation");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(hostile());
  // The page is loaded anew, so that its header has the name.
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Save", exact: true }).click()]);
}

async function makeToken(page: Page): Promise<string> {
  await page.goto("/settings/tokens");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(hostile(100));
  await page.getByLabel("Create and change models").check();
  await page.getByLabel("Change the organisation’s figures").check();
  await page.getByRole("button", { name: "Make a token" }).click();
  const token = page.getByLabel("Token", { exact: true });
  await confirmWhereAsked(page, token);
  return token.inputValue();
}

/** A figure of the organisation, and a model that begins with it. */
async function makeModel(api: APIRequestContext, token: string): Promise<string> {
  const headers = { authorization: `Bearer ${token}` };
  const noted = { note: hostile(), source: hostile() };
  const figure = await api.put("/api/v1/figures/users", {
    headers: { ...headers, "if-none-match": "*" },
    data: { ...noted, value: 50_000, owner: hostile(100) },
  });
  expect(figure.status(), await figure.text()).toBe(201);
  const made = await api.post("/api/v1/models", {
    headers,
    data: {
      name: hostile(),
      description: hostile(300),
      customLines: [{ label: hostile(), category: "software", architectures: ["cloud"], kind: "monthly", amount: 100 }],
      billLines: [{ ...noted, label: hostile(), amount: 1 }],
      notes: { users: noted },
    },
  });
  expect(made.status(), await made.text()).toBe(201);
  return (await made.json()).id;
}
