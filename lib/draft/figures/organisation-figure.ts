import type { InputKey } from "@/lib/model/inputs";
import type { LineRow, LineTable } from "@/lib/model/rows/line-tables";
import type { Evidence } from "@/lib/model/spread/own-range";
import type { Outcome } from "@/lib/outcome";
import type { CalendarDay } from "@/lib/value/calendar";
import type { CurrencyPart } from "../model-parts";

/** In which money is stated. */
export interface StatedMoney {
  currency: string;
  /** What one US dollar is in the currency. */
  currencyRate: number;
}

/** What an organisation states of an input. */
export interface FigureContent extends Partial<StatedMoney> {
  value: number | string;
  /** One time in ten it is lower than `low`, one time in ten higher than `high`; both or neither. */
  low?: number;
  high?: number;
  evidence?: Evidence;
  note?: string;
  source?: string;
  /** The person or the team that answers for it. */
  owner?: string;
  validFrom?: CalendarDay;
  reviewBy?: CalendarDay;
}

/** A line that an organisation has in most of its models. */
export interface LineContent extends StatedMoney {
  row: LineRow;
  /** Whether new models begin with it. */
  isBegunWith: boolean;
}

interface Stated<C> {
  id: string;
  /** Goes up with every change. */
  revision: number;
  /** ISO 8601, UTC. */
  changedAt: string;
  changedBy: string;
  content: C;
}

export interface OrganisationFigure extends Stated<FigureContent> {
  key: InputKey;
}

export interface OrganisationLine extends Stated<LineContent> {
  table: LineTable;
  /** The id of its row. */
  key: string;
}

/** A figure or a line that was removed; its history brings it back. */
export interface RemovedFigure extends Omit<Stated<null>, "content"> {
  /** "inputs", or the table of the line. */
  part: "inputs" | LineTable;
  key: string;
  name: string;
}

/** All that an organisation states of its own. */
export interface FigureBook {
  /** In which figures and lines of money are stated. */
  currency: CurrencyPart;
  /** The number of the currency's newest change; 0 before the first. */
  currencyRevision: number;
  figures: readonly OrganisationFigure[];
  lines: readonly OrganisationLine[];
}

/** One change of a figure or a line, as its history shows it. */
export interface FigureRevision {
  number: number;
  author: string;
  /** ISO 8601, UTC. */
  at: string;
  /** The revision that it brought back. */
  restoredFrom: number | null;
  /** Null where it was removed. */
  content: FigureContent | LineContent | null;
}

/** A model that takes an input from a figure. */
export interface Follower {
  modelId: string;
  name: string;
  key: InputKey;
  /** The id of the figure, and the revision that it took. */
  figure: string;
  revision: number;
  /** Whether the figure says something else by now. */
  isOlder: boolean;
}

/** What became of a change; `revision` is the figure's present one. */
export type FigureOutcome = Outcome<{ revision: number }>;

/** The day of a figure: from when it is valid, else when it was last changed. */
export function figureDay({ content, changedAt }: { content: FigureContent; changedAt: string }): CalendarDay {
  return content.validFrom ?? changedAt.slice(0, 10);
}

/** Whether its owner is to look at it again. @param today as the reader's calendar has it */
export function isDueForReview({ reviewBy }: Pick<FigureContent, "reviewBy">, today: CalendarDay): boolean {
  return reviewBy !== undefined && reviewBy <= today;
}
