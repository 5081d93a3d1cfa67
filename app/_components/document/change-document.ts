import type { Draft, Parts } from "@/lib/draft/document-parts";
import { inputPlace, type Place } from "@/lib/draft/place";
import { countedAt, PlaceMap } from "@/lib/draft/place-map";
import { isSameValue } from "@/lib/draft/same-value";
import type { InputKey } from "@/lib/model/inputs";
import {
  type DocumentChange,
  type DocumentKind,
  type DocumentState,
  initialState,
  type OpenConflict,
  type Remembered,
} from "./document-state";
import { isTyped, redo, remember, undo } from "./steps";

/** The next state. The draft keeps its identity where nothing that can be saved has changed. */
export function changeDocument<D extends Draft>(
  kind: DocumentKind<D>,
  state: DocumentState<D>,
  change: DocumentChange<D>,
): DocumentState<D> {
  switch (change.kind) {
    case "replace":
      return initialState(change.draft, state.version + 1);
    case "leave":
      return state.field === null ? state : { ...state, field: null };
    case "undo":
      return undo(state);
    case "redo":
      return redo(state);
    case "takeTheirs":
      return takeTheirs(state, change.place);
    default:
      return remember(kind, state, changed(kind, state, change), change);
  }
}

function changed<D extends Draft>(kind: DocumentKind<D>, state: DocumentState<D>, change: Remembered<D>) {
  switch (change.kind) {
    case "put":
      return put(kind, state, change.place, change.value);
    case "refuse":
      return {
        ...state,
        refused: state.refused.with(change.place, { text: change.text, message: change.message }),
      };
    case "set":
      return setInputs(kind, state, Object.entries(change.values) as [InputKey, unknown][]);
    case "rows": {
      const values = Object.entries(change.values ?? {}) as [InputKey, unknown][];
      const parts = [...change.rows, ...values.map(([key, value]) => ({ place: inputPlace(key), value }))];
      return setParts(kind, state, parts, change.note);
    }
    case "parts":
      return setParts(kind, state, change.parts, change.note);
    case "reset":
      return setInputs(
        kind,
        state,
        change.keys.map((key) => [key, change.to?.[key]]),
      );
    case "relabel": {
      const { typed, draft, conflicts } = state;
      return { ...withTyped(kind, state, change.relabel(typed), change.relabel(draft)), conflicts };
    }
    case "import": {
      const { field, past, future, followed } = state;
      return { ...initialState(change.draft, state.version + 1), field, past, future, followed };
    }
    case "keepMine":
      return keepMine(kind, state, change.place);
  }
}

function put<D extends Draft>(kind: DocumentKind<D>, state: DocumentState<D>, place: Place, value: unknown) {
  const conflict = state.conflicts.get(place);
  const accepted = { ...state, refused: state.refused.without(place) };
  // While the choice is open, what is typed on goes into the question; what is chosen at one stroke decides it.
  if (conflict !== undefined && isTyped(kind, state, place, value))
    return { ...accepted, conflicts: state.conflicts.with(place, { ...conflict, mine: value }) };
  const decided = { ...accepted, conflicts: state.conflicts.without(place) };
  return withTyped(kind, decided, withPart(kind, state.typed, place, value));
}

function setInputs<D extends Draft>(
  kind: DocumentKind<D>,
  state: DocumentState<D>,
  values: readonly (readonly [InputKey, unknown])[],
) {
  return setParts(
    kind,
    state,
    values.map(([key, value]) => ({ place: inputPlace(key), value })),
  );
}

/** Setting parts in another way than by typing decides what was asked about them. */
function setParts<D extends Draft>(
  kind: DocumentKind<D>,
  state: DocumentState<D>,
  set: readonly { readonly place: Place; readonly value: unknown }[],
  note?: string,
) {
  const places = set.map(({ place }) => place);
  const left = {
    ...state,
    refused: state.refused.without(...places),
    conflicts: state.conflicts.without(...places),
    version: state.version + 1,
  };
  const typed = set.reduce((all, { place, value }) => withPart(kind, all, place, value), state.typed);
  const isNoted = note !== undefined && typed !== state.typed;
  return withTyped(kind, left, (isNoted ? kind.withNote?.(typed, note) : undefined) ?? typed);
}

/** A draft with another value at a place; what would stand there anyway is left out. */
function withPart<D extends Draft>({ parts, isUnset }: DocumentKind<D>, draft: D, place: Place, value: unknown): D {
  const isNothing =
    place.kind === "input"
      ? isUnset(draft, place.key, value)
      : place.kind === "note" && typeof value === "string" && value.trim() === "";
  return parts.set(draft, place, isNothing ? undefined : value);
}

/** The state with something else typed; the draft keeps to what may be used. */
function withTyped<D extends Draft>(
  kind: DocumentKind<D>,
  state: DocumentState<D>,
  typed: D,
  last = kind.parts.inCurrencyOf(state.draft, typed),
): DocumentState<D> {
  if (typed === state.typed) return state;
  const next = { ...state, ...settled(kind, typed, last, state.draft) };
  if (kind.parts.isOneCurrency(state.typed, typed)) return next;
  const conflicts = conflictsIn(kind.parts, state.conflicts, state.typed, typed);
  return { ...next, conflicts, refused: new PlaceMap(), version: state.version + 1 };
}

/** @param known stays the draft, object and all, where nothing differs from it */
export function settled<D extends Draft>(kind: DocumentKind<D>, typed: D, last: D, known = last) {
  const { draft, faults } = kind.settle(typed, last);
  const keys = Object.keys({ ...known, ...draft }) as (keyof D)[];
  const isKnown = keys.every((key) => isSameValue(draft[key], known[key]));
  return { typed, faults, draft: isKnown ? known : draft };
}

/** Puts in place what was typed here instead of what someone else set. */
function keepMine<D extends Draft>(kind: DocumentKind<D>, state: DocumentState<D>, place: Place) {
  const conflict = state.conflicts.get(place);
  if (conflict === undefined) return state;
  return withTyped(kind, takeTheirs(state, place), withPart(kind, state.typed, place, conflict.mine));
}

/** What they set stands already; the field forgets what was typed. */
function takeTheirs<D>(state: DocumentState<D>, place: Place): DocumentState<D> {
  if (!state.conflicts.has(place)) return state;
  return {
    ...state,
    refused: state.refused.without(place),
    conflicts: state.conflicts.without(place),
    followed: countedAt(state.followed, [place]),
    field: null,
  };
}

/** Open questions with their money turned from the currency of one draft over to that of another. */
export function conflictsIn<D>(
  parts: Parts<D>,
  conflicts: PlaceMap<OpenConflict>,
  from: D,
  to: D,
): PlaceMap<OpenConflict> {
  if (parts.isOneCurrency(from, to)) return conflicts;
  const turned = (place: Place, value: unknown) =>
    value === undefined || place.kind === "currency"
      ? value
      : parts.get(parts.inCurrencyOf(parts.set(from, place, value), to), place);
  return new PlaceMap(
    [...conflicts].map(([place, { mine, theirs, by }]) => [
      place,
      { mine: turned(place, mine), theirs: turned(place, theirs), by },
    ]),
  );
}
