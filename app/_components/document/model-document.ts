import type { ModelDraft } from "@/lib/draft/model";
import type { Place } from "@/lib/draft/parts";
import type { CustomLine } from "@/lib/model/custom-lines";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import type { FieldError } from "@/lib/outcome";

export type Refused = Readonly<Record<string, { text: string; message: string }>>;

export interface ModelState {
  /** What may be evaluated and saved: only good values. */
  draft: ModelDraft;
  /** What was typed, value by value in its bounds, whether or not the values fit together. */
  typed: Partial<Inputs>;
  /** Texts that could not be taken and why, by the key of their input. */
  refused: Refused;
  /** Broken rules between inputs. */
  rules: readonly FieldError[];
  /** Goes up when values change by other than typing, so that fields forget their texts. */
  version: number;
  /** What can be undone, the newest last; and what was undone. */
  past: readonly Step[];
  future: readonly Step[];
  /** The field that is being typed in. */
  field: string | null;
  /** How often someone else's save was merged in: a draft is saved over the newest of them only. */
  merges: number;
  /** What someone else set while it was being changed here; each waits for a decision. */
  conflicts: Conflicts;
  /**
   * Of all changes of the rate to the dollar since the page was loaded, the part over which typed money kept its figures: the product of
   * new over old rates. Money typed in scenarios, which is not here, follows when this is saved.
   */
  kept: number;
  /** How often a merge has changed what stands at a place, so that its field forgets its text and no other does. */
  followed: Readonly<Record<Place, number>>;
}

export type NoteField = "note" | "source";

export type RangeEnd = "low" | "high";

export type ModelChange =
  | { kind: "type"; key: InputKey; value: number | string }
  /** Several at one stroke, as one step. */
  | { kind: "set"; values: Partial<Inputs> }
  | { kind: "refuse"; key: InputKey; text: string; message: string }
  /** `to`: what they are set to; one that is not in it has its default of today. */
  | { kind: "reset"; keys: readonly InputKey[]; to?: Partial<Inputs> }
  | { kind: "note"; key: InputKey; field: NoteField; text: string }
  /** An end of an input's range; null where it is taken out. */
  | { kind: "range"; key: InputKey; end: RangeEnd; value: number | null }
  | { kind: "addLine"; line: CustomLine }
  | { kind: "changeLine"; place: number; line: CustomLine }
  | { kind: "removeLine"; place: number }
  | { kind: "rename"; name: string }
  | { kind: "startMonth"; startMonth: string }
  | { kind: "fiscalYear"; startsIn: number }
  /** `isConverted`: typed money is turned over at the rates; else its figures stay as they are. */
  | { kind: "currency"; currency: string; rate: number; rateDate: string | null; isConverted: boolean }
  /** All that a file of figures made of the draft, at one stroke. */
  | { kind: "import"; draft: ModelDraft }
  /** A field is left: what is typed next is another step. */
  | { kind: "leave" }
  | { kind: "undo" }
  | { kind: "redo" }
  | { kind: "replace"; draft: ModelDraft }
  /** Someone else saved `theirs` over `base`, the newest that this page had saved or heard of; `kept` is what was saved from here last. */
  | { kind: "merge"; base: ModelDraft; theirs: ModelDraft; by: string; merges: number; kept: number }
  | { kind: "keepMine"; place: Place }
  | { kind: "takeTheirs"; place: Place };

export type CheckInputs = (inputs: Partial<Inputs>, rate: number) => FieldError[];

export type Remembered = Exclude<ModelChange, { kind: "replace" | "leave" | "undo" | "redo" | "merge" | "takeTheirs" }>;

/** All of a model's state that can be undone. */
export type Snapshot = Pick<ModelState, "draft" | "typed" | "refused" | "rules" | "kept">;

/** Something that was done, and how things stood on the other side of it. */
export interface Step {
  label: string;
  other: Snapshot;
}

/** What someone else set while it was being changed here. Theirs is saved and in use until a decision. */
export interface OpenConflict {
  mine: unknown;
  theirs: unknown;
  /** Who saved theirs. */
  by: string;
}

export type Conflicts = Readonly<Record<Place, OpenConflict>>;
