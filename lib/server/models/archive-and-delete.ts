import "server-only";
import { type Outcome, refused } from "@/lib/outcome";
import type { ManageAccess, RestoreAccess } from "@/lib/server/access/model";
import { type AuditAction, recordEvent } from "@/lib/server/audit/record-event";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope } from "@/lib/server/runtime/scope";
import { cleanName } from "@/lib/text/clean-name";

interface Change {
  where: { archivedAt?: null | { not: null }; deletedAt?: null | { not: null } };
  data: { archivedAt?: Date | null; deletedAt?: Date | null };
  action: AuditAction;
}

/** A model that is already where it is wanted stays as it is, and nothing is written down: of two clicks one counts. */
async function change(
  access: ManageAccess | RestoreAccess,
  { where, data, action }: Change,
  origin: RequestOrigin,
): Promise<Outcome> {
  const { modelId, organisationId } = access;
  return inScope(access.scope, async (tx): Promise<Outcome> => {
    const { count } = await tx.costModel.updateMany({ where: { ...where, id: modelId, organisationId }, data });
    if (count > 0) {
      await recordEvent(tx, access, origin, { action, subjectType: "model", subjectId: modelId });
      return { ok: true };
    }
    const isThere = (await tx.costModel.count({ where: { id: modelId, organisationId } })) > 0;
    return isThere ? { ok: true } : refused("form", "This model is no longer there. Reload the page.");
  });
}

/** Puts a model away: it can be read, and not changed. */
export function archiveModel(access: ManageAccess, origin: RequestOrigin): Promise<Outcome> {
  const data = { archivedAt: new Date() };
  return change(access, { where: { archivedAt: null, deletedAt: null }, data, action: "model.archived" }, origin);
}

export function unarchiveModel(access: ManageAccess, origin: RequestOrigin): Promise<Outcome> {
  const where = { archivedAt: { not: null }, deletedAt: null };
  return change(access, { where, data: { archivedAt: null }, action: "model.unarchived" }, origin);
}

/**
 * Takes a model away from everybody; it can be restored until a sweep removes it, 30 days later.
 *
 * @param typedTitle of the approved decision that rests on it, typed to show that it is meant
 */
export async function deleteModel(access: ManageAccess, origin: RequestOrigin, typedTitle = ""): Promise<Outcome> {
  const title = await decidedTitle(access);
  if (title !== null && cleanName(typedTitle) !== title) {
    return refused("title", `The approved decision “${title}” rests on this model. Type its title to delete both.`);
  }
  return change(
    access,
    { where: { deletedAt: null }, data: { deletedAt: new Date() }, action: "model.deleted" },
    origin,
  );
}

/** What the decision is called that holds on a model; null where there is none. */
async function decidedTitle({ scope, modelId, organisationId }: ManageAccess): Promise<string | null> {
  const where = { modelId, organisationId, state: "approved" } as const;
  const found = await inScope(scope, (tx) => tx.decision.findFirst({ where, select: { title: true } }));
  return found?.title ?? null;
}

/** Takes a deletion back. Who had access has it again; an archived model comes back archived. */
export function restoreModel(access: RestoreAccess, origin: RequestOrigin): Promise<Outcome> {
  const where = { deletedAt: { not: null } };
  return change(access, { where, data: { deletedAt: null }, action: "model.restored" }, origin);
}
