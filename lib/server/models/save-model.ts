import "server-only";
import type { ModelDraft, SaveOutcome } from "@/lib/schemas/model";
import type { EditAccess } from "@/lib/server/access";
import { recordEvent } from "@/lib/server/audit/record-event";
import type { RequestOrigin } from "@/lib/server/request";
import { inScope } from "@/lib/server/scope";
import { foldRevision } from "./fold-revision";
import { headlineOf } from "./headline";
import { readModel } from "./model-row";
import { monthDate } from "./start-month";
import { storedFigures } from "./stored-figures";

/**
 * Saves a draft over the revision that it was made from, as a new revision. The draft has passed checkDraft.
 * Where somebody saved in between, nothing is changed and what stands now comes back: the number is checked by the UPDATE itself.
 *
 * @param restored the revision that the draft brings back: its number, and the version that it was saved under and stays under
 */
export async function saveModel(
  access: EditAccess,
  given: { revision: number; draft: ModelDraft },
  origin: RequestOrigin,
  restored: { number: number; modelVersion: number } | null = null,
): Promise<SaveOutcome> {
  const { user, modelId, organisationId } = access;
  const { draft } = given;
  const content = {
    name: draft.name,
    description: draft.description,
    startMonth: monthDate(draft.startMonth),
    currency: draft.currency,
    ...storedFigures(draft, restored?.modelVersion),
    headline: headlineOf(draft),
  };
  const restoredFrom = restored?.number ?? null;
  const revision = given.revision + 1;
  const changedAt = new Date();
  return inScope(access.scope, async (tx): Promise<SaveOutcome> => {
    const { count } = await tx.costModel.updateMany({
      where: { id: modelId, organisationId, revision: given.revision, archivedAt: null, deletedAt: null },
      data: { ...content, revision, changedAt },
    });
    if (count === 0) {
      const current = await readModel(tx, access);
      if (current?.isArchived) {
        return {
          kind: "refused",
          message: "This model was archived in the meantime. Unarchive it in the list of models, then save again.",
        };
      }
      return current
        ? { kind: "stale", current }
        : {
            kind: "refused",
            message: "This model is no longer yours to change. Copy what you typed before you leave.",
          };
    }
    const isFolded = restoredFrom === null && (await foldRevision(tx, access, revision, content, changedAt));
    if (!isFolded) {
      const own = { number: revision, authorId: user.id, createdAt: changedAt, startedAt: changedAt, restoredFrom };
      await tx.revision.create({ data: { ...content, ...own, organisationId, modelId }, select: { id: true } });
    }
    await recordEvent(tx, access, origin, {
      action: "model.saved",
      subjectType: "model",
      subjectId: modelId,
      detail: { revision, ...(restoredFrom !== null && { restored: restoredFrom }) },
    });
    return { kind: "saved", revision, changedAt: changedAt.toISOString() };
  });
}
