import "server-only";
import { cookies } from "next/headers";
import { type GetTokenParams, getToken } from "next-auth/jwt";
import { cache } from "react";
import { decodeOnce } from "@/lib/server/crypto/decode-once";
import { ownCookie } from "@/lib/server/runtime/cookies";
import { env } from "@/lib/server/runtime/env";
import { inScope } from "@/lib/server/runtime/scope";
import { type SessionUser, userOfSession } from "./person";
import { isSightingDue } from "./session-rules";

/** The person who is signed in, or null; the session is looked up once a request. */
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

/** Whose session this is, or null; notes now and then that it was seen. */
export async function continueSession(token: string): Promise<SessionUser | null> {
  const user = await userOfSession(token);
  const now = new Date();
  if (user && isSightingDue(user.seenAt, now)) {
    await inScope({ user: user.id }, (tx) =>
      tx.session.updateMany({
        where: { id: user.sessionId, userId: user.id, endedAt: null },
        data: { seenAt: now },
      }),
    );
  }
  return user;
}
