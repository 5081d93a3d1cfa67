import "server-only";
import type { ModelDraft, SaveOutcome } from "@/lib/schemas/model";
import type { EditAccess } from "@/lib/server/access";
import { recordEvent } from "@/lib/server/audit/record-event";
import type { RequestOrigin } from "@/lib/server/request";
import { keptScenarios, ScenarioChanged, writeKeptScenarios } from "@/lib/server/scenarios/keep-money";
import { inScope, type ScopedTransaction } from "@/lib/server/scope";
import { foldRevision } from "./fold-revision";
import { headlineOf } from "./headline";
import { readModel } from "./model-row";
import { monthDate } from "./start-month";
import { storedFigures } from "./stored-figures";

export interface GivenSave {
  revision: number;
  draft: ModelDraft;
  /**
   * Of the change of the rate to the dollar since that revision, the part over which typed money kept its figures: the new rate over the
   * old one where it was relabelled. Money typed in scenarios follows; for the rest of the change it is converted. 1 where left out.
   */
  kept?: number;
}

/** How often somebody may change a scenario in between before the save is put off. */
const tries = 3;

/**
 * Saves a draft over the revision that it was made from, as a new revision. The draft has passed checkDraft.
 * Where somebody saved in between, nothing is changed and what stands now comes back: the number is checked by the UPDATE itself.
 *
 * @param restored the revision that the draft brings back: its number, and the version that it was saved under and stays under
 */
export async function saveModel(
  access: EditAccess,
  given: GivenSave,
  origin: RequestOrigin,
  restored: { number: number; modelVersion: number } | null = null,
): Promise<SaveOutcome> {
  for (let n = 0; n < tries; n++) {
    try {
      return await inScope(access.scope, (tx) => saveIn(tx, access, given, origin, restored));
    } catch (error) {
      if (!(error instanceof ScenarioChanged)) throw error;
    }
  }
  return { kind: "later", seconds: 1, message: "others are changing this model's scenarios just now." };
}

async function saveIn(
  tx: ScopedTransaction,
  access: EditAccess,
  given: GivenSave,
  origin: RequestOrigin,
  restored: { number: number; modelVersion: number } | null,
): Promise<SaveOutcome> {
  const { user, modelId, organisationId } = access;
  const { draft, kept = 1 } = given;
  const content = {
    name: draft.name,
    description: draft.description,
    startMonth: monthDate(draft.startMonth),
    fiscalYearStart: draft.fiscalYearStart,
    currency: draft.currency,
    ...storedFigures(draft, restored?.modelVersion),
    headline: headlineOf(draft),
  };
  const restoredFrom = restored?.number ?? null;
  const revision = given.revision + 1;
  const changedAt = new Date();
  const model = { id: modelId, organisationId, archivedAt: null, deletedAt: null };
  const before =
    kept === 1
      ? null
      : await tx.costModel.findFirst({
          where: { ...model, revision: given.revision },
          select: { currencyRate: true },
        });
  const scenarios = before && (await keptScenarios(tx, access, { from: before.currencyRate, kept, draft }));
  if (scenarios?.ok === false) return { kind: "invalid", faults: scenarios.faults };
  const { count } = await tx.costModel.updateMany({
    where: { ...model, revision: given.revision },
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
  if (scenarios) await writeKeptScenarios(tx, access, scenarios.scenarios, draft, changedAt);
  const isFolded = restoredFrom === null && (await foldRevision(tx, access, revision, content, kept, changedAt));
  if (!isFolded) {
    const own = {
      number: revision,
      authorId: user.id,
      createdAt: changedAt,
      startedAt: changedAt,
      restoredFrom,
      moneyKept: kept,
    };
    await tx.revision.create({ data: { ...content, ...own, organisationId, modelId }, select: { id: true } });
  }
  await recordEvent(tx, access, origin, {
    action: "model.saved",
    subjectType: "model",
    subjectId: modelId,
    detail: { revision, ...(restoredFrom !== null && { restored: restoredFrom }) },
  });
  return { kind: "saved", revision, changedAt: changedAt.toISOString() };
}
