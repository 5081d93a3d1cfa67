import type { Fit } from "./fit";
import { type Estimate, type Kept, mean, meanEstimate } from "./sample";

/** The regret of each choice in question in each trial: its cost less the least cost of all in question. */
export function regretsOf<A extends string>(
  inQuestion: readonly A[],
  cost: (architecture: A) => Float64Array,
): Map<A, Float64Array> {
  const costs = inQuestion.map(cost);
  const least = (costs[0] as Float64Array).slice();
  for (const each of costs)
    for (let i = 0; i < least.length; i++) least[i] = Math.min(least[i] as number, each[i] as number);
  return new Map(
    inQuestion.map((a, place) => [a, least.map((x, i) => ((costs[place] as Float64Array)[i] as number) - x)]),
  );
}

/** A value for each trial, to be worked with: what is asked of one input after the other needs no more. */
export interface WorthRooms {
  readonly saved: Float64Array;
  readonly least: Float64Array;
  readonly fitted: Float64Array;
}

export function worthRooms(count: number): WorthRooms {
  const row = () => new Float64Array(count);
  return { saved: row(), least: row(), fitted: row() };
}

/** Whether a fit explains more of a figure than chance would. */
function isTrusted({ explained, residual }: Fit, trials: number, columns: number): boolean {
  return trials * explained > residual * (columns + 4 * Math.sqrt(2 * columns));
}

/**
 * What knowing an input, or several, would have saved in these very trials (uncertainty.md section 17; after Strong, Oakley, Brennan
 * 2014): in each, the choice of least fitted cost against the choice that is best on the whole.
 *
 * @param others the other choices in question, each with its cost less that of the best on the whole
 * @param fits of each of these
 * @param columns how many the fits have, without the constant
 * @param rooms to work in
 */
export function worthOfKnowing(
  kept: Kept,
  others: readonly Float64Array[],
  fits: readonly Fit[],
  columns: number,
  { saved, least, fitted: room } = worthRooms(kept.count),
): Estimate {
  saved.fill(0);
  least.fill(0);
  for (const [place, difference] of others.entries()) {
    const fit = fits[place] as Fit;
    const fitted = isTrusted(fit, kept.count, columns) ? fit.fitted(room) : null;
    const middle = mean(difference);
    // On the whole it costs more than the best, so it is never chosen.
    if (!fitted && middle >= 0) continue;
    for (let i = 0; i < kept.count; i++) {
      const value = fitted ? (fitted[i] as number) : middle;
      if (value >= (least[i] as number)) continue;
      least[i] = value;
      saved[i] = -(difference[i] as number);
    }
  }
  const { value, standardError } = meanEstimate(kept, saved);
  return { value: Math.max(0, value), standardError };
}
