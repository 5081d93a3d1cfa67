import { expect, type Page } from "@playwright/test";
import { createModel as createModelAt, makeModel } from "./create-model";
import { siteOf } from "./replay";
import { callOf, send, type WireCall } from "./wire-call";

export { callOf, send };

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

interface Saved {
  id: string;
  save: WireCall;
}

/** The first save of each site. */
const saves = new Map<string, Saved & { name: string }>();

/**
 * Makes a model of the defaults and saves it under another name, which is its second revision. Returns the call that saved it: sent by the
 * page once in each worker, and again with another id and name later on, which leaves the page as it is.
 */
export async function savedModel(page: Page, from: string, to: string): Promise<Saved> {
  const first = saves.get(siteOf(page.context()));
  if (first === undefined) {
    const id = await createModel(page, from);
    const save = await callOf(page, to, () => renameModel(page, to));
    saves.set(siteOf(page.context()), { id, save, name: to });
    return { id, save };
  }
  const id = await makeModel(page, from);
  const aimed = (text: string) => text.replaceAll(first.id, id).replace(first.name, to);
  const save = { ...first.save, url: aimed(first.save.url), body: aimed(first.save.body) };
  expect(await (await send(page.context(), save)).text()).toContain('"kind":"saved"');
  return { id, save };
}

/** The name of a model as it is stored, from its file. */
export async function storedName(page: Page, id: string): Promise<string> {
  const file = await page.request.get(`/models/${id}/export/model.json`);
  return (await file.json()).model.name;
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
