import type { Draft, Parts } from "@/lib/draft/document-parts";
import type { TakenPart } from "@/lib/draft/figures/take-figures";
import { inputPlace, type NotePlace, type Place, type RowPlace } from "@/lib/draft/place";
import { PlaceMap } from "@/lib/draft/place-map";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import type { FieldError } from "@/lib/outcome";
import type { AnyRow } from "@/lib/value/rows/row-words";

/** What one engine needs to know of a kind of document, a model or a scenario, so that it can be edited, undone and merged. */
export interface DocumentKind<D extends Draft> {
  parts: Parts<D>;
  /** Whether an input has this value where the draft does not list it, so that it need not. */
  isUnset(draft: D, key: InputKey, value: unknown): boolean;
  /** The row that stands at a place which the draft does not list, where one does. */
  below?(place: RowPlace): AnyRow | undefined;
  /**
   * Parts what was typed into what may be used and what is wrong with the rest.
   *
   * @param last what may be used until now, in the currency of what was typed
   */
  settle(typed: D, last: D): { draft: D; faults: readonly FieldError[] };
  /** The draft, whose next save is a revision of its own that says this; left out where saves have no notes. */
  withNote?(draft: D, note: string): D;
}

/** A text that could not be taken, and why. */
export interface Refusal {
  text: string;
  message: string;
}

/** A row of a model, or what is stated beside an input, and where it goes. */
export interface PutRow {
  readonly place: RowPlace | NotePlace;
  readonly value: unknown;
}

/** What someone else set while it was being changed here. Theirs is saved and in use until a decision. */
export interface OpenConflict {
  mine: unknown;
  theirs: unknown;
  /** Who saved theirs. */
  by: string;
}

/** All of a document's state that can be undone. */
export interface Snapshot<D> {
  /** What may be evaluated and saved. It keeps its identity where nothing that can be saved has changed. */
  draft: D;
  /** What was typed, each value in its bounds, whether or not the values fit together. */
  typed: D;
  refused: PlaceMap<Refusal>;
  /** What is wrong with what was typed, as a whole. */
  faults: readonly FieldError[];
}

/** Something that was done, and how things stood on the other side of it. */
export interface Step<D> {
  label: string;
  other: Snapshot<D>;
  /** Higher than that of every step that was done, or undone, before it, in any document. */
  at: number;
}

export interface DocumentState<D> extends Snapshot<D> {
  /** Goes up when values change by other than typing, so that fields forget their texts. */
  version: number;
  /** What can be undone, the newest last; and what was undone. */
  past: readonly Step<D>[];
  future: readonly Step<D>[];
  /** The field that is being typed in. */
  field: Place | null;
  /** What someone else set while it was being changed here; each waits for a decision. */
  conflicts: PlaceMap<OpenConflict>;
  /** How often a merge has changed what stands at a place, so that its field forgets its text and no other does. */
  followed: PlaceMap<number>;
}

export type DocumentChange<D> =
  /** Undefined, and an empty note, take out what stands there. */
  | { kind: "put"; place: Place; value: unknown }
  | { kind: "refuse"; place: Place; text: string; message: string }
  /** Several inputs at one stroke. */
  | { kind: "set"; values: Partial<Inputs> }
  /** `to`: what they are set to; one that is not in it is no longer listed. */
  /** Several rows at one stroke, and inputs that go with them; undefined takes a row out. `note` is what the history says of it. */
  | { kind: "rows"; label: string; rows: readonly PutRow[]; values?: Partial<Inputs>; note?: string }
  /** Several parts of any kind at one stroke. */
  | { kind: "parts"; label: string; parts: readonly TakenPart[]; note?: string }
  | { kind: "reset"; keys: readonly InputKey[]; to?: Partial<Inputs> }
  /** The currency gets another name or rate, and the figures stay as they are. */
  | { kind: "relabel"; relabel: (draft: D) => D }
  /** All that a file of figures made of the draft. */
  | { kind: "import"; draft: D }
  | { kind: "keepMine"; place: Place }
  | { kind: "takeTheirs"; place: Place }
  /** A field is left: what is typed next is another step. */
  | { kind: "leave" }
  | { kind: "undo" }
  | { kind: "redo" }
  /** Another draft altogether, which cannot be undone. */
  | { kind: "replace"; draft: D };

export type Remembered<D> = Exclude<DocumentChange<D>, { kind: "takeTheirs" | "leave" | "undo" | "redo" | "replace" }>;

/** What is wrong with what was typed for an input. */
export function faultAt<D>({ refused, faults }: Snapshot<D>, key: InputKey): string | undefined {
  return refused.get(inputPlace(key))?.message ?? faults.find((fault) => fault.key === key)?.message;
}

export function initialState<D>(draft: D, version = 0, conflicts = new PlaceMap<OpenConflict>()): DocumentState<D> {
  const nothingDone = { refused: new PlaceMap<Refusal>(), faults: [], past: [], future: [], field: null };
  return { ...nothingDone, draft, typed: draft, version, conflicts, followed: new PlaceMap() };
}
