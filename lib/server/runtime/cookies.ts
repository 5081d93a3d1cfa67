import "server-only";
import { cookies } from "next/headers";
import { cookieName } from "@/lib/cookie-names";
import { env } from "./env";

/** The name of one of our cookies in this installation. */
export function ownCookie(name: string): string {
  return cookieName(env().APP_URL, name);
}

/** What all of our cookies that the server sets have in common. */
export function cookieOptions() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: env().APP_URL.startsWith("https://") } as const;
}

export async function readOwnCookie(name: string): Promise<string | undefined> {
  return (await cookies()).get(ownCookie(name))?.value;
}

/** @param maxAge seconds; 0 takes the cookie away */
export async function setOwnCookie(
  name: string,
  value: string,
  maxAge: number,
  options: { sameSite?: "strict" } = {},
): Promise<void> {
  (await cookies()).set(ownCookie(name), value, { ...cookieOptions(), ...options, maxAge });
}
