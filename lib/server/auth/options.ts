import "server-only";
import { headers } from "next/headers";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { routes } from "@/lib/routes";
import { env } from "@/lib/server/env";
import { logger } from "@/lib/server/logger";
import { requestOriginOf } from "@/lib/server/request";
import { ownPath } from "./own-path";
import { sessionMaxAgeSeconds } from "./session-rules";
import { endSession } from "./sessions";
import { signIn } from "./sign-in";

/** next-auth's settings. Its token holds nothing but the session's own, which is looked up in the database each request. */
export function authOptions(): NextAuthOptions {
  const { APP_URL, NEXTAUTH_SECRET } = env();
  // next-auth reads its own address from the environment only; without it, it would take the Host header's word.
  process.env.NEXTAUTH_URL = APP_URL;
  return {
    secret: NEXTAUTH_SECRET,
    useSecureCookies: APP_URL.startsWith("https://"),
    session: { strategy: "jwt", maxAge: sessionMaxAgeSeconds },
    pages: { signIn: routes.signIn, signOut: routes.home, error: routes.signIn },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        // next-auth shows what is thrown to whoever signs in, so only the words of signIn's outcomes may leave here.
        async authorize(credentials) {
          const origin = requestOriginOf(await headers());
          const outcome = await signIn(credentials, origin).catch((error: unknown) => {
            logger.error({ requestId: origin.requestId, err: error }, "signing in failed");
            throw new Error("unavailable");
          });
          if (outcome.kind === "wait") throw new Error(`wait-${outcome.seconds}`);
          return outcome.kind === "signedIn" ? { id: "", sessionToken: outcome.sessionToken } : null;
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        const sessionToken = user ? (user as { sessionToken?: string }).sessionToken : token.sessionToken;
        return sessionToken ? { sessionToken } : {};
      },
      // Whoever asks for it in a browser learns when the cookie ends, and nothing else.
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => {
        const path = url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url;
        return new URL(ownPath(path, routes.models), baseUrl).href;
      },
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sessionToken === "string") await endSession(token.sessionToken);
      },
    },
    logger: {
      error: (code) => logger.warn({ code }, "next-auth refused a request"),
      warn: () => {},
      debug: () => {},
    },
  };
}
