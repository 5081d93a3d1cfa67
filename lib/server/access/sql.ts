import "server-only";
import { mostUnread } from "@/lib/notifications/notification";
import type { AuthenticatedUserId } from "@/lib/server/runtime/ids";
import { unsafePrisma, unsafeRead, unsafeReadTogether } from "@/lib/server/runtime/prisma";
import type { ReadTransaction } from "@/lib/server/runtime/read-scope";
import type { ScopedTransaction } from "@/lib/server/runtime/scope";
import { type OrganisationRole, Prisma, type ShareRole } from "@/prisma/generated/client";

type Bytes = Uint8Array<ArrayBuffer>;

// The statements that proofs of access rest on. Those that run before anyone is proven call one function of the database each, which runs
// as its owner and gives no more than its name says (prisma/migrations/*_row_level_security); so do those of the other files of this name.
// `unsafe` marks that the caller holds the only check; ids are plain strings here, and carry a proof once lib/server/access has judged them.
// Hashes of tokens are SHA-256, 32 bytes; addresses are trimmed and in lower case.

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

/**
 * Uses an API token, and looks a model up for its person in its organisation, where one is named: in one transaction, whose scope is set by
 * the token's own row. Without that row nobody asks, and no model is found.
 *
 * @returns null where the token is unknown, ended or outdated, or its person has left its organisation
 */
export async function unsafeUseApiToken(
  tokenHash: Uint8Array,
  modelId: string | null,
): Promise<{ token: UsedApiToken; model: FoundModel | null } | null> {
  // One row in any case: what the plan of the next statement rests on is set for unknown tokens too.
  const using = Prisma.sql`
    select token_id as "tokenId", organisation_id as "organisationId", user_id as "userId", name, email, scopes, role::text as role,
           set_config('app.user_id', coalesce(user_id::text, ''), true),
           set_config('app.organisation_id', coalesce(organisation_id::text, ''), true), set_config('app.model_id', '', true),
           set_config('plan_cache_mode', 'force_generic_plan', true)
    from (select) one left join use_api_token(${Buffer.from(tokenHash)}) on true`;
  const finding = modelId === null ? [] : [roleFacts(Prisma.sql`(select scope_user())`, modelId)];
  const [tokens, models = []] = await unsafeReadTogether<[(UsedApiToken | { tokenId: null })[], FoundModel[]?]>([
    using,
    ...finding,
  ]);
  const [token] = tokens;
  return token === undefined || token.tokenId === null ? null : { token, model: models[0] ?? null };
}

/** @returns null where nobody has this address; take as long then as if someone had */
export async function unsafeFindUserForSignIn(
  email: string,
): Promise<{ userId: string; passwordHash: string | null } | null> {
  const rows = await unsafePrisma().$queryRaw<{ user_id: string; password_hash: string | null }[]>`
    select user_id, password_hash from find_user_for_sign_in(${email})`;
  const row = rows[0];
  return row ? { userId: row.user_id, passwordHash: row.password_hash } : null;
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
    from read_share_link(${tokenHash}, false, false, '{}', '{}', '{}')`;
  return rows[0] ?? null;
}

/** Makes an organisation that the scope's person owns, and gives its id. */
export async function createOwnOrganisation(tx: ScopedTransaction, name: string): Promise<string> {
  const rows = await tx.$queryRaw<{ id: string }[]>`select create_organisation(${name}) as id`;
  const row = rows[0];
  if (!row) throw new Error("create_organisation gave no id");
  return row.id;
}

export interface AcceptedShareRow {
  /** "member": the person belongs to the model's organisation already; the link stays unused. */
  outcome: "accepted" | "member";
  organisationId: string;
  modelId: string;
  role: ShareRole;
}

/**
 * Uses an invitation's link up for the person of the scope. The database checks and marks it in one step, so that of two
 * people with one link one is let in.
 *
 * @param tx of `inScope({ user }, …)`
 * @returns null where the link is unknown, used, revoked or expired
 */
export async function unsafeAcceptShareInvitation(
  tx: ScopedTransaction,
  tokenHash: Uint8Array,
): Promise<AcceptedShareRow | null> {
  const rows = await tx.$queryRaw<AcceptedShareRow[]>`
    select outcome, organisation_id as "organisationId", model_id as "modelId", role::text as role
    from accept_share_invitation(${tokenHash})`;
  return rows[0] ?? null;
}

export interface AcceptedOrganisationRow {
  /** "member": the person has this role or a higher one already; the link stays unused. */
  outcome: "joined" | "raised" | "member";
  organisationId: string;
  role: OrganisationRole;
}

/**
 * Uses a link into an organisation up for the person of the scope, in one step, as a model's.
 *
 * @param tx of `inScope({ user }, …)`
 * @returns null where the link is unknown, used, revoked or expired, or who made it could no longer make it
 */
export async function unsafeAcceptOrganisationInvitation(
  tx: ScopedTransaction,
  tokenHash: Uint8Array,
): Promise<AcceptedOrganisationRow | null> {
  const rows = await tx.$queryRaw<AcceptedOrganisationRow[]>`
    select outcome, organisation_id as "organisationId", role::text as role
    from accept_organisation_invitation(${tokenHash})`;
  return rows[0] ?? null;
}

/** What a person's role on a model follows from. */
export interface RoleFacts {
  creatorId: string | null;
  isPrivate: boolean;
  membership?: OrganisationRole | null | undefined;
  share?: ShareRole | null | undefined;
}

export interface FoundModel extends RoleFacts {
  id: string;
  organisationId: string;
  archivedAt: Date | null;
  deletedAt: Date | null;
  membership: OrganisationRole | null;
  share: ShareRole | null;
}

/** One statement for all that decides who may do what: it stands before every request for a model. */
export async function unsafeFindModel(tx: ReadTransaction, userId: string, id: string): Promise<FoundModel | null> {
  const rows = await tx.$queryRaw<FoundModel[]>(roleFacts(Prisma.sql`${userId}::uuid`, id));
  return rows[0] ?? null;
}

function roleFacts(person: Prisma.Sql, id: string): Prisma.Sql {
  return Prisma.sql`
    select c.id, c.organisation_id as "organisationId", c.creator_id as "creatorId", c.is_private as "isPrivate",
           c.archived_at as "archivedAt", c.deleted_at as "deletedAt", m.role::text as membership, s.role::text as share
    from cost_models c
    left join memberships m on m.organisation_id = c.organisation_id and m.user_id = ${person}
    left join shares s on s.organisation_id = c.organisation_id and s.model_id = c.id and s.user_id = ${person}
    where c.id = ${id}::uuid`;
}

export interface FoundReader extends RoleFacts {
  place: bigint;
  createdAt: Date;
  seenAt: Date;
  endedAt: Date | null;
  organisationId: string | null;
  archivedAt: Date | null;
  deletedAt: Date | null;
}

/** The same for many readers at once, with their sessions; `place` counts them from 1. The scope of the transaction does not matter. */
export function unsafeFindReaders(
  tx: ReadTransaction,
  readers: readonly { userId: string; sessionId: string; modelId: string }[],
): Promise<FoundReader[]> {
  return tx.$queryRaw<FoundReader[]>`
    select place, created_at as "createdAt", seen_at as "seenAt", ended_at as "endedAt",
           organisation_id::text as "organisationId", creator_id::text as "creatorId", is_private as "isPrivate",
           archived_at as "archivedAt", deleted_at as "deletedAt", membership::text as membership, share::text as share
    from find_readers(${readers.map(({ modelId }) => modelId)}::uuid[], ${readers.map(({ userId }) => userId)}::uuid[],
                      ${readers.map(({ sessionId }) => sessionId)}::uuid[])`;
}

export async function findMembership(
  tx: ReadTransaction,
  userId: AuthenticatedUserId,
  organisationId: string,
): Promise<{ organisationId: string; role: OrganisationRole } | null> {
  const rows = await tx.$queryRaw<{ organisationId: string; role: OrganisationRole }[]>`
    select m.organisation_id as "organisationId", m.role::text as role
    from memberships m where m.user_id = ${userId}::uuid and m.organisation_id = ${organisationId}::uuid`;
  return rows[0] ?? null;
}

export interface PersonFrameRow {
  unreadNotices: number;
  /** Null where the account is gone. */
  csvFormat: string | null;
  deletionDueAt: Date | null;
  organisations: { id: string; name: string; role: OrganisationRole; dueAt: string | null }[];
}

export async function readPersonFrame(tx: ReadTransaction, userId: AuthenticatedUserId): Promise<PersonFrameRow> {
  const [row] = await tx.$queryRaw<PersonFrameRow[]>`
      select (select count(*)::int from (select from notices n where n.user_id = ${userId}::uuid and n.read_at is null
                                         limit ${mostUnread + 1}) n) as "unreadNotices",
             (select u.csv_format from users u where u.id = ${userId}::uuid) as "csvFormat",
             (select u.deletion_due_at from users u where u.id = ${userId}::uuid) as "deletionDueAt",
             coalesce((select json_agg(json_build_object('id', o.id, 'name', o.name, 'role', m.role, 'dueAt', o.deletion_due_at)
                                       order by m.created_at, m.organisation_id)
                       from memberships m join organisations o on o.id = m.organisation_id
                       where m.user_id = ${userId}::uuid), '[]') as organisations`;
  if (!row) throw new Error("a statement without a table gave no row");
  return row;
}

/** A decision, and who answers for it. */
export interface DecisionToCheck {
  decisionId: string;
  modelId: string;
  userId: string;
  name: string;
  email: string;
}

/** Approved decisions that nobody has looked at for a day, each handed out once. */
export function unsafeTakeDecisionsToCheck(most: number): Promise<DecisionToCheck[]> {
  return unsafePrisma().$queryRaw<DecisionToCheck[]>`
    select decision_id as "decisionId", model_id as "modelId", owner_id as "userId", owner_name as name, owner_email as email
    from take_decisions_to_check(${most}::int)`;
}
