import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { cookies } from "next/headers";
import { cookieName } from "@/lib/cookie-names";
import { routes } from "@/lib/routes";
import { cookieOptions } from "@/lib/server/runtime/cookies";
import { env } from "@/lib/server/runtime/env";

const twelveHours = 12 * 60 * 60;

function sign(expires: string, linkId: string, passwordHash: string): string {
  const said = `share link\n${expires}\n${linkId}\n${passwordHash}`;
  return createHmac("sha256", env().NEXTAUTH_SECRET).update(said).digest("base64url");
}

/** What a browser keeps of having given a link's password: until when, and our signature. */
export function newLinkSeal(linkId: string, passwordHash: string, now = new Date()): string {
  const expires = String(now.getTime() + twelveHours * 1_000);
  return `${expires}.${sign(expires, linkId, passwordHash)}`;
}

export function isLinkSeal(seal: string | undefined, linkId: string, passwordHash: string, now = new Date()): boolean {
  const [expires, signature] = (seal ?? "").split(".");
  if (!expires || !signature || !(Number(expires) > now.getTime())) return false;
  const given = Buffer.from(signature);
  const right = Buffer.from(sign(expires, linkId, passwordHash));
  return given.length === right.length && timingSafeEqual(given, right);
}

function name(): string {
  return cookieName(env().APP_URL, "link", { isForWholeHost: false });
}

/** The browser sends it back under the link's own address only. */
export async function keepLinkSeal(token: string, seal: string): Promise<void> {
  (await cookies()).set(name(), seal, { ...cookieOptions(), path: routes.link(token), maxAge: twelveHours });
}

export async function givenLinkSeal(): Promise<string | undefined> {
  return (await cookies()).get(name())?.value;
}
