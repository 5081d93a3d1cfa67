import { declaredAt } from "@/lib/model/currency";
import type { Inputs } from "@/lib/model/inputs";
import { isFigure } from "@/lib/model/inputs/declaration";
import type { ModelState, Remembered, Snapshot } from "./model-document";
import { placeName } from "./place-name";

const mostSteps = 200;

export const snapshotOf = ({ draft, typed, refused, rules, kept }: ModelState): Snapshot => ({
  draft,
  typed,
  refused,
  rules,
  kept,
});

function isSame(a: Snapshot, b: Snapshot): boolean {
  return a.draft === b.draft && JSON.stringify(a.refused) === JSON.stringify(b.refused) && sameInputs(a.typed, b.typed);
}

export function sameInputs(a: Partial<Inputs>, b: Partial<Inputs>): boolean {
  const keys = Object.keys(a) as (keyof Inputs)[];
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

/** Notes what a change did. Keystrokes in one field are one step until the field is left. */
export function remember(before: ModelState, after: ModelState, change: Remembered): ModelState {
  if (isSame(before, after)) return after;
  const field = fieldOf(change);
  const isSameStep = field !== null && field === before.field;
  const past = isSameStep
    ? before.past
    : [...before.past, { label: labelOf(change), other: snapshotOf(before) }].slice(-mostSteps);
  return { ...after, past, future: [], field };
}

export function undo(state: ModelState): ModelState {
  const step = state.past.at(-1);
  if (step === undefined) return state;
  const future = [...state.future, { label: step.label, other: snapshotOf(state) }];
  return { ...state, ...step.other, past: state.past.slice(0, -1), future, field: null, version: state.version + 1 };
}

export function redo(state: ModelState): ModelState {
  const step = state.future.at(-1);
  if (step === undefined) return state;
  const past = [...state.past, { label: step.label, other: snapshotOf(state) }];
  return { ...state, ...step.other, past, future: state.future.slice(0, -1), field: null, version: state.version + 1 };
}

const { input } = declaredAt(1);

/** The field that is being typed in; null for what is done at one stroke. */
function fieldOf(change: Remembered): string | null {
  switch (change.kind) {
    case "type": {
      const declared = input[change.key];
      return isFigure(declared) ? `input ${change.key}` : null;
    }
    case "refuse":
      return `input ${change.key}`;
    case "note":
      return `${change.field} ${change.key}`;
    case "range":
      return `${change.end} ${change.key}`;
    case "changeLine":
      return `line ${change.place}`;
    case "rename":
      return "name";
    default:
      return null;
  }
}

function labelOf(change: Remembered): string {
  switch (change.kind) {
    case "type":
    case "refuse":
      return input[change.key].label;
    case "reset":
      return change.keys.length === 1 && change.keys[0] !== undefined
        ? `reset of ${input[change.keys[0]].label}`
        : `reset of ${change.keys.length} inputs`;
    case "set":
      return `${Object.keys(change.values).length} inputs`;
    case "note":
      return `${change.field} on ${input[change.key].label}`;
    case "range":
      return `${change.end} of ${input[change.key].label}`;
    case "addLine":
      return `new line ${change.line.label}`;
    case "changeLine":
      return `line ${change.line.label}`;
    case "removeLine":
      return "removal of a line";
    case "rename":
      return "name";
    case "startMonth":
      return "start month";
    case "fiscalYear":
      return "fiscal year";
    case "currency":
      return "currency";
    case "import":
      return "imported figures";
    case "keepMine":
      return placeName(change.place);
  }
}
