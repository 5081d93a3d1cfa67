import type { InputKey, Inputs } from "@/lib/model/inputs";
import type { ReleasedInput } from "@/lib/model/released/released-input";
import type { OwnRows } from "@/lib/model/rows/own-rows";
import type { Evidence, OwnRange } from "@/lib/model/spread/own-range";
import type { Outcome } from "@/lib/outcome";
import type { CalendarDay } from "@/lib/value/calendar";
import type { ScenarioRows } from "./scenario/scenario-rows";
import type { UncertaintySettings } from "./uncertainty/uncertainty-settings";

/** What a person states beside an input. Range and evidence say how it is drawn in trials; the base run does not rest on them. */
export interface InputNote {
  note?: string;
  source?: string;
  /** What else the figure may turn out to be, in the unit of the input; money in the model's currency. */
  range?: OwnRange;
  /** What is known of the figure; nothing where it is left out. */
  evidence?: Evidence;
  /** The figure of its organisation that the value was taken from. */
  follows?: Follows;
}

/** Which figure of an organisation a value was taken from. It counts as long as the value is that one (lib/draft/figures/follow.ts). */
export interface Follows {
  figure: string;
  revision: number;
  /** The day of the figure, "2027-03-03". */
  on: CalendarDay;
  /** As it was taken; money in the model's currency. */
  value: number | string;
}

export type Notes = Partial<Record<InputKey, InputNote>>;

/** What a person edits of a model: all that a save carries. */
export interface ModelDraft extends UncertaintySettings, OwnRows {
  name: string;
  description: string;
  /** First month of the model, "2027-01". */
  startMonth: string;
  /** First month of the fiscal year, 1 (January) to 12; it names years and moves no figure (lib/value/fiscal-year.ts). */
  fiscalYearStart: number;
  /** ISO 4217 code. */
  currency: string;
  /** What one US dollar is in the currency; 1 for dollars. Defaults and bounds of money are multiplied by it (lib/model/currency.ts). */
  currencyRate: number;
  /** The day of the rate, "2027-01-15"; null for dollars. */
  currencyRateDate: string | null;
  /** Only what differs from the defaults of today, whatever version the model keeps to. */
  inputs: Partial<Inputs>;
  notes: Notes;
}

/** What a model can be shared as, from the least to the most; each may do what those before it may. */
export const sharedRoles = ["viewer", "commenter", "editor"] as const;

export type SharedRole = (typeof sharedRoles)[number];

export type ModelRole = "owner" | SharedRole;

/** A model as a page needs it; plain values only, so that it can cross to the browser. */
export interface CostModelFull extends ModelDraft {
  id: string;
  organisationName: string;
  templateKey: string | null;
  modelVersion: number;
  /** What its version said of those inputs that are otherwise today; left out where it keeps to the present version. */
  released?: readonly ReleasedInput[];
  /**
   * The answer as it was stored under its version, where today's formulas give another for the same figures; else left out, and wherever
   * nothing says it.
   */
  answerThen?: string;
  revision: number;
  /** ISO 8601, UTC. */
  changedAt: string;
  changedBy: string;
  /** Read only until it is taken out of the archive. */
  isArchived: boolean;
  canComment: boolean;
  canEdit: boolean;
  canShare: boolean;
  /** Whether it is archived and the viewer may take it out. */
  canUnarchive: boolean;
}

/** What was decided by a model, and holds. */
export interface Decided {
  number: number;
  /** The chosen architecture. */
  architecture: string;
  /** ISO 8601, UTC. */
  at: string;
}

/** A model as a list shows it. */
export interface CostModelCard {
  id: string;
  name: string;
  organisationName: string;
  /** "yours" where it belongs to an organisation of the viewer, else the role it was shared with. */
  access: "yours" | SharedRole;
  /** The answer's first sentence, by the base run. */
  headline: string;
  /** How sure the answer is by trials, in one sentence; null until they have run. */
  verdict: string | null;
  /** The decision that holds; null where there is none. */
  decided: Decided | null;
  /** Kept from plain members of its organisation. */
  isPrivate: boolean;
  /** Whether the viewer may archive, delete and restore it. */
  canManage: boolean;
  /** ISO 8601, UTC; null where it is not deleted. */
  deletedAt: string | null;
  changedAt: string;
  changedBy: string;
}

/** What became of moving a model to the present version of formulas and defaults. */
export type MoveOutcome = Outcome<{ revision: number }>;

/** What a file of figures makes of a draft. */
export interface FiguresOfFile {
  draft: ModelDraft;
  templateKey: string | null;
  /** The version that the model of a model.json keeps to, and its scenarios. */
  version?: number;
  scenarios?: { name: string; inputs: Partial<Inputs>; rows?: ScenarioRows }[];
}

/** The figures of a file, or everything that is wrong with it. Nothing is taken of a file that has a fault. */
export type ReadFigures = Outcome<FiguresOfFile>;
