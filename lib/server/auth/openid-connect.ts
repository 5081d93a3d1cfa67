import "server-only";
import type { Profile } from "next-auth";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { emailSchema, personNameSchema } from "@/lib/schemas/person";
import { userOfIdentity } from "@/lib/server/access/person";
import { isToken } from "@/lib/server/crypto/tokens";
import { readOwnCookie } from "@/lib/server/runtime/cookies";
import { env } from "@/lib/server/runtime/env";
import { networkOf } from "@/lib/server/runtime/limits/network";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { holdsUnstorable, withoutUnstorable } from "@/lib/text/text-fault";
import { beginSession } from "./sessions";
import { invitationNeededFor, signUpRefusal } from "./sign-up";

/** The claims of an identity that next-auth has verified: signature, issuer, audience, nonce, time. */
export interface OpenIdClaims {
  iss: string;
  sub: string;
  email?: unknown;
  email_verified?: unknown;
  name?: unknown;
  preferred_username?: unknown;
  /** When the provider last asked the person who they are, in seconds; it need not say. */
  auth_time?: unknown;
}

/** What the button calls the provider, or null where none is set up. */
export function openIdName(): string | null {
  const { OIDC_ISSUER, OIDC_NAME } = env();
  return OIDC_ISSUER === undefined ? null : OIDC_NAME;
}

/** next-auth's provider for the issuer of the environment. */
export function openIdProvider(): OAuthConfig<OpenIdClaims>[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env();
  if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined || OIDC_CLIENT_SECRET === undefined) return [];
  return [
    {
      id: "oidc",
      name: OIDC_NAME,
      type: "oauth",
      wellKnown: `${OIDC_ISSUER.replace(/\/$/, "")}/.well-known/openid-configuration`,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      authorization: { params: { scope: "openid email profile" } },
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      httpOptions: { timeout: 10_000 },
      // Many providers keep the address out of the token and give it at the userinfo endpoint; whose it is, the token says.
      userinfo: {
        async request({ client, tokens }) {
          const claims = (tokens as unknown as { claims: () => OpenIdClaims }).claims();
          const told = client.issuer.metadata.userinfo_endpoint ? await client.userinfo(tokens as never) : {};
          return { ...claims, ...told, iss: claims.iss, sub: claims.sub } as Profile;
        },
      },
      // Nothing of it is taken over here: signInByOpenId reads the claims.
      profile: ({ sub }) => ({ id: sub }),
    },
  ];
}

export type OpenIdOutcome =
  | { kind: "signedIn"; sessionToken: string }
  | { kind: "refused"; error: "OpenIdUnverified" | "OpenIdOther" | "OpenIdClosed" | "OpenIdWait" };

/**
 * Signs in, or up, someone whom the provider names. An account is joined by its address only where the provider says that the
 * address is proven, and says it with a true and not with a word.
 */
export async function signInByOpenId(
  claims: OpenIdClaims,
  invitation: string | null,
  origin: RequestOrigin,
): Promise<OpenIdOutcome> {
  if (!(await isWithinLimit("openid", networkOf(origin.address), { points: 300, seconds: 3600 }))) {
    return { kind: "refused", error: "OpenIdWait" };
  }
  // By these two someone is known again: they are taken as they are, or not at all.
  if (holdsUnstorable(claims.iss) || holdsUnstorable(claims.sub)) return { kind: "refused", error: "OpenIdUnverified" };
  const email = emailSchema.safeParse(claims.email);
  const verifiedEmail = claims.email_verified === true && email.success ? email.data : null;
  const name = nameOf(claims, verifiedEmail);
  const user = await userOfIdentity({
    issuer: claims.iss,
    subject: claims.sub,
    verifiedEmail,
    name,
    organisationName: `${name}’s organisation`,
    mayCreate: (await signUpRefusal(invitation)) === null,
    invitation: invitationNeededFor(invitation),
  });
  if ("id" in user) {
    const sessionToken = await beginSession(user.id, origin, "OpenID Connect", askedAt(claims, new Date()));
    return { kind: "signedIn", sessionToken };
  }
  const errors = { unverified: "OpenIdUnverified", other: "OpenIdOther", closed: "OpenIdClosed" } as const;
  return { kind: "refused", error: errors[user.refused] };
}

/** A provider may let in someone whom it knows from hours ago; that is no fresh proof, where it says so. */
function askedAt({ auth_time }: OpenIdClaims, now: Date): Date {
  return typeof auth_time === "number" && auth_time > 0 && auth_time * 1_000 < now.getTime()
    ? new Date(auth_time * 1_000)
    : now;
}

function nameOf({ name, preferred_username }: OpenIdClaims, email: string | null): string {
  for (const given of [name, preferred_username, email?.split("@")[0]]) {
    // Who signs in there cannot correct it here.
    const parsed = personNameSchema.safeParse(typeof given === "string" ? withoutUnstorable(given) : given);
    if (parsed.success) return parsed.data;
  }
  return "New colleague";
}

/** The invitation that someone set out to accept when they pressed the button: where next-auth goes back to afterwards. */
export async function invitationOnTheWay(): Promise<string | null> {
  const back = await readOwnCookie("callback");
  const path = back && URL.canParse(back) ? new URL(back).pathname : "";
  const token = /^\/invitations\/([\w-]+)$/.exec(path)?.[1];
  return isToken(token) ? token : null;
}
