import type { Expression } from "./vector";

/** What a word may ask of the month that it is worked out in. */
export interface MonthCode {
  /** The month, twice. */
  readonly month: Expression;
  /** A value in the months of service, 0 in month 0. */
  readonly inService: (value: Expression) => Expression;
}

/**
 * A word of the language on two samples at once: the same operations in the same order as its kernel, so the same
 * digits.
 */
export type Code = (args: readonly Expression[], at: MonthCode) => Expression;

/** A word that folds the months into one value. */
export interface FoldCode {
  readonly start: number;
  /** The first month that counts. */
  readonly from: 0 | 1;
  readonly next: (folded: Expression, value: Expression, at: MonthCode) => Expression;
}
