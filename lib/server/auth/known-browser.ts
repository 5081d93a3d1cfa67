import "server-only";
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { readOwnCookie, setOwnCookie } from "@/lib/server/runtime/cookies";
import { env } from "@/lib/server/runtime/env";

const name = "known-browser";
const year = 365 * 24 * 60 * 60;

function sealOf(id: string, email: string): string {
  return createHmac("sha256", env().NEXTAUTH_SECRET).update(`known browser\n${id}\n${email}`).digest("base64url");
}

/** Marks this browser as one in which the account has signed in. It opens nothing: it only keeps other people's failures from slowing the owner. */
export async function rememberBrowser(email: string): Promise<void> {
  const id = randomBytes(16).toString("base64url");
  await setOwnCookie(name, `${id}.${sealOf(id, email)}`, year);
}

/** The browser's id where the account has signed in here before, else null. */
export async function knownBrowser(email: string): Promise<string | null> {
  return idOfKnownBrowser(await readOwnCookie(name), email);
}

export function idOfKnownBrowser(cookie: string | undefined, email: string): string | null {
  const [id, seal] = (cookie ?? "").split(".");
  if (!id || !seal) return null;
  const given = Buffer.from(seal);
  const right = Buffer.from(sealOf(id, email));
  return given.length === right.length && timingSafeEqual(given, right) ? id : null;
}
