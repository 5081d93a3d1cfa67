import { completeInputs, declaredAt } from "@/lib/model/currency";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import type { OwnRows } from "@/lib/model/rows/own-rows";
import type { Evidence, OwnRange } from "@/lib/model/spread/own-range";
import type { InputNote, ModelDraft } from "../model";
import type { ScenarioDraft } from "../scenario/scenario";
import { rowsOf } from "../scenario/scenario-rows";

/** What an analysis of uncertainty needs of a draft. */
export type UncertainDraft = Pick<
  ModelDraft,
  "inputs" | keyof OwnRows | "notes" | "currencyRate" | "drivers" | "trials" | "seed"
>;

/** One field of what is stated beside inputs, of those that state it. */
function statedOf<F extends keyof InputNote>(notes: ModelDraft["notes"], field: F) {
  return Object.fromEntries(
    Object.entries(notes).flatMap(([key, note]) => (note[field] === undefined ? [] : [[key, note[field]]])),
  );
}

/** Own ranges, by the key of their input. */
export function rangesOf(notes: ModelDraft["notes"]): { [K in InputKey]?: OwnRange } {
  return statedOf(notes, "range");
}

/** What is known of inputs, by their keys. */
export function evidenceOf(notes: ModelDraft["notes"]): { [K in InputKey]?: Evidence } {
  return statedOf(notes, "evidence");
}

/** Of the inputs that a scenario sets, what they are in its model: own ranges were stated beside that. */
function modelValuesOf(model: Inputs, scenario: Partial<Inputs>): { [K in InputKey]?: number } {
  return Object.fromEntries(
    Object.keys(scenario).flatMap((key) => {
      const value = model[key as InputKey];
      return typeof value === "number" ? [[key, value]] : [];
    }),
  );
}

/**
 * What is asked of an analysis of uncertainty (lib/analysis/uncertainty/request.ts): a draft that has passed its checks, or one of its
 * scenarios. Ranges, evidence and settings are the model's in every scenario; where a scenario sets an input, its range goes along with the
 * value (uncertainty.md section 15).
 */
export function uncertaintyRequest(draft: UncertainDraft, scenario?: Pick<ScenarioDraft, "inputs" | "rows">) {
  const { currencyRate, notes, drivers, trials, seed } = draft;
  const inputs = completeInputs(draft.inputs, currencyRate);
  return {
    inputs: { ...inputs, ...scenario?.inputs },
    rows: rowsOf(draft, scenario ?? {}),
    declared: declaredAt(currencyRate),
    ranges: rangesOf(notes),
    ...(scenario && { modelValues: modelValuesOf(inputs, scenario.inputs) }),
    evidence: evidenceOf(notes),
    drivers,
    trials,
    seed,
  };
}
