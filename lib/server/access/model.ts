import "server-only";
import { z } from "zod";
import type { ModelRole } from "@/lib/draft/model";
import type { AuthenticatedUserId, AuthorizedModelId, AuthorizedOrganisationId } from "@/lib/server/runtime/ids";
import { readInScope } from "@/lib/server/runtime/read-scope";
import type { ScopedTransaction } from "@/lib/server/runtime/scope";
import type { AuthenticatedUser, SessionUser, TokenHolder } from "./person";
import { Proof, sealProof } from "./proof";
import { allows, isOpenTo, type ModelNeed, type ModelRights, type ModelState, modelRights } from "./roles";
import { isSessionLive } from "./session-rules";
import { type FoundModel, type RoleFacts, unsafeFindModel, unsafeFindReaders } from "./sql";

/** Proof that a person may do something with a model. What asks for EditAccess takes ShareAccess too, and never ViewAccess. */
class ModelProof<R extends ModelRights[ModelNeed]> extends Proof {
  readonly modelId: AuthorizedModelId;
  readonly organisationId: AuthorizedOrganisationId;
  readonly role: ModelRole;
  /** Whether the person belongs to its organisation, and does not see it by a share alone. */
  readonly isMember: boolean;
  /** Where what is done with it runs. */
  readonly scope: {
    readonly user: AuthenticatedUserId;
    readonly organisation: AuthorizedOrganisationId;
    readonly model: AuthorizedModelId;
  };

  constructor(
    readonly user: AuthenticatedUser,
    found: { modelId: string; organisationId: string; role: ModelRole; isMember: boolean },
    readonly may: R,
  ) {
    super();
    this.modelId = found.modelId.toLowerCase() as AuthorizedModelId;
    this.organisationId = found.organisationId as AuthorizedOrganisationId;
    this.role = found.role;
    this.isMember = found.isMember;
    this.scope = Object.freeze({ user: user.id, organisation: this.organisationId, model: this.modelId });
    sealProof(this);
  }
}

export type { ModelProof as ModelAccess };

export type ViewAccess = ModelProof<ModelRights["view"]>;

export type ReplyAccess = ModelProof<ModelRights["reply"]>;

export type CommentAccess = ModelProof<ModelRights["comment"]>;

export type EditAccess = ModelProof<ModelRights["edit"]>;

export type ShareAccess = ModelProof<ModelRights["share"]>;

export type ManageAccess = ModelProof<ModelRights["manage"]>;

export type RestoreAccess = ModelProof<ModelRights["restore"]>;

/**
 * Proof that the person may do this with the model that the request names. Null where it is not there or not theirs to see, which
 * is to be answered alike; "refused" where they see it but may not do this.
 *
 * @param within the one organisation that the request keeps to, as an API token does
 */
export async function authorizeModel<N extends ModelNeed>(
  user: AuthenticatedUser,
  id: unknown,
  need: N,
  within?: AuthorizedOrganisationId,
): Promise<ModelProof<ModelRights[N]> | "refused" | null> {
  const named = modelIdOf(id);
  if (named === null) return null;
  const scope = within ? { user: user.id, organisation: within } : { user: user.id };
  const found = await readInScope(scope, (tx) => unsafeFindModel(tx, user.id, named));
  return judged(user, found, need, within);
}

/** The same for the holder of an API token, from what the database found with the token: in its organisation alone. */
export function authorizeTokenModel<N extends ModelNeed>(
  { user, organisationId }: TokenHolder,
  found: FoundModel | null,
  need: N,
): ModelProof<ModelRights[N]> | "refused" | null {
  return judged(user, found, need, organisationId);
}

/** The id that a request names, or null where it is none. */
export function modelIdOf(named: unknown): string | null {
  return z.uuid().safeParse(named).data ?? null;
}

function judged<N extends ModelNeed>(
  user: AuthenticatedUser,
  found: FoundModel | null,
  need: N,
  within: AuthorizedOrganisationId | undefined,
): ModelProof<ModelRights[N]> | "refused" | null {
  if (found === null || (within !== undefined && found.organisationId !== within)) return null;
  const [role, state] = [roleOf(user, found), stateOf(found)];
  if (role === null || (state === "deleted" && need !== "restore")) return null;
  if (!allows(role, need) || !isOpenTo(state, need)) return "refused";
  const { id: modelId, organisationId, membership } = found;
  return new ModelProof(user, { modelId, organisationId, role, isMember: membership !== null }, modelRights[need]);
}

function stateOf({ archivedAt, deletedAt }: { archivedAt: Date | null; deletedAt: Date | null }): ModelState {
  return deletedAt ? "deleted" : archivedAt ? "archived" : "open";
}

/**
 * Its creator (while a member) and its organisation's owners and admins own a model; other members view it and comment on it unless it
 * is private; anyone else has the role it was shared with. Who is several of these has the most that one of them gives.
 */
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
  const rows = await unsafeFindReaders(
    tx,
    readers.map(({ user, modelId }) => ({ userId: user.id, sessionId: user.sessionId, modelId })),
  );
  const found = new Map(rows.map((row) => [Number(row.place), row]));
  const now = new Date();
  return readers.map(({ user, modelId }, index) => {
    const row = found.get(index + 1);
    if (row === undefined || !isSessionLive(row, now)) return "signedOut";
    const role = row.organisationId === null || row.deletedAt !== null ? null : roleOf(user, row);
    if (role === null || row.organisationId === null || !allows(role, "view")) return "gone";
    const { organisationId, membership } = row;
    return new ModelProof(user, { modelId, organisationId, role, isMember: membership !== null }, modelRights.view);
  });
}
