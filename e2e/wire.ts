import type { APIResponse, BrowserContext, Page, Request } from "@playwright/test";

/** A call of a server action as it went over the wire: what somebody at the keyboard can repeat, change, and send as another. */
export interface WireCall {
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** The first call of an action whose arguments hold `text`, that is made while `act` goes on. */
export async function callOf(page: Page, text: string, act: () => Promise<unknown>): Promise<WireCall> {
  const isIt = (request: Request) => "next-action" in request.headers() && (request.postData() ?? "").includes(text);
  const [request] = await Promise.all([page.waitForRequest(isIt), act()]);
  const { "next-action": action = "", "content-type": type = "", origin = "" } = await request.allHeaders();
  return {
    url: request.url(),
    headers: { "next-action": action, "content-type": type, origin, accept: "text/x-component" },
    body: request.postData() ?? "",
  };
}

/** Sends a call again, with the cookies of whoever the context belongs to. */
export function send(context: BrowserContext, call: WireCall): Promise<APIResponse> {
  return context.request.post(call.url, { headers: call.headers, data: call.body, maxRedirects: 0 });
}

/** Creates a model from the defaults by the pages, and gives its id. */
export async function createModel(page: Page, name: string): Promise<string> {
  await page.goto("/models/new");
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Create the model" }).click();
  await page.waitForURL(/\/models\/[0-9a-f-]{36}$/);
  return page.url().slice(-36);
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
