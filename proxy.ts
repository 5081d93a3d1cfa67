import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "@/lib/content-security-policy";
import { env } from "@/lib/server/runtime/env";
import { requestIdHeader } from "@/lib/web-process/request-headers";

const isDevelopment = process.env.NODE_ENV === "development";

/**
 * Sets what every answer carries: the Content-Security-Policy with a nonce of its own, the usual headers, and a request id for the log.
 * It decides nothing about who may see what; that is done beside the data (lib/server/access).
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, isDevelopment);
  // server/server.ts makes it, and writes it beside the request in the log.
  const requestId = request.headers.get(requestIdHeader) ?? crypto.randomUUID();

  const headers = new Headers(request.headers);
  // Next.js reads the nonce for its own scripts from the policy on the request.
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  headers.set(requestIdHeader, requestId);
  // Where to come back to after signing in.
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set(requestIdHeader, requestId);
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("referrer-policy", "same-origin");
  response.headers.set("cross-origin-opener-policy", "same-origin");
  response.headers.set("cross-origin-resource-policy", "same-origin");
  response.headers.set("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  // The address of a link is a secret: no other site is told it, nothing keeps the page, and no search engine lists it.
  if (request.nextUrl.pathname.startsWith("/s/")) {
    response.headers.set("referrer-policy", "no-referrer");
    response.headers.set("x-robots-tag", "noindex, nofollow, noarchive");
    response.headers.set("cache-control", "private, no-store");
  }
  // Over plain http the header would be ignored at best, and lock a later visitor out at worst.
  if (env().APP_URL.startsWith("https://")) {
    response.headers.set("strict-transport-security", "max-age=31536000");
  }
  return response;
}

export const config = {
  // Files with a hash in their name need no policy of their own.
  matcher: ["/((?!_next/static/|_next/image/).*)"],
};
