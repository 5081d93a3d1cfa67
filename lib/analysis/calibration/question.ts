import type { InputKey, Inputs } from "@/lib/model/inputs";
import type { BillPart, BillPlace } from "@/lib/model/rows/choices";
import type { InputRange, OwnRanges } from "../sensitivity/input-range";

/** An amount of a month's bill and where it belongs; negative where it is a credit. A bill's total alone belongs to `rest`. */
export interface BilledAmount {
  readonly place: BillPlace;
  /** In the currency of the inputs. */
  readonly amount: number;
}

export interface CalibrationQuestion {
  /** Complete, and in the currency of the rate. */
  readonly inputs: Inputs;
  readonly currencyRate: number;
  /** Own ranges and evidence by the key of the input. What is contracted (certain) does not move. */
  readonly stated?: OwnRanges;
  readonly bill: readonly BilledAmount[];
  /** The month of the model that the bill is set against, from 1, which it is unless given. */
  readonly month?: number;
  /** Inputs that stay as they are. */
  readonly held?: readonly InputKey[];
}

/** What is billed of a part, or of several together, and what the model says the same costs; money of one month. */
export interface ComparedPart {
  readonly place: BillPart | "rest";
  /** The parts that it is the sum of: one, or all that no line of the bill names. */
  readonly parts: readonly BillPart[];
  /** Null where the bill has nothing of it: it is not compared. */
  readonly billed: number | null;
  readonly before: number;
  readonly after: number;
  /** What is billed less what the model says after the changes; 0 where it is not compared. */
  readonly remainder: number;
  /** What the remainder is: none, more than the ranges bear, or what inputs would bear that another part of the bill settles. */
  readonly rest: "closed" | "outOfReach" | "settledElsewhere";
  /** The inputs that may move it. Of several, the bill says only what they come to together. */
  readonly movable: readonly InputKey[];
}

export interface InputChange {
  readonly key: InputKey;
  readonly before: number;
  readonly after: number;
  /** Within which it may lie. */
  readonly range: InputRange;
  /** It lies at an end of its range: the bill asks for more than that. */
  readonly isAtEnd: boolean;
}

export interface Calibration {
  readonly month: number;
  /** In the order of a bill; those that are compared, and those that the bill has nothing of. */
  readonly parts: readonly ComparedPart[];
  readonly changes: readonly InputChange[];
  /** The inputs that may move, changed or not, and those that are held. */
  readonly movable: readonly InputKey[];
  /** What the bill has that the model does not work out. */
  readonly outside: number;
}
