import type { APIResponse, BrowserContext, Page, Request } from "@playwright/test";

/** A call of a server action as it went over the wire, which a person can repeat, change, and send as another. */
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

/** Sends a call again, with the cookies of the context. */
export function send(context: BrowserContext, call: WireCall): Promise<APIResponse> {
  return context.request.post(call.url, { headers: call.headers, data: call.body, maxRedirects: 0 });
}
