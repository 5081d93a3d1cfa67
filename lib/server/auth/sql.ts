import "server-only";
import type { SessionUser } from "@/lib/server/access/person";
import type { AuthenticatedUserId } from "@/lib/server/runtime/ids";
import { unsafePrisma } from "@/lib/server/runtime/prisma";
import type { ReadTransaction } from "@/lib/server/runtime/read-scope";
import type { ScopedTransaction } from "@/lib/server/runtime/scope";
import type { MailLinkPurpose } from "@/prisma/generated/client";

type Bytes = Uint8Array<ArrayBuffer>;

export type CreatedAccount =
  | { outcome: "created"; userId: string; organisationId: string }
  | { outcome: "taken" | "closed"; userId: null; organisationId: null };

/**
 * Makes a person and their own organisation: "taken" where someone has the address, "closed" where the invitation has made an account
 * already or is no longer open.
 *
 * @param account the address trimmed and in lower case, the hash argon2id's; of the invitation the hash of its token, where one is needed
 */
export async function unsafeCreateAccount(account: {
  email: string;
  name: string;
  passwordHash: string;
  organisationName: string;
  invitation: Uint8Array | null;
}): Promise<CreatedAccount> {
  const { email, name, passwordHash, organisationName, invitation } = account;
  const rows = await unsafePrisma().$queryRaw<CreatedAccount[]>`
    select outcome, user_id as "userId", organisation_id as "organisationId"
    from create_account(${email}, ${name}, ${passwordHash}, ${organisationName}, ${invitation}::bytea)`;
  if (!rows[0]) throw new Error("create_account gave no row");
  return rows[0];
}

/** Whether someone may sign up by this link, where signing up takes an invitation. */
export async function unsafeInvitationMakesAccount(tokenHash: Uint8Array): Promise<boolean> {
  const rows = await unsafePrisma().$queryRaw<{ makes: boolean }[]>`
    select invitation_makes_account(${tokenHash}) as makes`;
  return rows[0]?.makes === true;
}

/** `isFirst`: following it would be the first proof of the account's address. @returns null where the link is unknown, used or expired */
export async function unsafeFindPasswordReset(
  tokenHash: Uint8Array,
): Promise<{ email: string; expiresAt: Date; isFirst: boolean } | null> {
  const rows = await unsafePrisma().$queryRaw<{ email: string; expiresAt: Date; isFirst: boolean }[]>`
    select email, expires_at as "expiresAt", is_first as "isFirst" from find_password_reset(${tokenHash})`;
  return rows[0] ?? null;
}

/** Whether the scope's person has shown that their address is theirs. */
export async function isOwnAddressProven(tx: ReadTransaction, userId: AuthenticatedUserId): Promise<boolean> {
  const rows = await tx.$queryRaw<{ isProven: boolean }[]>`
    select email_verified_at is not null as "isProven" from users where id = ${userId}::uuid`;
  return rows[0]?.isProven === true;
}

export interface OwnProofsRow {
  passwordHash: string | null;
  /** Sealed; null where no second factor counts in this session. */
  secret: Uint8Array | null;
  /** A whole number, as text. */
  lastStep: string | null;
}

/**
 * What the scope's person can type to show that it is them. A second factor counts in other sessions than the one in which it was set
 * up: there it shows nothing that the session does not.
 */
export async function findOwnProofs(
  tx: ReadTransaction,
  { id, sessionId }: Pick<SessionUser, "id" | "sessionId">,
): Promise<OwnProofsRow> {
  const rows = await tx.$queryRaw<OwnProofsRow[]>`
    select own_password_hash() as "passwordHash", f.secret, f.last_step::text as "lastStep"
    from (select) one left join second_factors f
      on f.user_id = ${id}::uuid and f.confirmed_at is not null and f.session_id is distinct from ${sessionId}::uuid`;
  return rows[0] ?? { passwordHash: null, secret: null, lastStep: null };
}

/** The hash to check the current password of the scope's person against. */
export async function ownPasswordHash(tx: ScopedTransaction): Promise<string | null> {
  const rows = await tx.$queryRaw<{ hash: string | null }[]>`select own_password_hash() as hash`;
  return rows[0]?.hash ?? null;
}

/**
 * Whether the scope's person still has the password whose hash this is, or still none; it stays so until the transaction ends. A session
 * that rests on a password is written in the same one.
 */
export async function holdsOwnPassword(tx: ScopedTransaction, passwordHash: string | null): Promise<boolean> {
  const rows = await tx.$queryRaw<{ holds: boolean }[]>`select holds_own_password(${passwordHash}) as holds`;
  return rows[0]?.holds === true;
}

/** Sets the password of the scope's person; ends their other sessions and whatever link would lead to one. */
export async function changeOwnPassword(
  tx: ScopedTransaction,
  passwordHash: string,
  keptSessionId: string,
): Promise<void> {
  await tx.$queryRaw`select change_own_password(${passwordHash}, ${keptSessionId}::uuid)`;
}

/**
 * Uses a link to a new address up: the scope's person is known by it from now on, and their other sessions end.
 *
 * @returns null where the link is unknown, used, expired or someone else's; "taken" where another account has the address by now
 */
export async function changeOwnAddress(
  tx: ScopedTransaction,
  tokenHash: Uint8Array,
  keptSessionId: string,
): Promise<"changed" | "taken" | null> {
  const rows = await tx.$queryRaw<{ outcome: "changed" | "taken" | null }[]>`
    select change_own_address(${tokenHash}, ${keptSessionId}::uuid) as outcome`;
  return rows[0]?.outcome ?? null;
}

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

/** Adds to the audit logs of the account's organisations; does nothing where nobody has the address. */
export async function unsafeRecordFailedSignIn(
  email: string,
  address: string,
  way: "password" | "second step" | "confirmation",
): Promise<void> {
  await unsafePrisma().$queryRaw`select record_failed_sign_in(${email}, ${address}, ${way})::text`;
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
