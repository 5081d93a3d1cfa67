import type { Draft } from "@/lib/draft/document-parts";
import { isSamePlace, type Place } from "@/lib/draft/place";
import { isSameValue } from "@/lib/draft/same-value";
import { input } from "@/lib/model/inputs";
import { isFigure } from "@/lib/model/inputs/declaration";
import { counted } from "@/lib/value/counted";
import { type AnyRow, rowName } from "@/lib/value/rows/row-words";
import type { DocumentKind, DocumentState, Remembered, Snapshot, Step } from "./document-state";
import { placeName } from "./place-name";

const mostSteps = 200;

let newest = 0;

function stepOf<D>(label: string, { draft, typed, refused, faults }: Snapshot<D>): Step<D> {
  newest += 1;
  return { label, other: { draft, typed, refused, faults }, at: newest };
}

/** Notes what a change did. Keystrokes in one field are one step until the field is left. */
export function remember<D extends Draft>(
  kind: DocumentKind<D>,
  before: DocumentState<D>,
  after: DocumentState<D>,
  change: Remembered<D>,
): DocumentState<D> {
  if (
    before.draft === after.draft &&
    before.typed === after.typed &&
    isSameValue([...before.refused], [...after.refused])
  )
    return after;
  const field = fieldOf(kind, before, change);
  const isSameStep = field !== null && before.field !== null && isSamePlace(field, before.field);
  const past = isSameStep
    ? before.past
    : [...before.past, stepOf(labelOf(kind, before, change), before)].slice(-mostSteps);
  return { ...after, past, future: [], field };
}

export function undo<D>(state: DocumentState<D>): DocumentState<D> {
  const step = state.past.at(-1);
  return step === undefined
    ? state
    : back(state, step, { past: state.past.slice(0, -1), future: [...state.future, stepOf(step.label, state)] });
}

export function redo<D>(state: DocumentState<D>): DocumentState<D> {
  const step = state.future.at(-1);
  return step === undefined
    ? state
    : back(state, step, { past: [...state.past, stepOf(step.label, state)], future: state.future.slice(0, -1) });
}

function back<D>(state: DocumentState<D>, { other }: Step<D>, steps: Pick<DocumentState<D>, "past" | "future">) {
  return { ...state, ...other, ...steps, field: null, version: state.version + 1 };
}

/** The field that is being typed in; null for what is done at one stroke. */
function fieldOf<D extends Draft>(
  kind: DocumentKind<D>,
  before: DocumentState<D>,
  change: Remembered<D>,
): Place | null {
  if (change.kind === "refuse") return change.place;
  return change.kind === "put" && isTyped(kind, before, change.place, change.value) ? change.place : null;
}

/** Whether a value comes key by key, and not at one stroke. */
export function isTyped<D extends Draft>(
  { parts, below }: DocumentKind<D>,
  { typed }: DocumentState<D>,
  place: Place,
  value: unknown,
): boolean {
  switch (place.kind) {
    case "input":
      return isFigure(input[place.key]);
    case "row":
      return isRow(value) && isRow(parts.get(typed, place) ?? below?.(place));
    default:
      return ["note", "name", "description"].includes(place.kind);
  }
}

/** Undefined is no row, and null says that a scenario leaves the model's out. */
const isRow = (value: unknown) => value !== undefined && value !== null;

function labelOf<D extends Draft>(
  { parts, below }: DocumentKind<D>,
  { typed }: DocumentState<D>,
  change: Remembered<D>,
): string {
  switch (change.kind) {
    case "put":
      return change.place.kind === "row"
        ? rowLabel(
            change.place,
            parts.get(typed, change.place) as AnyRow | null | undefined,
            change.value as AnyRow | null | undefined,
            below?.(change.place),
          )
        : placeName(change.place);
    case "reset":
      return change.keys.length === 1 && change.keys[0] !== undefined
        ? `reset of ${input[change.keys[0]].label}`
        : `reset of ${change.keys.length} inputs`;
    case "set":
      return counted(Object.keys(change.values).length, "input");
    case "rows":
    case "parts":
      return change.label;
    case "relabel":
      return placeName({ kind: "currency" });
    case "import":
      return "imported figures";
    default:
      return placeName(change.place);
  }
}

function rowLabel(
  place: Place,
  before: AnyRow | null | undefined,
  row: AnyRow | null | undefined,
  below: AnyRow | undefined,
): string {
  const name = placeName(place);
  if (row) return before || below ? `${name} ${rowName(row)}` : `new ${name} ${rowName(row)}`;
  if (row === undefined && below) return `${name} ${rowName(below)} as in the model`;
  const gone = before ?? below;
  return gone ? `removal of ${name} ${rowName(gone)}` : `removal of ${name}`;
}
