import "server-only";
import type { Outcome } from "@/lib/outcome";
import type { ShareAccess } from "@/lib/server/access/model";
import { recordedChange } from "@/lib/server/audit/recorded-change";
import type { RequestOrigin } from "@/lib/server/runtime/request";

/** Ends a link to this model for good: who holds it sees nothing from the next request on. */
export function revokeLink(access: ShareAccess, linkId: string, origin: RequestOrigin): Promise<Outcome> {
  const { modelId, organisationId } = access;
  return recordedChange(access, origin, {
    change: (tx) =>
      tx.shareLink.updateMany({
        where: { id: linkId, modelId, organisationId, revokedAt: null },
        data: { revokedAt: new Date() },
      }),
    event: { action: "link.revoked", subjectType: "link", subjectId: linkId, detail: { model: modelId } },
    gone: "This link was revoked meanwhile. Reload the page to see which links stand now.",
  });
}
