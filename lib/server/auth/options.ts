import "server-only";
import { headers } from "next/headers";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider, { type CredentialInput } from "next-auth/providers/credentials";
import { routes } from "@/lib/routes";
import { sessionMaxAgeSeconds } from "@/lib/server/access/session-rules";
import type { SignInOutcome } from "@/lib/server/auth/second-factor/sign-in-step";
import { cookieOptions, ownCookie } from "@/lib/server/runtime/cookies";
import { isDatabaseAway, noteDatabaseAway } from "@/lib/server/runtime/database-away";
import { env } from "@/lib/server/runtime/env";
import { logger } from "@/lib/server/runtime/logger";
import { type RequestOrigin, requestOriginOf } from "@/lib/server/runtime/request";
import { signInByLink } from "./mailed-links";
import { invitationOnTheWay, type OpenIdClaims, openIdProvider, signInByOpenId } from "./openid-connect";
import { ownPath } from "./own-path";
import { passSecondStep } from "./second-factor/sign-in-step";
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
    cookies: authCookies(),
    session: { strategy: "jwt", maxAge: sessionMaxAgeSeconds },
    pages: { signIn: routes.signIn, signOut: routes.home, error: routes.signIn },
    providers: [
      byCredentials("credentials", { email: { type: "email" }, password: { type: "password" } }, signIn),
      byCredentials("link", { token: {} }, ({ token }, origin) => signInByLink(token, origin)),
      byCredentials("code", { code: {} }, ({ code }, origin) => passSecondStep(code, origin)),
      ...openIdProvider(),
    ],
    callbacks: {
      // What a provider of credentials let in is in already; what OpenID Connect has proven is judged here.
      async signIn({ user, account, profile }) {
        if (account?.provider !== "oidc") return true;
        const origin = requestOriginOf(await headers());
        const outcome = await signInByOpenId(profile as OpenIdClaims, await invitationOnTheWay(), origin).catch(
          (error: unknown) => failed(error, origin, "signing in by OpenID Connect failed"),
        );
        if (outcome.kind === "refused") return `${APP_URL}${routes.signIn}?error=${outcome.error}`;
        (user as { sessionToken?: string }).sessionToken = outcome.sessionToken;
        return true;
      },
      jwt({ token, user }) {
        const sessionToken = user ? (user as { sessionToken?: string }).sessionToken : token.sessionToken;
        return sessionToken ? { sessionToken } : {};
      },
      // Who asks for it in a browser learns when the cookie ends, and nothing else.
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => baseUrl + ownPath(url, routes.models, baseUrl),
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sessionToken === "string")
          await endSession(token.sessionToken, requestOriginOf(await headers()));
      },
    },
    logger: {
      error: (code) => logger.warn({ code }, "next-auth refused a request"),
      warn: () => {},
      debug: () => {},
    },
  };
}

/** next-auth's cookies under our names; for as long as it gives them. */
function authCookies() {
  const quarterHour = 15 * 60;
  const cookie = (name: string, maxAge?: number) => ({
    name: ownCookie(name),
    options: { ...cookieOptions(), ...(maxAge && { maxAge }) },
  });
  return {
    sessionToken: cookie("session"),
    callbackUrl: cookie("callback"),
    csrfToken: cookie("csrf"),
    pkceCodeVerifier: cookie("pkce", quarterHour),
    state: cookie("state", quarterHour),
    nonce: cookie("nonce"),
  };
}

/** A way to sign in whose outcome is told in words of our own: next-auth shows what is thrown to the person who signs in. */
function byCredentials<C extends Record<string, CredentialInput>>(
  id: string,
  credentials: C,
  attempt: (given: Record<string, unknown>, origin: RequestOrigin) => Promise<SignInOutcome>,
) {
  return CredentialsProvider({
    id,
    credentials,
    async authorize(given) {
      const origin = requestOriginOf(await headers());
      const outcome = await attempt(given ?? {}, origin).catch((error: unknown) =>
        failed(error, origin, "signing in failed"),
      );
      if (outcome.kind === "wait") throw new Error(`wait-${outcome.seconds}`);
      if (outcome.kind === "secondStep" || outcome.kind === "over") throw new Error(outcome.kind);
      return outcome.kind === "signedIn" ? { id: "", sessionToken: outcome.sessionToken } : null;
    },
  });
}

/** next-auth shows the word to the page, which says it in a sentence. */
function failed(error: unknown, origin: RequestOrigin, what: string): never {
  if (isDatabaseAway(error)) {
    noteDatabaseAway(origin.requestId, error);
    throw new Error("database");
  }
  logger.error({ requestId: origin.requestId, err: error }, what);
  throw new Error("unavailable");
}
