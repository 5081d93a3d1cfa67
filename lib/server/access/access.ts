import "server-only";
import { z } from "zod";
import type { ModelRole } from "@/lib/draft/model";
import { type ApiScope, apiScopes } from "@/lib/schemas/api/scopes";
import {
  unsafeFindSession,
  unsafeFindShareLink,
  unsafeFindUserForSignIn,
  unsafeRedeemPasswordReset,
  unsafeUseApiToken,
} from "@/lib/server/access/before-scope";
import {
  type IdentityClaims,
  type TriedSignInStep,
  unsafePassSignInStep,
  unsafeRedeemSignInLink,
  unsafeSignInByIdentity,
} from "@/lib/server/access/before-sign-in";
import { personFrame } from "@/lib/server/access/person-frame";
import { isLinkSeal } from "@/lib/server/crypto/link-seal";
import { verifyPassword } from "@/lib/server/crypto/password-hash";
import { hashToken, isToken } from "@/lib/server/crypto/tokens";
import type {
  AuthenticatedUserId,
  AuthorizedLink,
  AuthorizedModelId,
  AuthorizedOrganisationId,
  ConfirmedSessionId,
} from "@/lib/server/runtime/ids";
import { type ReadTransaction, readInScope } from "@/lib/server/runtime/read-scope";
import { inScope, type ScopedTransaction } from "@/lib/server/runtime/scope";
import type { OrganisationRole, ShareRole } from "@/prisma/generated/client";
import { isProofFresh, isSessionLive } from "./session-rules";

// The one file that makes proofs of access. Whatever reads or changes data asks for one of these types, and nothing else
// can make them; a cast to one of the branded ids anywhere else is a fault (access.test.ts looks for it).

/** Whoever asks: the person of the session, or of the API token, that the request carries. */
export interface AuthenticatedUser {
  id: AuthenticatedUserId;
  name: string;
  email: string;
}

export interface SessionUser extends AuthenticatedUser {
  sessionId: string;
  /** When the session was last written down as seen. */
  seenAt: Date;
}

/**
 * To "reply" is to answer in a thread: whoever comments may in each, a viewer in those that mention them, which the database holds to
 * (scope_may_reply). To "manage" is to archive a model, take it out again, and delete it; to "restore" is to take a deletion back.
 */
export type ModelNeed = "view" | "reply" | "comment" | "edit" | "share" | "manage" | "restore";

export type Rights = {
  view: { view: true };
  reply: { view: true; reply: true };
  comment: { view: true; reply: true; comment: true };
  edit: { view: true; reply: true; comment: true; edit: true };
  share: { view: true; reply: true; comment: true; edit: true; share: true };
  manage: { view: true; manage: true };
  restore: { restore: true };
};

/** Proof that a person may do something with a model. What asks for EditAccess takes ShareAccess too, and never ViewAccess. */
export interface ModelAccess<R extends Rights[ModelNeed]> {
  user: AuthenticatedUser;
  modelId: AuthorizedModelId;
  organisationId: AuthorizedOrganisationId;
  role: ModelRole;
  may: R;
  /** Where what is done with it runs. */
  scope: { user: AuthenticatedUserId; organisation: AuthorizedOrganisationId; model: AuthorizedModelId };
}

export type ViewAccess = ModelAccess<Rights["view"]>;
export type ReplyAccess = ModelAccess<Rights["reply"]>;
export type CommentAccess = ModelAccess<Rights["comment"]>;
export type EditAccess = ModelAccess<Rights["edit"]>;
export type ShareAccess = ModelAccess<Rights["share"]>;
export type ManageAccess = ModelAccess<Rights["manage"]>;
export type RestoreAccess = ModelAccess<Rights["restore"]>;

/** A member reads what belongs to the organisation; admins and owners "manage" it; what only an owner may do is to "own". */
export type OrganisationNeed = "organisation:view" | "organisation:manage" | "organisation:own";

export type OrganisationRights = {
  "organisation:view": { organisationView: true };
  "organisation:manage": { organisationView: true; organisationManage: true };
  "organisation:own": { organisationView: true; organisationManage: true; organisationOwn: true };
};

/** Proof that a person may do something with an organisation. What asks for the view of one takes the management of it too. */
export interface OrganisationAccess<R extends OrganisationRights[OrganisationNeed]> {
  user: AuthenticatedUser;
  organisationId: AuthorizedOrganisationId;
  role: OrganisationRole;
  may: R;
  scope: { user: AuthenticatedUserId; organisation: AuthorizedOrganisationId };
}

export type OrganisationViewAccess = OrganisationAccess<OrganisationRights["organisation:view"]>;
export type OrganisationManageAccess = OrganisationAccess<OrganisationRights["organisation:manage"]>;
export type OrganisationOwnAccess = OrganisationAccess<OrganisationRights["organisation:own"]>;

/** Whoever holds a link views; where the link says so they download, and whoever is signed in too may save a copy. */
export type LinkNeed = "link:view" | "link:download" | "link:copy";

export type LinkRights = {
  "link:view": { linkView: true };
  "link:download": { linkView: true; linkDownload: true };
  "link:copy": { linkView: true; linkDownload: true; linkCopy: true };
};

/** Proof that a request holds a link that is open, and has given its password where it has one. */
export interface LinkAccess<R extends LinkRights[LinkNeed]> {
  link: AuthorizedLink;
  linkId: string;
  mayDownload: boolean;
  may: R;
}

export type LinkViewAccess = LinkAccess<LinkRights["link:view"]>;
export type LinkDownloadAccess = LinkAccess<LinkRights["link:download"]>;
export type LinkCopyAccess = LinkAccess<LinkRights["link:copy"]>;

export type ModelState = "open" | "archived" | "deleted";

/** The person of a session's token, or null where it is unknown, ended or too old. */
export async function userOfSession(token: string): Promise<SessionUser | null> {
  if (!isToken(token)) return null;
  const found = await unsafeFindSession(hashToken(token));
  if (found === null || !isSessionLive(found, new Date())) return null;
  const { userId, name, email, sessionId, seenAt } = found;
  return { id: userId as AuthenticatedUserId, name, email, sessionId, seenAt };
}

/** Proof that whoever uses a session has shown of late that they are its person, with what a thief of the session does not have. */
export interface Confirmation {
  user: SessionUser;
  session: ConfirmedSessionId;
}

/** The proof that this session carries (confirm-identity.ts writes it), or null where it has none or the last one is too old. */
export async function confirmationOf(user: SessionUser): Promise<Confirmation | null> {
  const session = await inScope({ user: user.id }, (tx) =>
    tx.session.findFirst({
      where: { id: user.sessionId, userId: user.id, endedAt: null },
      select: { confirmedAt: true },
    }),
  );
  if (!isProofFresh(session?.confirmedAt ?? null, new Date())) return null;
  return { user, session: user.sessionId as ConfirmedSessionId };
}

/** An API token that was shown: who it acts for, where, and what it may do. */
export interface TokenHolder {
  tokenId: string;
  user: AuthenticatedUser;
  organisationId: AuthorizedOrganisationId;
  /** The person's own, in the organisation. */
  role: OrganisationRole;
  scopes: readonly ApiScope[];
}

/** Whom an API token acts for, or null where it is unknown, ended or outdated, or its person has left its organisation. */
export async function holderOfApiToken(token: string): Promise<TokenHolder | null> {
  const found = await unsafeUseApiToken(hashToken(token));
  if (found === null) return null;
  const { tokenId, userId, name, email, organisationId, role, scopes } = found;
  return {
    tokenId,
    user: { id: userId as AuthenticatedUserId, name, email },
    organisationId: organisationId as AuthorizedOrganisationId,
    role,
    scopes: apiScopes.filter((scope) => scopes.includes(scope)),
  };
}

/**
 * The person of an address and a password, or null; it takes as long where nobody has the address. With the hash that it was checked
 * against: whatever rests on it asks whether it is still the present one.
 */
export async function userOfPassword(
  email: string,
  password: string,
): Promise<{ id: AuthenticatedUserId; passwordHash: string } | null> {
  const found = await unsafeFindUserForSignIn(email);
  const passwordHash = found?.passwordHash ?? null;
  const isRight = await verifyPassword(passwordHash, password);
  return found && passwordHash !== null && isRight ? { id: found.userId as AuthenticatedUserId, passwordHash } : null;
}

/**
 * The person whose mailed link this is, which is used up and proves their address; null where it is unknown, used or expired. With the
 * hash of their password: whatever rests on the link asks whether it is still the present one.
 */
export async function userOfSignInLink(
  token: string,
): Promise<{ id: AuthenticatedUserId; email: string; wasFirst: boolean; passwordHash: string | null } | null> {
  if (!isToken(token)) return null;
  const found = await unsafeRedeemSignInLink(hashToken(token));
  if (found === null) return null;
  const { userId, email, wasFirst, passwordHash } = found;
  return { id: userId as AuthenticatedUserId, email, wasFirst, passwordHash };
}

/**
 * The person whose reset link this is, which is used up and sets their password; null where it is unknown, used or expired.
 *
 * @param also what is written with it or not at all, in the scope of the person
 */
export async function userOfPasswordReset(
  token: string,
  passwordHash: string,
  also: (tx: ScopedTransaction, user: AuthenticatedUserId) => Promise<void>,
): Promise<AuthenticatedUserId | null> {
  const person = await unsafeRedeemPasswordReset(hashToken(token), passwordHash, (tx, id) =>
    also(tx, id as AuthenticatedUserId),
  );
  return person as AuthenticatedUserId | null;
}

/** The person of a sign-in whose second step is passed by a time step or a recovery code, both used up by it; else null. */
export async function userOfSignInStep(
  token: string,
  { userId }: TriedSignInStep,
  by: Parameters<typeof unsafePassSignInStep>[1],
): Promise<{ id: AuthenticatedUserId; way: "password" | "mail"; passwordHash: string | null } | null> {
  const passed = await unsafePassSignInStep(hashToken(token), by);
  if (passed?.userId !== userId) return null;
  return { id: passed.userId as AuthenticatedUserId, way: passed.way, passwordHash: passed.passwordHash };
}

/** The person of an OpenID Connect subject, whose claims the caller has verified, or why there is none. */
export async function userOfIdentity(
  claims: IdentityClaims,
): Promise<{ id: AuthenticatedUserId } | { refused: "unverified" | "other" | "closed" }> {
  const { outcome, userId } = await unsafeSignInByIdentity(claims);
  return userId === null ? { refused: outcome } : { id: userId as AuthenticatedUserId };
}

/**
 * Proof that the person may do this with the organisation that the request names. Null where it is not there or they do not belong to it,
 * which is to be answered alike; "refused" where they belong to it but may not do this.
 */
export async function authorizeOrganisation<N extends OrganisationNeed>(
  user: AuthenticatedUser,
  id: unknown,
  need: N,
): Promise<OrganisationAccess<OrganisationRights[N]> | "refused" | null> {
  const named = z.uuid().safeParse(id);
  if (!named.success) return null;
  const [membership] = await readInScope(
    { user: user.id },
    (tx) => tx.$queryRaw<{ organisationId: string; role: OrganisationRole }[]>`
      select m.organisation_id as "organisationId", m.role::text as role
      from memberships m where m.user_id = ${user.id}::uuid and m.organisation_id = ${named.data}::uuid`,
  );
  if (membership === undefined) return null;
  return allowsOrganisation(membership.role, need) ? organisationAccess(user, membership) : "refused";
}

/** Proof that the person whose token was shown may do this with the organisation that the token keeps to; "refused" where they may not. */
export function authorizeTokenOrganisation<N extends OrganisationNeed>(
  { user, organisationId, role }: TokenHolder,
  need: N,
): OrganisationAccess<OrganisationRights[N]> | "refused" {
  return allowsOrganisation(role, need) ? organisationAccess(user, { organisationId, role }) : "refused";
}

/**
 * The organisation that the person works in at present, where new models go: the chosen one while they belong to it, else the one they
 * joined first. Null for somebody who belongs to none.
 *
 * @param chosen an organisation's id as the browser remembers it; proves nothing
 */
export async function authorizeCurrentOrganisation(
  user: AuthenticatedUser,
  chosen?: string,
): Promise<OrganisationViewAccess | null> {
  const { organisations } = await personFrame(user);
  const current = organisations.find(({ id }) => id === chosen) ?? organisations[0];
  return current ? organisationAccess(user, { organisationId: current.id, role: current.role }) : null;
}

function organisationAccess<N extends OrganisationNeed>(
  user: AuthenticatedUser,
  membership: { organisationId: string; role: OrganisationRole },
): OrganisationAccess<OrganisationRights[N]> {
  const organisationId = membership.organisationId as AuthorizedOrganisationId;
  const rights = { organisationView: true, organisationManage: true, organisationOwn: true } as const;
  return {
    user,
    organisationId,
    role: membership.role,
    may: rights as unknown as OrganisationRights[N],
    scope: { user: user.id, organisation: organisationId },
  };
}

/** Only what is listed is allowed, as with models. */
export function allowsOrganisation(role: OrganisationRole, need: OrganisationNeed): boolean {
  const allowed: Record<OrganisationRole, readonly OrganisationNeed[]> = {
    owner: ["organisation:view", "organisation:manage", "organisation:own"],
    admin: ["organisation:view", "organisation:manage"],
    member: ["organisation:view"],
  };
  return allowed[role].includes(need);
}

/**
 * Proof that the person may do this with the model that the request names. Null where it is not there or not theirs to see, which
 * is to be answered alike; "refused" where they see it but may not do this.
 *
 * @param within the one organisation that whoever asks keeps to, as an API token does
 */
export async function authorizeModel<N extends ModelNeed>(
  user: AuthenticatedUser,
  id: unknown,
  need: N,
  within?: AuthorizedOrganisationId,
): Promise<ModelAccess<Rights[N]> | "refused" | null> {
  const named = z.uuid().safeParse(id);
  if (!named.success) return null;
  const scope = within ? { user: user.id, organisation: within } : { user: user.id };
  const found = await readInScope(scope, (tx) => findRole(tx, user, named.data));
  if (found !== null && within !== undefined && found.organisationId !== within) return null;
  if (found === null || (found.state === "deleted" && need !== "restore")) return null;
  if (!allows(found.role, need) || !isOpenTo(found.state, need)) return "refused";
  const modelId = named.data.toLowerCase() as AuthorizedModelId;
  const organisationId = found.organisationId as AuthorizedOrganisationId;
  const rights = {
    view: true,
    reply: true,
    comment: true,
    edit: true,
    share: true,
    manage: true,
    restore: true,
  } as const;
  return {
    user,
    modelId,
    organisationId,
    role: found.role,
    may: rights as unknown as Rights[N],
    scope: { user: user.id, organisation: organisationId, model: modelId },
  };
}

/** Only what is listed is allowed: a role that is added later may do nothing until somebody says what. */
export function allows(role: ModelRole, need: ModelNeed): boolean {
  const allowed: Record<ModelRole, readonly ModelNeed[]> = {
    owner: ["view", "reply", "comment", "edit", "share", "manage", "restore"],
    editor: ["view", "reply", "comment", "edit"],
    commenter: ["view", "reply", "comment"],
    viewer: ["view", "reply"],
  };
  return allowed[role].includes(need);
}

/** What is archived can be read and taken out of the archive, and nothing else; what is deleted can be restored. */
export function isOpenTo(state: ModelState, need: ModelNeed): boolean {
  const open: Record<ModelState, readonly ModelNeed[]> = {
    open: ["view", "reply", "comment", "edit", "share", "manage", "restore"],
    archived: ["view", "manage", "restore"],
    deleted: ["restore"],
  };
  return open[state].includes(need);
}

interface FoundModel {
  organisationId: string;
  creatorId: string | null;
  isPrivate: boolean;
  archivedAt: Date | null;
  deletedAt: Date | null;
  membership: OrganisationRole | null;
  share: ShareRole | null;
}

/**
 * Its creator (while a member) and its organisation's owners and admins own a model; other members view it and comment on it unless it
 * is private; anybody else has the role it was shared with. Whoever is several of these has the most that one of them gives.
 */
async function findRole(
  tx: ReadTransaction,
  user: AuthenticatedUser,
  id: string,
): Promise<{ role: ModelRole; organisationId: string; state: ModelState } | null> {
  // One statement for all that decides: it stands before every request for a model.
  const [model] = await tx.$queryRaw<FoundModel[]>`
    select c.organisation_id as "organisationId", c.creator_id as "creatorId", c.is_private as "isPrivate",
           c.archived_at as "archivedAt", c.deleted_at as "deletedAt", m.role::text as membership, s.role::text as share
    from cost_models c
    left join memberships m on m.organisation_id = c.organisation_id and m.user_id = ${user.id}::uuid
    left join shares s on s.organisation_id = c.organisation_id and s.model_id = c.id and s.user_id = ${user.id}::uuid
    where c.id = ${id}::uuid`;
  if (model === undefined) return null;
  const { organisationId } = model;
  const role = roleOf(user, model);
  return role && { role, organisationId, state: stateOf(model) };
}

function stateOf({ archivedAt, deletedAt }: { archivedAt: Date | null; deletedAt: Date | null }): ModelState {
  return deletedAt ? "deleted" : archivedAt ? "archived" : "open";
}

interface RoleFacts {
  creatorId: string | null;
  isPrivate: boolean;
  membership?: OrganisationRole | null | undefined;
  share?: ShareRole | null | undefined;
}

function roleOf(user: AuthenticatedUser, { creatorId, isPrivate, membership, share }: RoleFacts): ModelRole | null {
  if (membership === "owner" || membership === "admin") return "owner";
  if (membership === "member" && creatorId === user.id) return "owner";
  if (share === "editor") return "editor";
  if (share === "commenter" || (membership === "member" && !isPrivate)) return "commenter";
  return share === "viewer" ? "viewer" : null;
}

/** A person in a session of theirs, who names a model that they want to read on. */
export interface Reader {
  user: SessionUser;
  modelId: string;
}

interface FoundReader extends RoleFacts {
  place: bigint;
  createdAt: Date;
  seenAt: Date;
  endedAt: Date | null;
  organisationId: string | null;
  archivedAt: Date | null;
  deletedAt: Date | null;
}

/**
 * Proves for many readers at once, in one statement, what authorizeModel proves for one: that they may view the model, and that their
 * session is still open. The scope of the transaction does not matter.
 *
 * @returns in the order of the readers; "gone" stands for all that authorizeModel answers with null
 */
export async function proveReaders(
  tx: ScopedTransaction,
  readers: readonly Reader[],
): Promise<(ViewAccess | "gone" | "signedOut")[]> {
  const rows = await tx.$queryRaw<FoundReader[]>`
    select place, created_at as "createdAt", seen_at as "seenAt", ended_at as "endedAt",
           organisation_id::text as "organisationId", creator_id::text as "creatorId", is_private as "isPrivate",
           archived_at as "archivedAt", deleted_at as "deletedAt", membership::text as membership, share::text as share
    from find_readers(${readers.map(({ modelId }) => modelId)}::uuid[], ${readers.map(({ user }) => user.id)}::uuid[],
                      ${readers.map(({ user }) => user.sessionId)}::uuid[])`;
  const found = new Map(rows.map((row) => [Number(row.place), row]));
  const now = new Date();
  return readers.map(({ user, modelId }, index) => {
    const row = found.get(index + 1);
    if (row === undefined || !isSessionLive(row, now)) return "signedOut";
    const role = row.organisationId === null || row.deletedAt !== null ? null : roleOf(user, row);
    if (role === null || row.organisationId === null || !allows(role, "view")) return "gone";
    const model = modelId.toLowerCase() as AuthorizedModelId;
    const organisationId = row.organisationId as AuthorizedOrganisationId;
    const scope = { user: user.id, organisation: organisationId, model };
    return { user, modelId: model, organisationId, role, may: { view: true }, scope };
  });
}

/**
 * Proof that this request may do this by the link whose token it names. Null where the link is unknown, revoked or expired, or its model
 * is put away, which is to be answered alike; "locked" where its password has not been given; "refused" where it does not allow this.
 *
 * @param seal what the browser keeps of having given the password
 */
export async function authorizeLink<N extends LinkNeed>(
  token: unknown,
  seal: string | undefined,
  need: N,
): Promise<LinkAccess<LinkRights[N]> | "locked" | "refused" | null> {
  if (!isToken(token)) return null;
  const tokenHash = hashToken(token);
  const found = await unsafeFindShareLink(tokenHash);
  if (found === null) return null;
  if (found.passwordHash !== null && !isLinkSeal(seal, found.linkId, found.passwordHash)) return "locked";
  if (need !== "link:view" && !found.mayDownload) return "refused";
  const rights = { linkView: true, linkDownload: true, linkCopy: true } as const;
  return {
    link: tokenHash as AuthorizedLink,
    linkId: found.linkId,
    mayDownload: found.mayDownload,
    may: rights as unknown as LinkRights[N],
  };
}
