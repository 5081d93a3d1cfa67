import "server-only";
import type { SharedRole } from "@/lib/draft/model";
import type { Outcome } from "@/lib/outcome";
import type { ShareAccess } from "@/lib/server/access/model";
import { recordEvent } from "@/lib/server/audit/record-event";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope } from "@/lib/server/runtime/scope";

const gone: Outcome = {
  ok: false,
  faults: [{ key: "form", message: "That was changed meanwhile. Reload the page to see who has access now." }],
};

/** Gives the holder of a share another role on this model. */
export async function changeRole(
  access: ShareAccess,
  shareId: string,
  role: SharedRole,
  origin: RequestOrigin,
): Promise<Outcome> {
  const { modelId, organisationId } = access;
  return inScope(access.scope, async (tx) => {
    const { count } = await tx.share.updateMany({ where: { id: shareId, modelId, organisationId }, data: { role } });
    if (count === 0) return gone;
    await recordEvent(tx, access, origin, {
      action: "share.changed",
      subjectType: "share",
      subjectId: shareId,
      detail: { model: modelId, role },
    });
    return { ok: true };
  });
}

/** Takes a share back: its holder sees the model no longer. */
export async function removeShare(access: ShareAccess, shareId: string, origin: RequestOrigin): Promise<Outcome> {
  const { modelId, organisationId } = access;
  return inScope(access.scope, async (tx) => {
    const { count } = await tx.share.deleteMany({ where: { id: shareId, modelId, organisationId } });
    if (count === 0) return gone;
    await recordEvent(tx, access, origin, {
      action: "share.removed",
      subjectType: "share",
      subjectId: shareId,
      detail: { model: modelId },
    });
    return { ok: true };
  });
}

/** Withdraws a link that nobody has accepted yet. */
export async function revokeInvitation(
  access: ShareAccess,
  invitationId: string,
  origin: RequestOrigin,
): Promise<Outcome> {
  const { modelId, organisationId } = access;
  return inScope(access.scope, async (tx) => {
    const { count } = await tx.shareInvitation.updateMany({
      where: { id: invitationId, modelId, organisationId, acceptedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) return gone;
    await recordEvent(tx, access, origin, {
      action: "invitation.revoked",
      subjectType: "invitation",
      subjectId: invitationId,
      detail: { model: modelId },
    });
    return { ok: true };
  });
}
