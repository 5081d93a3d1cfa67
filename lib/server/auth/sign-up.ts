import "server-only";
import { type Outcome, refused } from "@/lib/outcome";
import { unsafeCreateAccount, unsafeInvitationMakesAccount } from "@/lib/server/auth/sql";
import { hashPassword } from "@/lib/server/crypto/password-hash";
import { passwordFault } from "@/lib/server/crypto/password-rules";
import { hashToken } from "@/lib/server/crypto/tokens";
import { env } from "@/lib/server/runtime/env";
import { networkOf } from "@/lib/server/runtime/limits/network";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";
import type { RequestOrigin } from "@/lib/server/runtime/request";

export interface SignUp {
  name: string;
  email: string;
  password: string;
  invitation?: string;
}

const invitationNeeded =
  "Signing up here takes an invitation, and by each one account is made. Open the link of one to sign up; if your account is made, sign in.";

/** The hash of the invitation without which no account is made; null where none is needed. */
export function invitationNeededFor(invitation: string | null): Uint8Array | null {
  return env().SIGN_UP === "invited" ? hashToken(invitation ?? "") : null;
}

/** Why this installation lets nobody sign up, or nobody without an open invitation; null where it does. */
export async function signUpRefusal(invitation: string | null): Promise<string | null> {
  const rule = env().SIGN_UP;
  if (rule === "open") return null;
  if (rule === "closed") return "Signing up is closed here. Ask the people who run this site for an account.";
  return invitation !== null && (await unsafeInvitationMakesAccount(hashToken(invitation))) ? null : invitationNeeded;
}

/**
 * Makes an account and its own organisation. That an address is taken is said beside its field, as people need to know it; how often
 * one client may learn it is limited, so that a list of addresses cannot be tried.
 */
export async function signUp(given: SignUp, origin: RequestOrigin): Promise<Outcome> {
  const refuse = (key: string, message: string): Outcome => refused(key, message);
  const refusal = await signUpRefusal(given.invitation ?? null);
  if (refusal) return refuse("form", refusal);
  const fault = await passwordFault(given.password, given);
  if (fault) return refuse("password", fault);
  const network = networkOf(origin.address);
  if (!(await isWithinLimit("sign-up", network, { points: 300, seconds: 60 * 60 }))) {
    return refuse("form", "Too many people signed up from your network within an hour. Wait, then try again.");
  }
  const { outcome } = await unsafeCreateAccount({
    email: given.email,
    name: given.name,
    passwordHash: await hashPassword(given.password),
    organisationName: `${given.name}’s organisation`,
    invitation: invitationNeededFor(given.invitation ?? null),
  });
  if (outcome === "created") return { ok: true };
  // Someone else signed up by the same link in the meantime.
  if (outcome === "closed") return refuse("form", invitationNeeded);
  const mayBeTold = await isWithinLimit("sign-up-taken", network, { points: 10, seconds: 15 * 60 });
  return mayBeTold
    ? refuse("email", "This address has an account already. Sign in, or use another address.")
    : refuse("form", "Too many tries. Wait 15 minutes, then try again.");
}
