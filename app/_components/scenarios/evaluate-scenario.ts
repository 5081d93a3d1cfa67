import { checkInputs } from "@/lib/draft/inputs";
import type { CostModelFull } from "@/lib/draft/model";
import { inputsOf, type ScenarioDraft } from "@/lib/draft/scenario/scenario";
import { rowsOf } from "@/lib/draft/scenario/scenario-rows";
import { completeInputs } from "@/lib/model/currency";
import { tryEvaluate } from "@/lib/model/evaluate";
import type { Inputs } from "@/lib/model/inputs";
import { refusalWords } from "@/lib/model/refusal";
import { declaredBy } from "@/lib/model/released/as-released";
import type { ModelResult } from "@/lib/model/result";
import type { OwnRows } from "@/lib/model/rows/own-rows";

export interface EvaluatedScenario {
  /** All of them: the scenario's own, the model's, and the defaults in its currency. */
  inputs: Inputs;
  /** The model's, as the scenario changes them. */
  rows: OwnRows;
  /** Null where these inputs have no result. */
  result: ModelResult | null;
  /** Why there is no result. */
  problem: string | null;
}

type Own = Pick<ScenarioDraft, "inputs" | "rows">;

// By the model and the scenario's own inputs and rows: a change in one scenario works out none of the others again.
const known = new WeakMap<CostModelFull, WeakMap<object, { rows: Own["rows"]; evaluated: EvaluatedScenario }>>();

export function evaluateScenario(model: CostModelFull, own: Own): EvaluatedScenario {
  const ofModel = known.get(model) ?? new WeakMap();
  known.set(model, ofModel);
  const before = ofModel.get(own.inputs);
  if (before !== undefined && before.rows === own.rows) return before.evaluated;
  const evaluated = evaluate(model, own);
  ofModel.set(own.inputs, { rows: own.rows, evaluated });
  return evaluated;
}

function evaluate(model: CostModelFull, own: Own): EvaluatedScenario {
  const merged = inputsOf(model.inputs, own);
  const rows = rowsOf(model, own);
  const inputs = completeInputs(merged, model.currencyRate);
  const checked = checkInputs(
    merged,
    model.currencyRate,
    model.currency,
    declaredBy(model.released, model.currencyRate),
  );
  if (!checked.ok)
    return { inputs, rows, result: null, problem: checked.faults.map(({ message }) => message).join(" ") };
  const outcome = tryEvaluate(inputs, rows);
  if (!outcome.ok) return { inputs, rows, result: null, problem: refusalWords(outcome) };
  return { inputs, rows, result: outcome.result, problem: null };
}
