import "server-only";
import type { CostModelFull, ModelDraft } from "@/lib/draft/model";
import type { SaveOutcome } from "@/lib/draft/save-outcome";
import type { EditAccess } from "@/lib/server/access/model";
import { recordEvent } from "@/lib/server/audit/record-event";
import { keptScenarios, ScenarioChanged, writeKeptScenarios } from "@/lib/server/models/scenarios/keep-money";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope, type ScopedTransaction } from "@/lib/server/runtime/scope";
import { declareInTurns } from "./declare-in-turns";
import { foldRevision } from "./fold-revision";
import { readModel } from "./model-row";
import { storedContent, unreadable } from "./stored-figures";

export interface GivenSave {
  revision: number;
  draft: ModelDraft;
  /**
   * Of the change of the rate to the dollar since that revision, the part over which typed money kept its figures: the new rate over the
   * old one where it was relabelled. Money typed in scenarios follows; for the rest of the change it is converted. 1 where left out.
   */
  kept?: number;
}

/** What a save is, where it is more than one of what someone typed: each is a revision of its own. */
interface SaveOf {
  /** The number of the revision that it brings back. */
  restored?: number;
  /** The version that the model keeps to from now on; where left out, the one that it keeps to. */
  modelVersion?: number;
  /** What its revision says of it. */
  note?: string;
}

/** How often someone may change a scenario in between before the save is put off. */
const tries = 3;

/**
 * Saves a draft over the revision that it was made from, as a new revision. The draft has passed checkDraft. The model keeps to its version
 * of formulas and defaults, whatever the present one is.
 * Where someone saved in between, nothing is changed and what stands now comes back: the number is checked by the UPDATE itself.
 */
export async function saveModel(
  access: EditAccess,
  given: GivenSave,
  origin: RequestOrigin,
  of: SaveOf = {},
): Promise<SaveOutcome<CostModelFull>> {
  await declareInTurns(given.draft);
  for (let n = 0; n < tries; n++) {
    try {
      return await inScope(access.scope, (tx) => saveIn(tx, access, given, origin, of));
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
  { restored, modelVersion, note = "" }: SaveOf,
): Promise<SaveOutcome<CostModelFull>> {
  const { user, modelId, organisationId } = access;
  const { draft, kept = 1 } = given;
  const model = { id: modelId, organisationId, archivedAt: null, deletedAt: null };
  const before = await tx.costModel.findFirst({
    where: { ...model, revision: given.revision },
    select: { currencyRate: true, modelVersion: true },
  });
  if (before === null) return whatStands(tx, access);
  const version = modelVersion ?? before.modelVersion;
  const faults = unreadable(draft, version);
  if (faults.length > 0) return { kind: "invalid", faults };
  const content = storedContent(draft, version);
  const restoredFrom = restored ?? null;
  const revision = given.revision + 1;
  const changedAt = new Date();
  const isMoved = version !== before.modelVersion;
  const scenarios = kept === 1 && !isMoved ? null : await keptScenarios(tx, access, { before, kept, draft, version });
  if (scenarios?.ok === false) return { kind: "invalid", faults: scenarios.faults };
  const { count } = await tx.costModel.updateMany({
    where: { ...model, revision: given.revision },
    // The trials of the earlier figures say nothing of these.
    data: { ...content, verdict: null, revision, changedAt },
  });
  if (count === 0) return whatStands(tx, access);
  if (scenarios) await writeKeptScenarios(tx, access, scenarios.scenarios, draft, changedAt);
  const isOwn = restoredFrom !== null || isMoved || note !== "";
  const isFolded = !isOwn && (await foldRevision(tx, access, revision, content, kept, changedAt));
  if (!isFolded) {
    const own = {
      number: revision,
      authorId: user.id,
      createdAt: changedAt,
      startedAt: changedAt,
      restoredFrom,
      note,
      moneyKept: kept,
    };
    await tx.revision.create({ data: { ...content, ...own, organisationId, modelId }, select: { id: true } });
  }
  await recordEvent(tx, access, origin, {
    action: "model.saved",
    subjectType: "model",
    subjectId: modelId,
    detail: {
      revision,
      ...(restoredFrom !== null && { restored: restoredFrom }),
      ...(isMoved && { modelVersion: version }),
    },
  });
  return { kind: "saved", revision, changedAt: changedAt.toISOString() };
}

/** Why nothing was changed: someone was first, or the model may not be changed any more. */
async function whatStands(tx: ScopedTransaction, access: EditAccess): Promise<SaveOutcome<CostModelFull>> {
  const current = await readModel(tx, access);
  if (current?.isArchived) {
    return {
      kind: "refused",
      message: "This model was archived in the meantime. Unarchive it in the list of models, then save again.",
    };
  }
  return current
    ? { kind: "stale", current }
    : { kind: "refused", message: "This model is no longer yours to change. Copy what you typed before you leave." };
}
