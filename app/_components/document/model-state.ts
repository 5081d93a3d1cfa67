import { changedInputs } from "@/lib/draft/inputs";
import type { CostModelFull, InputNote, ModelDraft, Notes } from "@/lib/draft/model";
import { inputPlace } from "@/lib/draft/parts";
import { completeInputs, declaredAt } from "@/lib/model/currency";
import { withLineIds } from "@/lib/model/custom-lines";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import type { CheckInputs, Conflicts, ModelChange, ModelState, Remembered } from "./model-document";
import { redo, remember, undo } from "./model-history";
import { inCurrency, without, withTyped } from "./model-inputs";
import { keepMine, mergeTheirs, takeTheirs } from "./model-merge";

export function draftOf(model: CostModelFull | ModelDraft): ModelDraft {
  const { name, description, startMonth, fiscalYearStart, currency, currencyRate, currencyRateDate } = model;
  const { inputs, notes } = model;
  const head = { name, description, startMonth, fiscalYearStart, currency, currencyRate, currencyRateDate };
  return { ...head, inputs, customLines: withLineIds(model.customLines), notes };
}

/** Every input of a draft: its own figures, and the defaults in its currency. */
export function inputsOf({ inputs, currencyRate }: ModelDraft): Inputs {
  return completeInputs(inputs, currencyRate);
}

export function initialState(draft: ModelDraft, version = 0, conflicts: Conflicts = {}): ModelState {
  const nothingDone = { refused: {}, rules: [], past: [], future: [], field: null, merges: 0, kept: 1, followed: {} };
  return { ...nothingDone, draft, typed: draft.inputs, version, conflicts };
}

/** The next state. The draft keeps its identity where nothing that can be saved has changed. */
export function changeModel(state: ModelState, change: ModelChange, check: CheckInputs): ModelState {
  switch (change.kind) {
    case "replace":
      return initialState(change.draft, state.version + 1);
    case "leave":
      return state.field === null ? state : { ...state, field: null };
    case "undo":
      return undo(state);
    case "redo":
      return redo(state);
    case "merge":
      return mergeTheirs(state, change, check);
    case "takeTheirs":
      return takeTheirs(state, change.place);
    default:
      return remember(state, changed(state, change, check), change);
  }
}

function changed(state: ModelState, change: Remembered, check: CheckInputs): ModelState {
  const { draft, typed } = state;
  const withDraft = (part: Partial<ModelDraft>): ModelState => ({ ...state, draft: { ...draft, ...part } });
  switch (change.kind) {
    case "refuse":
      return { ...state, refused: { ...state.refused, [change.key]: { text: change.text, message: change.message } } };
    case "rename":
      return change.name === draft.name ? state : withDraft({ name: change.name });
    case "startMonth":
      return change.startMonth === draft.startMonth ? state : withDraft({ startMonth: change.startMonth });
    case "fiscalYear":
      return change.startsIn === draft.fiscalYearStart ? state : withDraft({ fiscalYearStart: change.startsIn });
    case "note":
      return withDraft({ notes: withNote(draft.notes, change) });
    case "range":
      return withDraft({ notes: withRange(draft.notes, change) });
    case "import": {
      const imported = draftOf(change.draft);
      return {
        ...state,
        conflicts: {},
        draft: imported,
        typed: imported.inputs,
        refused: {},
        rules: [],
        version: state.version + 1,
      };
    }
    case "addLine":
      return withDraft({ customLines: [...draft.customLines, change.line] });
    case "changeLine":
      return withDraft({
        customLines: draft.customLines.map((line, i) =>
          i === change.place ? { ...change.line, ...(line.id && { id: line.id }) } : line,
        ),
      });
    case "removeLine":
      return {
        ...withDraft({ customLines: draft.customLines.filter((_, i) => i !== change.place) }),
        version: state.version + 1,
      };
    case "keepMine":
      return keepMine(state, change.place, check);
    case "currency":
      return inCurrency(state, change, check);
    case "reset": {
      const left = decided(
        { ...state, refused: without(state.refused, change.keys), version: state.version + 1 },
        change.keys,
      );
      const to = Object.fromEntries(
        Object.entries(change.to ?? {}).filter(([key]) => change.keys.includes(key as InputKey)),
      );
      const own = changedInputs(to, draft.currencyRate);
      return withTyped(left, { ...without(typed, change.keys), ...own }, check);
    }
    case "set": {
      const keys = Object.keys(change.values) as InputKey[];
      const left = decided({ ...state, refused: without(state.refused, keys), version: state.version + 1 }, keys);
      return withTyped(left, changedInputs({ ...typed, ...change.values }, draft.currencyRate), check);
    }
    case "type": {
      const conflict = state.conflicts[inputPlace(change.key)];
      // While the choice is open, what is typed on goes into the question.
      if (conflict) return mineOf(state, { ...conflict, mine: change.value }, change.key);
      const isDefault = change.value === declaredAt(draft.currencyRate).defaults[change.key];
      const rest = without(typed, [change.key]);
      const accepted = { ...state, refused: without(state.refused, [change.key]) };
      return withTyped(accepted, isDefault ? rest : { ...rest, [change.key]: change.value }, check);
    }
  }
}

function mineOf(state: ModelState, conflict: Conflicts[string], key: InputKey): ModelState {
  const refused = without(state.refused, [key]);
  return { ...state, refused, conflicts: { ...state.conflicts, [inputPlace(key)]: conflict } };
}

/** Setting an input in another way than by typing decides what was asked about it. */
function decided(state: ModelState, keys: readonly InputKey[]): ModelState {
  return { ...state, conflicts: without(state.conflicts, keys.map(inputPlace)) };
}

function withNote(notes: Notes, { key, field, text }: Extract<ModelChange, { kind: "note" }>): Notes {
  const { [field]: _, ...other }: InputNote = notes[key] ?? {};
  return withStated(notes, key, text.trim() === "" ? other : { ...other, [field]: text });
}

function withRange(notes: Notes, { key, end, value }: Extract<ModelChange, { kind: "range" }>): Notes {
  const { [end]: _, ...other }: InputNote = notes[key] ?? {};
  return withStated(notes, key, value === null ? other : { ...other, [end]: value });
}

function withStated(notes: Notes, key: InputKey, stated: InputNote): Notes {
  const rest = without(notes, [key]);
  return Object.keys(stated).length === 0 ? rest : { ...rest, [key]: stated };
}
