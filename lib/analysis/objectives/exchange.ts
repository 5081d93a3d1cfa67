import type { Criterion } from "./criteria";
import { unitsOfRate } from "./criteria";
import { type Ends, swingOf } from "./ends";

/** A criterion with its ends and its swing weight, 0 to 100. */
export interface Weighted {
  readonly criterion: Criterion;
  readonly ends: Ends;
  readonly swing: number;
}

/** Units of a criterion from end to end, as its exchange rate counts them. */
function unitsOf({ criterion, ends }: Pick<Weighted, "criterion" | "ends">): number {
  return swingOf(criterion, ends) / (unitsOfRate[criterion.key] ?? 1);
}

/**
 * What the weights say that one unit is worth in money of net present cost; on a logarithmic scale what a tenfold is. Null where cost has no weight.
 */
export function exchangeRate(of: Weighted, cost: Weighted | undefined): number | null {
  if (cost === undefined || cost.swing <= 0) return null;
  return of.swing / unitsOf(of) / (cost.swing / unitsOf(cost));
}

/** The swing weight with which one unit is worth so much; it may be above 100, and all are to be scaled then. */
export function swingAt(rate: number, of: Omit<Weighted, "swing">, cost: Weighted): number {
  return (rate * unitsOf(of) * cost.swing) / unitsOf(cost);
}

/** Swing weights with the greatest at 100, as they are asked for. */
export function scaled(swings: readonly number[]): number[] {
  const most = Math.max(...swings);
  return most > 0 ? swings.map((swing) => (100 * swing) / most) : [...swings];
}
