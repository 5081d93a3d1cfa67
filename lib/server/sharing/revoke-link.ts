import { type Outcome, refused } from "@/lib/outcome";
import "server-only";
import type { ShareAccess } from "@/lib/server/access/model";
import { recordEvent } from "@/lib/server/audit/record-event";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope } from "@/lib/server/runtime/scope";

/** Ends a link to this model for good: who holds it sees nothing from the next request on. */
export async function revokeLink(access: ShareAccess, linkId: string, origin: RequestOrigin): Promise<Outcome> {
  const { modelId, organisationId } = access;
  return inScope(access.scope, async (tx) => {
    const { count } = await tx.shareLink.updateMany({
      where: { id: linkId, modelId, organisationId, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) {
      const message = "This link was revoked meanwhile. Reload the page to see which links stand now.";
      return refused("form", message);
    }
    await recordEvent(tx, access, origin, {
      action: "link.revoked",
      subjectType: "link",
      subjectId: linkId,
      detail: { model: modelId },
    });
    return { ok: true };
  });
}
