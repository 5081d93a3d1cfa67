import "server-only";
import { unsafePrisma } from "@/lib/server/runtime/prisma";
import type { MailLinkPurpose } from "@/prisma/generated/client";

// As before-scope.ts: what mailed links, the second step and OpenID Connect need before anybody is proven. Each calls one function
// of the database that runs as its owner. Hashes of tokens are SHA-256, 32 bytes; addresses are trimmed and in lower case.

type Bytes = Uint8Array<ArrayBuffer>;

/** Keeps the hash of a mailed link to a new password. @returns false where nobody has the address */
export async function unsafeBeginMailedReset(email: string, tokenHash: Bytes, expiresAt: Date): Promise<boolean> {
  const rows = await unsafePrisma().$queryRaw<{ person: string | null }[]>`
    select begin_mailed_reset(${email}, ${tokenHash}, ${expiresAt}) as person`;
  return Boolean(rows[0]?.person);
}

/** Keeps the hash of a mailed link to sign in. @returns false where nobody has the address */
export async function unsafeBeginSignInLink(email: string, tokenHash: Bytes, expiresAt: Date): Promise<boolean> {
  const rows = await unsafePrisma().$queryRaw<{ person: string | null }[]>`
    select begin_sign_in_link(${email}, ${tokenHash}, ${expiresAt}) as person`;
  return Boolean(rows[0]?.person);
}

export interface FoundMailLink {
  userId: string;
  email: string;
  /** Following it would be the first proof of the account's address. */
  isFirst: boolean;
}

/** @returns null where the link is unknown, used or expired */
export async function unsafeFindMailLink(tokenHash: Bytes, purpose: MailLinkPurpose): Promise<FoundMailLink | null> {
  const rows = await unsafePrisma().$queryRaw<FoundMailLink[]>`
    select user_id as "userId", email, is_first as "isFirst"
    from find_mail_link(${tokenHash}, ${purpose}::mail_link_purpose)`;
  return rows[0] ?? null;
}

export interface RedeemedSignInLink {
  userId: string;
  email: string;
  wasFirst: boolean;
  /** The present password's: a session that the link begins is written only while it still is. */
  passwordHash: string | null;
}

/** Uses a link to sign in up, and proves the address by it. @returns null where the link is unknown, used or expired */
export async function unsafeRedeemSignInLink(tokenHash: Bytes): Promise<RedeemedSignInLink | null> {
  const rows = await unsafePrisma().$queryRaw<RedeemedSignInLink[]>`
    select user_id as "userId", email, was_first as "wasFirst", password_hash as "passwordHash"
    from redeem_sign_in_link(${tokenHash})`;
  return rows[0] ?? null;
}

export interface TriedSignInStep {
  userId: string;
  email: string;
  /** As it is stored: encrypted. */
  secret: Uint8Array;
  lastStep: bigint;
}

/** Counts a try at a second step. @returns null where there is none, it is over, or it had five tries */
export async function unsafeTrySignInStep(tokenHash: Bytes): Promise<TriedSignInStep | null> {
  const rows = await unsafePrisma().$queryRaw<TriedSignInStep[]>`
    select user_id as "userId", email, secret, last_step as "lastStep" from try_sign_in_step(${tokenHash})`;
  return rows[0] ?? null;
}

/**
 * Uses up a second step, with the authenticator's time step or a recovery code.
 *
 * @returns null where any of them was used before
 */
export async function unsafePassSignInStep(
  tokenHash: Bytes,
  by: { step: number } | { codeHash: Bytes },
): Promise<{ userId: string; way: "password" | "mail"; passwordHash: string | null } | null> {
  const step = "step" in by ? by.step : null;
  const codeHash = "codeHash" in by ? by.codeHash : null;
  const rows = await unsafePrisma().$queryRaw<
    { userId: string; way: "password" | "mail"; passwordHash: string | null }[]
  >`
    select user_id as "userId", way, password_hash as "passwordHash"
    from pass_sign_in_step(${tokenHash}, ${step}::bigint, ${codeHash}::bytea)`;
  return rows[0] ?? null;
}

export interface IdentityClaims {
  issuer: string;
  subject: string;
  /** The address, only where the issuer says that it is proven. */
  verifiedEmail: string | null;
  name: string;
  organisationName: string;
  mayCreate: boolean;
  /** Hash of the invitation's link without which no account is made, where that is the rule; one account is made by each. */
  invitation: Uint8Array | null;
}

export type IdentityOutcome =
  | { outcome: "known" | "joined" | "created"; userId: string }
  | { outcome: "unverified" | "other" | "closed"; userId: null };

/** The person of an issuer's subject; joins or makes the account where the rules allow it. The caller has checked the issuer's signature. */
export async function unsafeSignInByIdentity(claims: IdentityClaims): Promise<IdentityOutcome> {
  const { issuer, subject, verifiedEmail, name, organisationName, mayCreate, invitation } = claims;
  const rows = await unsafePrisma().$queryRaw<IdentityOutcome[]>`
    select outcome, user_id as "userId"
    from sign_in_by_identity(${issuer}, ${subject}, ${verifiedEmail}, ${name}, ${organisationName}, ${mayCreate},
                             ${invitation}::bytea)`;
  if (!rows[0]) throw new Error("sign_in_by_identity gave no row");
  return rows[0];
}

/** Adds to the audit logs of the account's organisations; does nothing where nobody has the address. */
export async function unsafeRecordFailedSignIn(
  email: string,
  address: string,
  way: "password" | "second step" | "confirmation",
): Promise<void> {
  await unsafePrisma().$queryRaw`select record_failed_sign_in(${email}, ${address}, ${way})::text`;
}
