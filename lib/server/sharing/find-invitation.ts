import "server-only";
import type { SharedRole } from "@/lib/draft/model";
import { authorizeModel } from "@/lib/server/access/model";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import type { ModelNeed } from "@/lib/server/access/roles";
import { hashToken, isToken } from "@/lib/server/crypto/tokens";
import { unsafeFindShareInvitation, unsafeShareInvitationState } from "@/lib/server/sharing/sql";

export type Invitation =
  | { state: "open"; modelName: string; inviter: string; role: SharedRole }
  /** The person who asks has the model already, by this link or otherwise. */
  | { state: "yours"; modelId: string }
  | { state: "unknown" | "used" | "expired" | "revoked" };

/** What a role lets its holder do that no lesser one does: who may do it has what the link would give. */
const needs: Record<SharedRole, ModelNeed> = { viewer: "view", commenter: "comment", editor: "edit" };

/** What the page behind an invitation's link tells who opened it. Looking uses nothing up. */
export async function findInvitation(token: string, user: AuthenticatedUser | null): Promise<Invitation> {
  if (!isToken(token)) return { state: "unknown" };
  const hash = hashToken(token);
  const found = await unsafeShareInvitationState(hash);
  if (found === null) return { state: "unknown" };
  if (user) {
    const access = await authorizeModel(user, found.modelId, needs[found.role]);
    if (access !== null && access !== "refused") return { state: "yours", modelId: access.modelId };
  }
  if (found.state !== "open") return { state: found.state };
  const open = await unsafeFindShareInvitation(hash);
  if (open === null) return { state: "expired" };
  return { state: "open", modelName: open.modelName, inviter: open.inviterName ?? "Someone", role: open.role };
}
