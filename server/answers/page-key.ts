import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";

/**
 * Headers that no page looks at: they tell how an answer travels, and not what it is. All others are of the key, those too of which nothing is
 * known, so that what a page may come to look at is never left out.
 */
const ofTheWay = new Set([
  "accept-encoding",
  "cache-control",
  "connection",
  "dnt",
  "if-modified-since",
  "if-none-match",
  "keep-alive",
  "pragma",
  "priority",
  "referer",
  "te",
  "upgrade-insecure-requests",
  // Made anew for each request by this server.
  "content-security-policy",
  "x-nonce",
  "x-request-id",
]);
const isOfTheWay = (name: string) => ofTheWay.has(name) || name.startsWith("sec-fetch-");

/**
 * All that a page may know of its request, the cookies of its reader among it.
 *
 * @param sessionCookie without it nobody has signed in, and nothing is kept
 * @returns 32 bytes in base64; null for requests that are not for a page, or not by a signed-in person
 */
export function pageKey({ method, url = "/", headers }: IncomingMessage, sessionCookie: string): string | null {
  if (method !== "GET" || /^\/(api|_next)\//.test(url)) return null;
  if (!headers.cookie?.includes(`${sessionCookie}=`)) return null;
  const known = Object.entries(headers)
    .filter(([name]) => !isOfTheWay(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify([url, known]))
    .digest("base64");
}
