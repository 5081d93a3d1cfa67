import { checkInputs } from "@/lib/draft/inputs";
import type { CostModelFull } from "@/lib/draft/model";
import { inputsOf } from "@/lib/draft/scenario";
import { completeInputs } from "@/lib/model/currency";
import { tryEvaluate } from "@/lib/model/evaluate";
import type { Inputs } from "@/lib/model/inputs";
import { refusalWords } from "@/lib/model/refusal";
import { declaredBy } from "@/lib/model/released/as-released";
import type { ModelResult } from "@/lib/model/result";

export interface EvaluatedScenario {
  /** All of them: the scenario's own, the model's, and the defaults in its currency. */
  inputs: Inputs;
  /** Null where these inputs have no result. */
  result: ModelResult | null;
  /** Why there is no result. */
  problem: string | null;
}

// By the model and the scenario's own inputs: a change in one scenario works out none of the others again.
const known = new WeakMap<CostModelFull, WeakMap<object, EvaluatedScenario>>();

export function evaluateScenario(model: CostModelFull, own: Partial<Inputs>): EvaluatedScenario {
  const ofModel = known.get(model) ?? new WeakMap<object, EvaluatedScenario>();
  known.set(model, ofModel);
  const before = ofModel.get(own);
  if (before) return before;
  const evaluated = evaluate(model, own);
  ofModel.set(own, evaluated);
  return evaluated;
}

function evaluate(model: CostModelFull, own: Partial<Inputs>): EvaluatedScenario {
  const merged = inputsOf(model.inputs, { inputs: own });
  const inputs = completeInputs(merged, model.currencyRate);
  const checked = checkInputs(
    merged,
    model.currencyRate,
    model.currency,
    declaredBy(model.released, model.currencyRate),
  );
  if (!checked.ok) return { inputs, result: null, problem: checked.faults.map(({ message }) => message).join(" ") };
  const outcome = tryEvaluate(inputs, model);
  if (!outcome.ok) return { inputs, result: null, problem: refusalWords(outcome) };
  return { inputs, result: outcome.result, problem: null };
}
