import { changedInputs } from "@/lib/draft/inputs";
import type { ModelDraft } from "@/lib/draft/model";
import { convertInputs, convertLines, convertRanges } from "@/lib/model/currency";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import type { CheckInputs, Conflicts, ModelChange, ModelState } from "./model-document";
import { sameInputs } from "./model-history";
import { settleInputs } from "./settle-inputs";

/** The state with other typed inputs; the draft keeps to those that fit together. */
export function withTyped(state: ModelState, typed: Partial<Inputs>, check: CheckInputs): ModelState {
  const { draft } = state;
  const { good, faults } = settleInputs(typed, draft.inputs, (inputs) => check(inputs, draft.currencyRate));
  const isSame = sameInputs(good, draft.inputs);
  return { ...state, typed, rules: faults, draft: isSame ? draft : { ...draft, inputs: good } };
}

/** The state in another currency. */
export function inCurrency(
  state: ModelState,
  { currency, rate, rateDate, isConverted }: Extract<ModelChange, { kind: "currency" }>,
  check: CheckInputs,
): ModelState {
  const { draft } = state;
  const from = draft.currencyRate;
  const turned = (inputs: Partial<Inputs>) =>
    changedInputs(isConverted ? convertInputs(inputs, from, rate) : inputs, rate);
  const changedDraft: ModelDraft = {
    ...draft,
    currency,
    currencyRate: rate,
    currencyRateDate: rateDate,
    inputs: turned(draft.inputs),
    customLines: isConverted ? convertLines(draft.customLines, from, rate) : draft.customLines,
    notes: isConverted ? convertRanges(draft.notes, from, rate) : draft.notes,
  };
  const conflicts = isConverted ? convertConflicts(state.conflicts, from, rate) : state.conflicts;
  const kept = isConverted ? state.kept : state.kept * (rate / from);
  const next = { ...state, draft: changedDraft, refused: {}, conflicts, kept, version: state.version + 1 };
  return withTyped(next, turned(state.typed), check);
}

/** The money in open questions, converted as the figures of the model are. */
export function convertConflicts(conflicts: Conflicts, from: number, to: number): Conflicts {
  return Object.fromEntries(
    Object.entries(conflicts).map(([place, conflict]) => {
      const [kind, key = ""] = place.split(" ");
      if (kind !== "input" || from === to) return [place, conflict];
      const converted = (value: unknown) =>
        convertInputs({ [key]: value } as Partial<Inputs>, from, to)[key as InputKey];
      return [place, { ...conflict, mine: converted(conflict.mine), theirs: converted(conflict.theirs) }];
    }),
  );
}

export function without<T extends object>(given: T, keys: readonly string[]): T {
  return Object.fromEntries(Object.entries(given).filter(([key]) => !keys.includes(key))) as T;
}
