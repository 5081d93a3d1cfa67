import "server-only";
import type { SharedRole } from "@/lib/draft/model";
import type { Outcome } from "@/lib/outcome";
import type { ShareAccess } from "@/lib/server/access/model";
import { recordedChange } from "@/lib/server/audit/recorded-change";
import type { RequestOrigin } from "@/lib/server/runtime/request";

const gone = "That was changed meanwhile. Reload the page to see who has access now.";

/** Gives the holder of a share another role on this model. */
export function changeRole(
  access: ShareAccess,
  shareId: string,
  role: SharedRole,
  origin: RequestOrigin,
): Promise<Outcome> {
  const { modelId, organisationId } = access;
  return recordedChange(access, origin, {
    change: (tx) => tx.share.updateMany({ where: { id: shareId, modelId, organisationId }, data: { role } }),
    event: { action: "share.changed", subjectType: "share", subjectId: shareId, detail: { model: modelId, role } },
    gone,
  });
}

/** Takes a share back: its holder sees the model no longer. */
export function removeShare(access: ShareAccess, shareId: string, origin: RequestOrigin): Promise<Outcome> {
  const { modelId, organisationId } = access;
  return recordedChange(access, origin, {
    change: (tx) => tx.share.deleteMany({ where: { id: shareId, modelId, organisationId } }),
    event: { action: "share.removed", subjectType: "share", subjectId: shareId, detail: { model: modelId } },
    gone,
  });
}

/** Withdraws a link that nobody has accepted yet. */
export function revokeInvitation(access: ShareAccess, id: string, origin: RequestOrigin): Promise<Outcome> {
  const { modelId, organisationId } = access;
  return recordedChange(access, origin, {
    change: (tx) =>
      tx.shareInvitation.updateMany({
        where: { id, modelId, organisationId, acceptedAt: null, revokedAt: null },
        data: { revokedAt: new Date() },
      }),
    event: { action: "invitation.revoked", subjectType: "invitation", subjectId: id, detail: { model: modelId } },
    gone,
  });
}
