import type { Outcome } from "@/lib/outcome";
import type { ModelDraft } from "./model";

/** A revision as the list of a model's history shows it. */
export interface RevisionCard {
  /** The number that its last save gave the model. */
  number: number;
  author: string;
  /** Whether the viewer saved it, and may write its note. */
  isYours: boolean;
  /** When the first and the last of the saves were made that it holds; ISO 8601, UTC. */
  startedAt: string;
  savedAt: string;
  note: string;
  /** The answer's first sentence with its figures. */
  headline: string;
  /** The revision that it brought back. */
  restoredFrom: number | null;
  /** The version of formulas and defaults that it was saved with. */
  modelVersion: number;
  /** A link shows it for good. */
  isLinked: boolean;
}

/** A revision with all that was saved. */
export interface RevisionFull extends RevisionCard {
  draft: ModelDraft;
}

/** Who last changed an input, or what is noted beside it, and when. */
export interface LastChange {
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** By the key of the input. */
export type LastChanges = Readonly<Partial<Record<string, LastChange>>>;

export const revisionsPerPage = 25;
export const longestRevisionNote = 2_000;

/** `number` is the new revision; `before` the one that stood until then, which takes the restoring back. */
export type RestoreOutcome = Outcome<{ number: number; before: number }>;
