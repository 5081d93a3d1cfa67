import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** What asks for an answer only where it is another than last time: the API looks at it, no page does. */
const ofLastTime = new Set(["if-modified-since", "if-none-match"]);

/**
 * Headers that nothing looks at: they tell how an answer travels, and not what it is. All others are of the key, those too of which nothing is
 * known, so that what a page may come to look at is never left out.
 */
const ofTheWay = new Set([
  "accept-encoding",
  "cache-control",
  "connection",
  "dnt",
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
 * All that a page, or an answer of the API, may know of its request: the cookies of its reader among it, and the token of its program.
 *
 * @param sessionCookie without it nobody has signed in, and no page is kept
 * @returns 32 bytes in base64; null for requests that are for neither, or not by a signed-in person or a program with a token
 */
export function pageKey({ method, url = "/", headers }: IncomingMessage, sessionCookie: string): string | null {
  if (method !== "GET") return null;
  const isByProgram = url.startsWith("/api/v1/");
  if (isByProgram ? headers.authorization === undefined : !isByReader(url, headers, sessionCookie)) return null;
  const known = Object.entries(headers)
    .filter(([name]) => !isOfTheWay(name) && (isByProgram || !ofLastTime.has(name)))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify([url, known]))
    .digest("base64");
}

function isByReader(url: string, { cookie = "" }: IncomingMessage["headers"], sessionCookie: string): boolean {
  return !/^\/(api|_next)\//.test(url) && cookie.includes(`${sessionCookie}=`);
}
