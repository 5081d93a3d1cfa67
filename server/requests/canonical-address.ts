import type { IncomingMessage } from "node:http";

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * Where a page is that was opened under another name of the same machine (127.0.0.1 for localhost). Cookies and the policy for forms
 * belong to one host: under the other name the pages would load, and signing in would do nothing.
 *
 * @param appUrl the installation's origin
 * @returns null where the page was opened under its own name, or what came is no opening of a page
 */
export function canonicalAddress(
  { method, url = "", headers }: Pick<IncomingMessage, "method" | "url" | "headers">,
  appUrl: string,
): string | null {
  if (method !== "GET" && method !== "HEAD") return null;
  const own = new URL(appUrl);
  const [, asked = ""] = /^(.*?)(?::\d+)?$/.exec(headers.host ?? "") ?? [];
  if (!loopback.test(own.hostname) || !loopback.test(asked) || asked === own.hostname) return null;
  return url.startsWith("/") ? own.origin + url : null;
}
