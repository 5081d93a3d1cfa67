import "server-only";
import { type CreateScenarioOutcome, mostScenarios, nameTaken } from "@/lib/draft/scenario/scenario";
import { refused } from "@/lib/outcome";
import { checkWholeScenario } from "@/lib/schemas/rows/check-scenario-rows";
import type { EditAccess } from "@/lib/server/access/model";
import { readModel } from "@/lib/server/models/model-row";
import { insertScenario } from "@/lib/server/models/scenarios/insert-scenario";
import { scenarioOf } from "@/lib/server/models/scenarios/scenario-row";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope, type ScopedTransaction } from "@/lib/server/runtime/scope";
import { unlessNameTaken } from "./name-taken";

/** Makes a scenario of a model. It is checked against the figures that the model has now. */
export async function createScenario(
  access: EditAccess,
  given: unknown,
  origin: RequestOrigin,
): Promise<CreateScenarioOutcome> {
  const { modelId, organisationId } = access;
  const refuse = (message: string): CreateScenarioOutcome => refused("form", message);
  const create = async (tx: ScopedTransaction): Promise<CreateScenarioOutcome> => {
    const model = await readModel(tx, access);
    if (model === null) return refuse("This model is no longer yours to change.");
    const checked = checkWholeScenario(given, model);
    if (!checked.ok) return { ok: false, faults: checked.faults };
    const { name } = checked.draft;
    const names = await tx.scenario.findMany({ where: { modelId, organisationId }, select: { name: true } });
    if (names.length >= mostScenarios)
      return refuse(`A model has at most ${mostScenarios} scenarios. Delete one, then try again.`);
    if (names.some((other) => other.name === name)) return { ok: false, faults: [nameTaken] };
    const row = await insertScenario(tx, access, modelId, checked.draft, origin);
    return { ok: true, scenario: scenarioOf(row, model) };
  };
  return unlessNameTaken(() => inScope(access.scope, create), { ok: false, faults: [nameTaken] });
}
