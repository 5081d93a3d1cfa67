import "server-only";
import type { CommentSubject } from "@/lib/comments/comment";
import { payCategories, payInputs } from "@/lib/model/pay/pay";
import { inputsShownWithoutPay, resultsShownWithoutPay } from "@/lib/model/pay/shown-without-pay";
import type { AuthorizedLink, AuthorizedModelId, AuthorizedOrganisationId } from "@/lib/server/runtime/ids";
import { unsafePool, unsafePrisma, unsafeRead } from "@/lib/server/runtime/prisma";
import type { ScopedTransaction } from "@/lib/server/runtime/scope";
import { type OrganisationRole, Prisma, type ShareRole } from "@/prisma/generated/client";

// What signing up, signing in and links need before anybody is proven. Each calls one function of the database that runs
// as its owner and gives no more than its name says (prisma/migrations/*_first). `unsafe` marks that the
// caller holds the only check. Hashes of tokens are SHA-256, 32 bytes.

export type CreatedAccount =
  | { outcome: "created"; userId: string; organisationId: string }
  | { outcome: "taken" | "closed"; userId: null; organisationId: null };

/**
 * Makes a person and their own organisation: "taken" where somebody has the address, "closed" where the invitation has made an account
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

/** Whether somebody may sign up by this link, where signing up takes an invitation. */
export async function unsafeInvitationMakesAccount(tokenHash: Uint8Array): Promise<boolean> {
  const rows = await unsafePrisma().$queryRaw<{ makes: boolean }[]>`
    select invitation_makes_account(${tokenHash}) as makes`;
  return rows[0]?.makes === true;
}

/** @returns null where nobody has this address; take as long then as if somebody had */
export async function unsafeFindUserForSignIn(
  email: string,
): Promise<{ userId: string; passwordHash: string | null } | null> {
  const rows = await unsafePrisma().$queryRaw<{ user_id: string; password_hash: string | null }[]>`
    select user_id, password_hash from find_user_for_sign_in(${email})`;
  const row = rows[0];
  return row ? { userId: row.user_id, passwordHash: row.password_hash } : null;
}

export interface FoundSession {
  sessionId: string;
  userId: string;
  name: string;
  email: string;
  createdAt: Date;
  seenAt: Date;
  endedAt: Date | null;
}

/** The session of a token, ended and outdated ones included: the caller judges. */
export async function unsafeFindSession(tokenHash: Uint8Array): Promise<FoundSession | null> {
  const rows = await unsafeRead<FoundSession>(
    unsafePool(),
    Prisma.sql`
    select session_id as "sessionId", user_id as "userId", name, email, created_at as "createdAt",
           seen_at as "seenAt", ended_at as "endedAt"
    from find_session(${Buffer.from(tokenHash)})`,
  );
  return rows[0] ?? null;
}

export interface UsedApiToken {
  tokenId: string;
  organisationId: string;
  userId: string;
  name: string;
  email: string;
  scopes: string[];
  /** In the organisation. */
  role: OrganisationRole;
}

/** @returns null where the token is unknown, ended or outdated, or its person has left its organisation */
export async function unsafeUseApiToken(tokenHash: Uint8Array): Promise<UsedApiToken | null> {
  const rows = await unsafeRead<UsedApiToken>(
    unsafePool(),
    Prisma.sql`
    select token_id as "tokenId", organisation_id as "organisationId", user_id as "userId", name, email, scopes, role::text as role
    from use_api_token(${Buffer.from(tokenHash)})`,
  );
  return rows[0] ?? null;
}

/** `isFirst`: following it would be the first proof of the account's address. @returns null where the link is unknown, used or expired */
export async function unsafeFindPasswordReset(
  tokenHash: Uint8Array,
): Promise<{ email: string; expiresAt: Date; isFirst: boolean } | null> {
  const rows = await unsafePrisma().$queryRaw<{ email: string; expiresAt: Date; isFirst: boolean }[]>`
    select email, expires_at as "expiresAt", is_first as "isFirst" from find_password_reset(${tokenHash})`;
  return rows[0] ?? null;
}

/**
 * Uses a reset link up: sets the password and ends every session of the person.
 *
 * @param also what belongs to it, in the person's scope; where it throws, the link stays unused and the password as it was
 * @returns the person's id, or null where the link is unknown, used or expired
 */
export async function unsafeRedeemPasswordReset(
  tokenHash: Uint8Array,
  passwordHash: string,
  also: (tx: ScopedTransaction, person: string) => Promise<void>,
): Promise<string | null> {
  return unsafePrisma().$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ person: string | null }[]>`
      select redeem_password_reset(${tokenHash}, ${passwordHash}) as person`;
    const person = rows[0]?.person ?? null;
    if (person === null) return null;
    await tx.$queryRaw`select set_config('app.user_id', ${person}, true)`;
    await also(tx, person);
    return person;
  });
}

export interface FoundShareInvitation {
  modelId: string;
  modelName: string;
  organisationName: string;
  inviterName: string | null;
  email: string;
  role: ShareRole;
  expiresAt: Date;
}

/** @returns null where the link is unknown, used, revoked or expired */
export async function unsafeFindShareInvitation(tokenHash: Uint8Array): Promise<FoundShareInvitation | null> {
  const rows = await unsafePrisma().$queryRaw<FoundShareInvitation[]>`
    select model_id as "modelId", model_name as "modelName", organisation_name as "organisationName",
           inviter_name as "inviterName", email, role::text as role, expires_at as "expiresAt"
    from find_share_invitation(${tokenHash})`;
  return rows[0] ?? null;
}

/** Names of the migrations that the database has, whole ones. */
export async function unsafeAppliedMigrations(): Promise<string[]> {
  const rows = await unsafePrisma().$queryRaw<{ name: string }[]>`select name from applied_migrations() as name`;
  return rows.map(({ name }) => name);
}

/** Whether a link is still open, for words about one that is not; null where nobody ever gave it out. */
export async function unsafeShareInvitationState(
  tokenHash: Uint8Array,
): Promise<{ state: "open" | "used" | "revoked" | "expired"; modelId: string; role: ShareRole } | null> {
  const rows = await unsafePrisma().$queryRaw<
    { state: "open" | "used" | "revoked" | "expired"; modelId: string; role: ShareRole }[]
  >`
    select state, model_id as "modelId", role::text as role from share_invitation_state(${tokenHash})`;
  return rows[0] ?? null;
}

export interface AcceptedShareInvitation {
  /** "member": the person belongs to the model's organisation already; the link stays unused. */
  outcome: "accepted" | "member";
  organisationId: AuthorizedOrganisationId;
  modelId: AuthorizedModelId;
  role: ShareRole;
}

/**
 * Uses an invitation's link up for the person of the scope. The database checks and marks it in one step, so that of two
 * people with one link one is let in.
 *
 * @param tx of `inScope({ user }, …)`
 * @returns null where the link is unknown, used, revoked or expired
 */
export async function acceptShareInvitation(
  tx: ScopedTransaction,
  tokenHash: Uint8Array,
): Promise<AcceptedShareInvitation | null> {
  const rows = await tx.$queryRaw<AcceptedShareInvitation[]>`
    select outcome, organisation_id as "organisationId", model_id as "modelId", role::text as role
    from accept_share_invitation(${tokenHash})`;
  return rows[0] ?? null;
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
 * @returns null where the link is unknown, used, expired or somebody else's; "taken" where another account has the address by now
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

export interface FoundOrganisationInvitation {
  state: "open" | "used" | "revoked" | "expired";
  organisationId: string;
  /** Null where the link is not open. */
  organisationName: string | null;
  inviterName: string | null;
  role: OrganisationRole;
}

/** What has become of a link into an organisation; null where nobody ever gave it out. */
export async function unsafeFindOrganisationInvitation(
  tokenHash: Uint8Array,
): Promise<FoundOrganisationInvitation | null> {
  const rows = await unsafePrisma().$queryRaw<FoundOrganisationInvitation[]>`
    select state, organisation_id as "organisationId", organisation_name as "organisationName",
           inviter_name as "inviterName", role::text as role
    from find_organisation_invitation(${tokenHash})`;
  return rows[0] ?? null;
}

export interface AcceptedOrganisationInvitation {
  /** "member": the person has this role or a higher one already; the link stays unused. */
  outcome: "joined" | "raised" | "member";
  organisationId: AuthorizedOrganisationId;
  role: OrganisationRole;
}

/**
 * Uses a link into an organisation up for the person of the scope, in one step, as a model's.
 *
 * @param tx of `inScope({ user }, …)`
 * @returns null where the link is unknown, used, revoked or expired, or whoever made it could no longer make it
 */
export async function acceptOrganisationInvitation(
  tx: ScopedTransaction,
  tokenHash: Uint8Array,
): Promise<AcceptedOrganisationInvitation | null> {
  const rows = await tx.$queryRaw<AcceptedOrganisationInvitation[]>`
    select outcome, organisation_id as "organisationId", role::text as role
    from accept_organisation_invitation(${tokenHash})`;
  return rows[0] ?? null;
}

/** Makes an organisation that the scope's person owns, and gives its id. */
export async function createOwnOrganisation(tx: ScopedTransaction, name: string): Promise<string> {
  const rows = await tx.$queryRaw<{ id: string }[]>`select create_organisation(${name}) as id`;
  const row = rows[0];
  if (!row) throw new Error("create_organisation gave no id");
  return row.id;
}

/** Why a membership stays as it is: it or the asking person's is not there, they may not, or nobody would be left to own. */
export type MembershipRefusal = "gone" | "refused" | "last-owner";

/** Gives a member another role; the database holds the rules (docs/security.md). */
export async function changeMembershipRole(
  tx: ScopedTransaction,
  organisationId: AuthorizedOrganisationId,
  userId: string,
  role: OrganisationRole,
): Promise<"changed" | "unchanged" | MembershipRefusal> {
  const rows = await tx.$queryRaw<{ outcome: "changed" | "unchanged" | MembershipRefusal }[]>`
    select change_membership_role(${organisationId}::uuid, ${userId}::uuid, ${role}::organisation_role) as outcome`;
  return rows[0]?.outcome ?? "gone";
}

/** Ends a membership, one's own or another's, and what rests on it: shares, tokens and unused links. */
export async function removeMembership(
  tx: ScopedTransaction,
  organisationId: AuthorizedOrganisationId,
  userId: string,
): Promise<"removed" | MembershipRefusal> {
  const rows = await tx.$queryRaw<{ outcome: "removed" | MembershipRefusal }[]>`
    select remove_membership(${organisationId}::uuid, ${userId}::uuid) as outcome`;
  return rows[0]?.outcome ?? "gone";
}

export interface FoundShareLink {
  linkId: string;
  expiresAt: Date;
  passwordHash: string | null;
  mayDownload: boolean;
}

/** @returns null where the link is unknown, revoked or expired, or its model is archived or deleted */
export async function unsafeFindShareLink(tokenHash: Uint8Array): Promise<FoundShareLink | null> {
  const rows = await unsafePrisma().$queryRaw<FoundShareLink[]>`
    select link_id as "linkId", expires_at as "expiresAt", password_hash as "passwordHash", may_download as "mayDownload"
    from read_share_link(${tokenHash}, false, false, '{}', '{}')`;
  return rows[0] ?? null;
}

/** A model as a link's holder may read it, unchecked; what the link leaves out is in the `evaluated` columns only. */
export interface ShareLinkRow {
  linkId: string;
  expiresAt: Date;
  mayDownload: boolean;
  leavesOutPay: boolean;
  leavesOutNotes: boolean;
  leavesOutComments: boolean;
  isFrozen: boolean;
  revision: number;
  changedAt: Date;
  name: string;
  description: string;
  startMonth: Date;
  fiscalYearStart: number;
  currency: string;
  currencyRate: number;
  currencyRateDate: Date | null;
  templateKey: string | null;
  modelVersion: number;
  inputs: unknown;
  customLines: unknown;
  notes: unknown;
  /** With pay, which the result rests on whether or not it is shown: never to be sent. */
  evaluatedInputs: unknown;
  evaluatedLines: unknown;
}

/**
 * @param counts whether this is an opening to be counted
 * @returns null where the link was withdrawn since it was proven
 */
export async function readShareLink(
  link: AuthorizedLink,
  { counts = false, tx = unsafePrisma() }: { counts?: boolean; tx?: Pick<ScopedTransaction, "$queryRaw"> } = {},
): Promise<ShareLinkRow | null> {
  const rows = await tx.$queryRaw<ShareLinkRow[]>`
    select link_id as "linkId", expires_at as "expiresAt", may_download as "mayDownload",
           leaves_out_pay as "leavesOutPay", leaves_out_notes as "leavesOutNotes",
           leaves_out_comments as "leavesOutComments", is_frozen as "isFrozen", revision, changed_at as "changedAt",
           name, description, start_month as "startMonth", fiscal_year_start as "fiscalYearStart", currency, currency_rate as "currencyRate",
           currency_rate_date as "currencyRateDate", template_key as "templateKey", model_version as "modelVersion",
           inputs, custom_lines as "customLines", notes,
           evaluated_inputs as "evaluatedInputs", evaluated_lines as "evaluatedLines"
    from read_share_link(${link}, true, ${counts}, ${[...payInputs]}, ${[...payCategories]})`;
  return rows[0] ?? null;
}

/** Whether the link's model is kept from plain members of its organisation; so where the link opens nothing. */
export async function isShareLinkPrivate(tx: ScopedTransaction, link: AuthorizedLink): Promise<boolean> {
  const rows = await tx.$queryRaw<{ private: boolean }[]>`select is_share_link_private(${link}) as private`;
  return rows[0]?.private !== false;
}

/** A comment as a link shows it, unchecked; its ids are for the server alone. */
export interface ShareLinkComment {
  id: string;
  threadId: string;
  subject: CommentSubject["kind"];
  subjectKey: string;
  subjectLabel: string;
  /** With mentions as "@[id]"; empty where it was deleted, or changed since a link was made that keeps to its revision. */
  body: string;
  /** Null where the account is gone, as for whoever resolved it. */
  author: string | null;
  /** Names by id of those whom the text mentions. */
  mentioned: Record<string, string>;
  createdAt: Date;
  editedAt: Date | null;
  isDeleted: boolean;
  isChangedSince: boolean;
  resolvedAt: Date | null;
  resolvedBy: string | null;
}

/** The comments that a link shows: of each thread the first and then the replies, the newest thread first. None where it shows none. */
export async function readShareLinkComments(link: AuthorizedLink): Promise<ShareLinkComment[]> {
  return unsafePrisma().$queryRaw<ShareLinkComment[]>`
    select id, thread_id as "threadId", subject, subject_key as "subjectKey", subject_label as "subjectLabel", body, author,
           mentioned, created_at as "createdAt", edited_at as "editedAt", is_deleted as "isDeleted",
           is_changed_since as "isChangedSince", resolved_at as "resolvedAt", resolved_by as "resolvedBy"
    from read_share_link_comments(${link}, ${[...inputsShownWithoutPay]}, ${[...resultsShownWithoutPay]}, ${[...payCategories]})`;
}

export type ShareLinkEvent = "link.refused" | "link.exported" | "link.copied";

/**
 * Writes what was done by a link into the audit log of its organisation; nothing where the link opens nothing.
 *
 * @param tx of `inScope({ user }, …)` where somebody is signed in, so that the log names them
 */
export async function recordShareLinkEvent(
  tokenHash: Uint8Array,
  event: { action: ShareLinkEvent; address: string; detail?: Record<string, string | number> },
  tx: Pick<ScopedTransaction, "$queryRaw"> = unsafePrisma(),
): Promise<void> {
  const { action, address, detail = {} } = event;
  await tx.$queryRaw`
    select record_share_link_event(${tokenHash}, ${action}, ${address.slice(0, 100)}, ${JSON.stringify(detail)}::jsonb)::text`;
}
