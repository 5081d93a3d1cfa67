import "server-only";
import { z } from "zod";
import { type ApiScope, apiScopes } from "@/lib/schemas/api/scopes";
import type { ModelRole } from "@/lib/schemas/model";
import { verifyPassword } from "@/lib/server/auth/password-hash";
import { isSessionLive } from "@/lib/server/auth/session-rules";
import { hashToken, isToken } from "@/lib/server/auth/tokens";
import {
  unsafeFindSession,
  unsafeFindShareLink,
  unsafeFindUserForSignIn,
  unsafeRedeemPasswordReset,
  unsafeUseApiToken,
} from "@/lib/server/before-scope";
import {
  type IdentityClaims,
  type TriedSignInStep,
  unsafePassSignInStep,
  unsafeRedeemSignInLink,
  unsafeSignInByIdentity,
} from "@/lib/server/before-sign-in";
import type {
  AuthenticatedUserId,
  AuthorizedLink,
  AuthorizedModelId,
  AuthorizedOrganisationId,
} from "@/lib/server/ids";
import { inScope, type ScopedTransaction } from "@/lib/server/scope";
import { isLinkSeal } from "@/lib/server/sharing/link-seal";
import type { OrganisationRole, ShareRole } from "@/prisma/generated/client";

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

/** To "manage" is to archive a model, take it out again, and delete it; to "restore" is to take a deletion back. */
export type ModelNeed = "view" | "comment" | "edit" | "share" | "manage" | "restore";

export type Rights = {
  view: { view: true };
  comment: { view: true; comment: true };
  edit: { view: true; comment: true; edit: true };
  share: { view: true; comment: true; edit: true; share: true };
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

/** An API token that was shown: who it acts for, where, and what it may do. */
export interface TokenHolder {
  tokenId: string;
  user: AuthenticatedUser;
  organisationId: AuthorizedOrganisationId;
  scopes: readonly ApiScope[];
}

/** Whom an API token acts for, or null where it is unknown, ended or outdated, or its person has left its organisation. */
export async function holderOfApiToken(token: string): Promise<TokenHolder | null> {
  const found = await unsafeUseApiToken(hashToken(token));
  if (found === null) return null;
  const { tokenId, userId, name, email, organisationId, scopes } = found;
  return {
    tokenId,
    user: { id: userId as AuthenticatedUserId, name, email },
    organisationId: organisationId as AuthorizedOrganisationId,
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

/** The person whose reset link this is, which is used up and sets their password; null where it is unknown, used or expired. */
export async function userOfPasswordReset(token: string, passwordHash: string): Promise<AuthenticatedUserId | null> {
  return (await unsafeRedeemPasswordReset(hashToken(token), passwordHash)) as AuthenticatedUserId | null;
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
  const membership = await inScope({ user: user.id }, (tx) =>
    tx.membership.findFirst({
      where: { userId: user.id, organisationId: named.data },
      select: { organisationId: true, role: true },
    }),
  );
  if (membership === null) return null;
  return allowsOrganisation(membership.role, need) ? organisationAccess(user, membership) : "refused";
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
  const memberships = await inScope({ user: user.id }, (tx) =>
    tx.membership.findMany({
      where: { userId: user.id },
      orderBy: [{ createdAt: "asc" }, { organisationId: "asc" }],
      select: { organisationId: true, role: true },
    }),
  );
  const membership = memberships.find(({ organisationId }) => organisationId === chosen) ?? memberships[0];
  return membership ? organisationAccess(user, membership) : null;
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
  const found = await inScope(scope, (tx) => findRole(tx, user, named.data));
  if (found !== null && within !== undefined && found.organisationId !== within) return null;
  if (found === null || (found.state === "deleted" && need !== "restore")) return null;
  if (!allows(found.role, need) || !isOpenTo(found.state, need)) return "refused";
  const modelId = named.data.toLowerCase() as AuthorizedModelId;
  const organisationId = found.organisationId as AuthorizedOrganisationId;
  const rights = { view: true, comment: true, edit: true, share: true, manage: true, restore: true } as const;
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
    owner: ["view", "comment", "edit", "share", "manage", "restore"],
    editor: ["view", "comment", "edit"],
    commenter: ["view", "comment"],
    viewer: ["view"],
  };
  return allowed[role].includes(need);
}

/** What is archived can be read and taken out of the archive, and nothing else; what is deleted can be restored. */
export function isOpenTo(state: ModelState, need: ModelNeed): boolean {
  const open: Record<ModelState, readonly ModelNeed[]> = {
    open: ["view", "comment", "edit", "share", "manage", "restore"],
    archived: ["view", "manage", "restore"],
    deleted: ["restore"],
  };
  return open[state].includes(need);
}

/**
 * Its creator (while a member) and its organisation's owners and admins own a model; other members view it and comment on it unless it
 * is private; anybody else has the role it was shared with. Whoever is several of these has the most that one of them gives.
 */
async function findRole(
  tx: ScopedTransaction,
  user: AuthenticatedUser,
  id: string,
): Promise<{ role: ModelRole; organisationId: string; state: ModelState } | null> {
  const model = await tx.costModel.findFirst({
    where: { id },
    select: {
      organisationId: true,
      creatorId: true,
      isPrivate: true,
      archivedAt: true,
      deletedAt: true,
      organisation: { select: { memberships: { where: { userId: user.id }, select: { role: true } } } },
      shares: { where: { userId: user.id }, select: { role: true } },
    },
  });
  if (model === null) return null;
  const { organisation, shares, ...facts } = model;
  const role = roleOf(user, { ...facts, membership: organisation.memberships[0]?.role, share: shares[0]?.role });
  return role && { role, organisationId: model.organisationId, state: stateOf(model) };
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
