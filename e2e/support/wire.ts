import type { Page } from "@playwright/test";
import { createModel as createModelAt } from "./create-model";

export { callOf, send } from "./wire-call";

/** Creates a model from the defaults, opens it, and gives its id. */
export async function createModel(page: Page, name: string): Promise<string> {
  return (await createModelAt(page, name)).slice(-36);
}

/** Renames the model that is open, and waits until that is saved. */
export async function renameModel(page: Page, name: string): Promise<void> {
  await page.getByLabel("Name of the model").fill(name);
  await page.getByText("Saving…").waitFor();
  await page.getByText(/^Saved/).waitFor();
}

/** Makes a one-time link to the model by the pages. */
export async function inviteLink(
  page: Page,
  modelId: string,
  email: string,
  role: "viewer" | "commenter" | "editor",
): Promise<string> {
  await page.goto(`/models/${modelId}/share`);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Role", { exact: true }).selectOption(role);
  await page.getByRole("button", { name: "Make a link" }).click();
  return page.getByLabel("One-time link").inputValue();
}
