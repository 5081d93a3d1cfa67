import type { APIRequestContext } from "@playwright/test";
import { test as base, confirmWhereAsked, type Person } from "./fixtures";

/** Makes a token by the pages and gives it. */
export async function makeToken({ page }: Person, { write = false } = {}): Promise<string> {
  await page.goto("/settings/tokens");
  await page.getByLabel("Name").fill("Monthly report");
  if (write) await page.getByLabel("Create and change models").check();
  await page.getByRole("button", { name: "Make a token" }).click();
  const tokenField = page.getByLabel("Token", { exact: true });
  await confirmWhereAsked(page, tokenField);
  return tokenField.inputValue();
}

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** A program without Ada's cookies, which has a token of hers and may write. */
export const test = base.extend<{ api: APIRequestContext }>({
  api: async ({ ada, playwright, baseURL }, use) => {
    const token = await makeToken(ada, { write: true });
    const api = await playwright.request.newContext({ baseURL: baseURL ?? "", extraHTTPHeaders: bearer(token) });
    await use(api);
    await api.dispose();
  },
});
