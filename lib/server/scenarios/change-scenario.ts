import "server-only";
import { nameTaken, type ScenarioOutcome } from "@/lib/draft/scenario/scenario";
import { checkWholeScenario } from "@/lib/schemas/rows/check-scenario-rows";
import type { EditAccess } from "@/lib/server/access/model";
import { recordEvent } from "@/lib/server/audit/record-event";
import { readModel } from "@/lib/server/models/model-row";
import { scenarioFields, scenarioOf } from "@/lib/server/models/scenarios/scenario-row";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope, type ScopedTransaction } from "@/lib/server/runtime/scope";
import type { Prisma } from "@/prisma/generated/client";
import { unlessNameTaken } from "./name-taken";

/**
 * Saves a scenario over the revision that it was made from. Where someone saved in between, nothing is changed and what stands
 * now comes back: the number is checked by the UPDATE itself.
 */
export async function saveScenario(
  access: EditAccess,
  scenarioId: string,
  given: { revision: number; draft: unknown },
  origin: RequestOrigin,
): Promise<ScenarioOutcome> {
  const { user, modelId, organisationId } = access;
  const save = async (tx: ScopedTransaction): Promise<ScenarioOutcome> => {
    const model = await readModel(tx, access);
    if (model === null) return lost;
    if (model.isArchived) return archived;
    const checked = checkWholeScenario(given.draft, model);
    if (!checked.ok) return { kind: "invalid", faults: checked.faults };
    const { name, inputs, rows = {}, currencyRate } = checked.draft;
    const other = await tx.scenario.findFirst({
      where: { modelId, organisationId, name, id: { not: scenarioId } },
      select: { id: true },
    });
    if (other) return { kind: "invalid", faults: [nameTaken] };
    const [revision, changedAt] = [given.revision + 1, new Date()];
    const { count } = await tx.scenario.updateMany({
      where: { id: scenarioId, modelId, organisationId, revision: given.revision },
      data: {
        ...{ name, currencyRate, revision, changedAt },
        inputs: inputs as Prisma.InputJsonObject,
        rows: rows as Prisma.InputJsonObject,
        changedById: user.id,
      },
    });
    if (count === 0) return whatStands(tx, access, scenarioId, given.revision);
    await recordEvent(tx, access, origin, {
      action: "scenario.changed",
      subjectType: "scenario",
      subjectId: scenarioId,
      detail: { model: modelId, revision },
    });
    return { kind: "saved", revision, changedAt: changedAt.toISOString() };
  };
  return unlessNameTaken(() => inScope(access.scope, save), { kind: "invalid", faults: [nameTaken] });
}

/** Deletes a scenario as it was last seen; one that someone has changed since stays, and comes back. */
export async function deleteScenario(
  access: EditAccess,
  scenarioId: string,
  revision: number,
  origin: RequestOrigin,
): Promise<ScenarioOutcome> {
  const { modelId, organisationId } = access;
  return inScope(access.scope, async (tx): Promise<ScenarioOutcome> => {
    const { count } = await tx.scenario.deleteMany({ where: { id: scenarioId, modelId, organisationId, revision } });
    if (count === 0) return whatStands(tx, access, scenarioId, revision);
    await recordEvent(tx, access, origin, {
      action: "scenario.deleted",
      subjectType: "scenario",
      subjectId: scenarioId,
      detail: { model: modelId },
    });
    return { kind: "saved", revision, changedAt: new Date().toISOString() };
  });
}

const lost: ScenarioOutcome = {
  kind: "refused",
  message: "this model is no longer yours to change. Copy what you typed before you leave.",
};

const archived: ScenarioOutcome = {
  kind: "refused",
  message: "this model was archived in the meantime. Unarchive it in the list of models, then go on.",
};

/** Why nothing was changed: someone was first, or deleted it, or the database keeps this person from it. */
async function whatStands(
  tx: ScopedTransaction,
  access: EditAccess,
  scenarioId: string,
  revision: number,
): Promise<ScenarioOutcome> {
  const { modelId, organisationId } = access;
  const model = await readModel(tx, access);
  if (model === null) return lost;
  const row = await tx.scenario.findFirst({
    where: { id: scenarioId, modelId, organisationId },
    select: scenarioFields,
  });
  if (row === null) return { kind: "gone" };
  // The same number, and still not changed: another try would fare no better.
  if (row.revision === revision) return model.isArchived ? archived : lost;
  return { kind: "stale", current: scenarioOf(row, model) };
}
