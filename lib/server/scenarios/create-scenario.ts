import "server-only";
import { type CreateScenarioOutcome, mostScenarios, nameTaken } from "@/lib/draft/scenario/scenario";
import { refused } from "@/lib/outcome";
import { checkWholeScenario } from "@/lib/schemas/rows/check-scenario-rows";
import type { EditAccess } from "@/lib/server/access/model";
import { recordEvent } from "@/lib/server/audit/record-event";
import { readModel } from "@/lib/server/models/model-row";
import { scenarioFields, scenarioOf } from "@/lib/server/models/scenarios/scenario-row";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope, type ScopedTransaction } from "@/lib/server/runtime/scope";
import type { Prisma } from "@/prisma/generated/client";
import { unlessNameTaken } from "./name-taken";

/** Makes a scenario of a model. It is checked against the figures that the model has now. */
export async function createScenario(
  access: EditAccess,
  given: unknown,
  origin: RequestOrigin,
): Promise<CreateScenarioOutcome> {
  const { user, modelId, organisationId } = access;
  const refuse = (message: string): CreateScenarioOutcome => refused("form", message);
  const create = async (tx: ScopedTransaction): Promise<CreateScenarioOutcome> => {
    const model = await readModel(tx, access);
    if (model === null) return refuse("This model is no longer yours to change.");
    const checked = checkWholeScenario(given, model);
    if (!checked.ok) return { ok: false, faults: checked.faults };
    const { name, inputs, rows = {}, currencyRate } = checked.draft;
    const names = await tx.scenario.findMany({ where: { modelId, organisationId }, select: { name: true } });
    if (names.length >= mostScenarios)
      return refuse(`A model has at most ${mostScenarios} scenarios. Delete one, then try again.`);
    if (names.some((other) => other.name === name)) return { ok: false, faults: [nameTaken] };
    const row = await tx.scenario.create({
      data: {
        organisationId,
        modelId,
        name,
        inputs: inputs as Prisma.InputJsonObject,
        rows: rows as Prisma.InputJsonObject,
        currencyRate,
        creatorId: user.id,
        changedById: user.id,
      },
      select: scenarioFields,
    });
    await recordEvent(tx, access, origin, {
      action: "scenario.created",
      subjectType: "scenario",
      subjectId: row.id,
      detail: { model: modelId },
    });
    return { ok: true, scenario: scenarioOf(row, model) };
  };
  return unlessNameTaken(() => inScope(access.scope, create), { ok: false, faults: [nameTaken] });
}
