import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { contentSecurityPolicy } from "@/lib/content-security-policy";
import { requestIdHeader } from "@/lib/web-process/request-headers";

interface Installation {
  appUrl: string;
  isDevelopment: boolean;
}

/** Files with a hash in their name need no policy of their own, and only to be taken for what they are. */
const files = /^\/_next\/(static|image)\//;
/** Pages whose address holds a token: who knows the address may see them, or act by it. */
const secretAddresses = /^\/(s|d|invitations|reset|sign-in\/link|settings\/profile\/address)\/./;

/**
 * What every answer carries: the Content-Security-Policy with a nonce of its own, the usual headers, and the request's id in the log. It
 * decides nothing about who may see what; that is done beside the data (lib/server/access).
 *
 * Here and not in Next.js' proxy, which makes a request and an answer of the web's kind of each of Node's and back again
 * (docs/decisions/063-lists-and-load.md).
 */
export function answerHeaders({ appUrl, isDevelopment }: Installation) {
  const isSecure = appUrl.startsWith("https://");
  const policy = contentSecurityPolicy("{nonce}", isDevelopment).split("{nonce}");

  return (request: IncomingMessage, response: ServerResponse, requestId: string): void => {
    const { headers, url = "/" } = request;
    response.setHeader("x-content-type-options", "nosniff");
    if (files.test(url)) return;
    const nonce = randomBytes(16).toString("base64");
    const ownPolicy = policy.join(nonce);
    // Next.js reads the nonce for its own scripts from the policy on the request.
    headers["content-security-policy"] = ownPolicy;
    delete headers["content-security-policy-report-only"];
    headers["x-nonce"] = nonce;
    // Where to come back to after signing in.
    headers["x-path"] = pathOf(url);

    response.setHeader("content-security-policy", ownPolicy);
    response.setHeader(requestIdHeader, requestId);
    response.setHeader("referrer-policy", "same-origin");
    response.setHeader("cross-origin-opener-policy", "same-origin");
    response.setHeader("cross-origin-resource-policy", "same-origin");
    response.setHeader("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    // No other site is told the address, nothing keeps the page, and no search engine lists it.
    if (secretAddresses.test(url)) {
      response.setHeader("x-robots-tag", "noindex, nofollow, noarchive");
      response.setHeader("cache-control", "private, no-store");
    }
    // A model leads to sources on other sites, and the next page here is not told where its reader came from either.
    if (url.startsWith("/s/")) response.setHeader("referrer-policy", "no-referrer");
    // Over plain http the header would be ignored at best, and lock a later visitor out at worst.
    if (isSecure) response.setHeader("strict-transport-security", "max-age=31536000");
  };
}

/** The address of the page that is asked for, without what Next.js adds where it asks for a page's data alone. */
function pathOf(target: string): string {
  const { pathname, search, searchParams } = new URL(`http://own.invalid${target}`);
  if (!searchParams.has("_rsc")) return pathname + search;
  searchParams.delete("_rsc");
  return pathname + (searchParams.size === 0 ? "" : `?${searchParams}`);
}
