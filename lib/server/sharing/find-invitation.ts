import "server-only";
import type { AuthenticatedUser } from "@/lib/server/access";
import { authorizeModel } from "@/lib/server/access";
import { hashToken, isToken } from "@/lib/server/auth/tokens";
import { unsafeFindShareInvitation, unsafeShareInvitationState } from "@/lib/server/before-scope";

export type Invitation =
  | { state: "open"; modelName: string; inviter: string; role: "viewer" | "editor" }
  /** The person who asks has the model already, by this link or otherwise. */
  | { state: "yours"; modelId: string }
  | { state: "unknown" | "used" | "expired" | "revoked" };

/** What the page behind an invitation's link tells whoever opened it. Looking uses nothing up. */
export async function findInvitation(token: string, user: AuthenticatedUser | null): Promise<Invitation> {
  if (!isToken(token)) return { state: "unknown" };
  const hash = hashToken(token);
  const found = await unsafeShareInvitationState(hash);
  if (found === null) return { state: "unknown" };
  if (user) {
    const access = await authorizeModel(user, found.modelId, found.role === "editor" ? "edit" : "view");
    if (access !== null && access !== "refused") return { state: "yours", modelId: access.modelId };
  }
  if (found.state !== "open") return { state: found.state };
  const open = await unsafeFindShareInvitation(hash);
  if (open === null) return { state: "expired" };
  return { state: "open", modelName: open.modelName, inviter: open.inviterName ?? "Somebody", role: open.role };
}
