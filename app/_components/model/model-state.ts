import { defaultInputs, type InputKey, type Inputs } from "@/lib/model/inputs";
import type { CostModelFull, Fault, ModelDraft } from "@/lib/schemas/model";
import { settleInputs } from "./settle-inputs";

export type Refused = Readonly<Record<string, { text: string; message: string }>>;

export interface ModelState {
  /** What may be evaluated and saved: only good values. */
  draft: ModelDraft;
  /** What was typed, value by value in its bounds, whether or not the values fit together. */
  typed: Partial<Inputs>;
  /** Texts that could not be taken and why, by the key of their input. */
  refused: Refused;
  /** Broken rules between inputs. */
  rules: readonly Fault[];
  /** Goes up when the whole is replaced from outside, so that fields forget their texts. */
  version: number;
}

export type ModelChange =
  | { kind: "type"; key: InputKey; value: number | string }
  | { kind: "refuse"; key: InputKey; text: string; message: string }
  | { kind: "reset"; key: InputKey }
  | { kind: "rename"; name: string }
  | { kind: "replace"; draft: ModelDraft };

export type CheckInputs = (inputs: Partial<Inputs>) => Fault[];

export function draftOf(model: CostModelFull | ModelDraft): ModelDraft {
  const { name, description, startMonth, currency, inputs, customLines } = model;
  return { name, description, startMonth, currency, inputs, customLines };
}

export function initialState(draft: ModelDraft, version = 0): ModelState {
  return { draft, typed: draft.inputs, refused: {}, rules: [], version };
}

/** The next state. The draft keeps its identity where nothing that can be saved has changed. */
export function changeModel(state: ModelState, change: ModelChange, check: CheckInputs): ModelState {
  switch (change.kind) {
    case "replace":
      return initialState(change.draft, state.version + 1);
    case "refuse":
      return { ...state, refused: { ...state.refused, [change.key]: { text: change.text, message: change.message } } };
    case "rename":
      return { ...state, draft: { ...state.draft, name: change.name } };
    case "reset":
      return withTyped(state, change.key, without(state.typed, change.key), check);
    case "type": {
      const isDefault = change.value === defaultInputs[change.key];
      const rest = without(state.typed, change.key);
      return withTyped(state, change.key, isDefault ? rest : { ...rest, [change.key]: change.value }, check);
    }
  }
}

function withTyped(state: ModelState, key: InputKey, typed: Partial<Inputs>, check: CheckInputs): ModelState {
  const refused = without(state.refused, key);
  const { good, faults } = settleInputs(typed, state.draft.inputs, check);
  const draft = sameInputs(good, state.draft.inputs) ? state.draft : { ...state.draft, inputs: good };
  return { ...state, typed, refused, rules: faults, draft };
}

function without<T extends object>(given: T, key: string): T {
  return Object.fromEntries(Object.entries(given).filter(([one]) => one !== key)) as T;
}

function sameInputs(a: Partial<Inputs>, b: Partial<Inputs>): boolean {
  const keys = Object.keys(a) as InputKey[];
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
