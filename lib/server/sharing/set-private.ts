import "server-only";
import { type Outcome, refused } from "@/lib/outcome";
import type { ShareAccess } from "@/lib/server/access/model";
import { recordEvent } from "@/lib/server/audit/record-event";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope } from "@/lib/server/runtime/scope";

/** Keeps a model from the organisation's plain members, or opens it to them; those it is shared with keep it either way. */
export async function setPrivate(access: ShareAccess, isPrivate: boolean, origin: RequestOrigin): Promise<Outcome> {
  const { modelId, organisationId } = access;
  return inScope(access.scope, async (tx): Promise<Outcome> => {
    const where = { id: modelId, organisationId, deletedAt: null };
    const { count } = await tx.costModel.updateMany({
      where: { ...where, isPrivate: !isPrivate },
      data: { isPrivate },
    });
    if (count > 0) {
      await recordEvent(tx, access, origin, {
        action: isPrivate ? "model.made-private" : "model.opened-to-members",
        subjectType: "model",
        subjectId: modelId,
      });
    } else if ((await tx.costModel.count({ where })) === 0) {
      return refused("form", "This model is no longer there. Reload the page.");
    }
    return { ok: true };
  });
}
