import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { type GetTokenParams, getToken } from "next-auth/jwt";
import { cache } from "react";
import { routes } from "@/lib/routes";
import type { SessionUser } from "@/lib/server/access";
import { ownCookie } from "@/lib/server/cookies";
import { env } from "@/lib/server/env";
import { decodeOnce } from "./decode-once";
import { continueSession } from "./sessions";

/** Whoever is signed in, or null; the session is looked up once a request. */
export const currentUser = cache(async (): Promise<SessionUser | null> => {
  // Only the cookie: next-auth would take a Bearer header too, which no page of ours sends.
  const request = { cookies: await cookies(), headers: new Headers() } as unknown as GetTokenParams["req"];
  const token = await getToken({
    req: request,
    secret: env().NEXTAUTH_SECRET,
    cookieName: ownCookie("session"),
    decode: decodeOnce,
  });
  return typeof token?.sessionToken === "string" ? continueSession(token.sessionToken) : null;
});

/** Whoever is signed in; anybody else is sent to sign in and comes back. */
export async function requireUser(): Promise<SessionUser> {
  const user = await currentUser();
  if (user) return user;
  const path = (await headers()).get("x-path");
  redirect(path ? `${routes.signIn}?callbackUrl=${encodeURIComponent(path)}` : routes.signIn);
}
