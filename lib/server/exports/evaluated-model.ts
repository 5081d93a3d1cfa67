import "server-only";
import { checkInputs } from "@/lib/draft/inputs";
import type { CostModelFull } from "@/lib/draft/model";
import { inputsOf, type ScenarioDraft } from "@/lib/draft/scenario/scenario";
import { rowsOf } from "@/lib/draft/scenario/scenario-rows";
import type { ExportedModel, ExportedScenario } from "@/lib/export/document";
import { completeInputs } from "@/lib/model/currency";
import { evaluateWhole, netPresentOf, tryEvaluate } from "@/lib/model/evaluate";
import { refusalFault } from "@/lib/model/refusal";
import { declaredBy } from "@/lib/model/released/as-released";
import type { ModelResult } from "@/lib/model/result";
import { todayOf } from "@/lib/model/today-of";
import { type Outcome, refused } from "@/lib/outcome";
import { declareInTurns } from "@/lib/server/models/declare-in-turns";
import { baseName } from "@/lib/value/base-name";

interface EvaluatedScenario extends ExportedScenario {
  readonly result: ModelResult;
}

/** What every file is written from. */
export interface EvaluatedModel extends ExportedModel {
  readonly scenarios: readonly EvaluatedScenario[];
}

/**
 * A model and its scenarios, evaluated one after the other with a turn for others between, as files take it. Refused where figures
 * that fitted when they were typed no longer do: the message names the scenario.
 */
export async function evaluated(
  model: CostModelFull,
  scenarios: readonly Pick<ScenarioDraft, "name" | "inputs" | "rows">[],
): Promise<Outcome<{ exported: EvaluatedModel }>> {
  const { name, startMonth, fiscalYearStart, currency } = model;
  const all: EvaluatedScenario[] = [];
  for (const scenario of [{ name: baseName, inputs: {} }, ...scenarios]) {
    await declareInTurns(rowsOf(model, scenario));
    const outcome = evaluatedScenario(model, scenario);
    if (outcome.ok) all.push({ name: scenario.name, ...outcome.costs });
    else if (scenario.name === baseName) return outcome;
    else {
      const message = `Scenario “${scenario.name}”: ${outcome.faults.map((fault) => fault.message).join(" ")}`;
      return refused("scenario", message);
    }
  }
  return { ok: true, exported: { name, startMonth, fiscalYearStart, currency, scenarios: all } };
}

function evaluatedScenario(
  { inputs, currencyRate: rate, currency, released, ...base }: CostModelFull,
  scenario: Pick<ScenarioDraft, "inputs" | "rows">,
): Outcome<{ costs: Omit<EvaluatedScenario, "name"> }> {
  const checked = checkInputs(inputsOf(inputs, scenario), rate, currency, declaredBy(released, rate));
  if (!checked.ok) return checked;
  const complete = completeInputs(checked.inputs, rate);
  const rows = rowsOf(base, scenario);
  const outcome = tryEvaluate(complete, rows);
  if (!outcome.ok) return { ok: false, faults: [refusalFault(outcome)] };
  const netPresent = () => netPresentOf(evaluateWhole(complete, rows));
  return { ok: true, costs: { today: todayOf(complete), result: outcome.result, netPresent } };
}
