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

/** What a fit says of a figure: itself where it explains more than chance would, else the mean. */
function trusted({ fitted, explained, residual }: Fit, difference: Float64Array, columns: number): Float64Array {
  const threshold = residual * (columns + 4 * Math.sqrt(2 * columns));
  return difference.length * explained > threshold
    ? fitted
    : new Float64Array(difference.length).fill(mean(difference));
}

/**
 * What knowing an input, or several, would have saved in these very trials (uncertainty.md section 17; after Strong, Oakley, Brennan
 * 2014): in each, the choice of least fitted cost against the choice that is best on the whole.
 *
 * @param others the other choices in question, each with its cost less that of the best on the whole
 * @param columns how many the fit has, without the constant
 */
export function worthOfKnowing(
  kept: Kept,
  others: readonly Float64Array[],
  fitOf: (y: Float64Array) => Fit,
  columns: number,
): Estimate {
  const expected = others.map((difference) => trusted(fitOf(difference), difference, columns));
  const saved = new Float64Array(kept.count);
  const least = new Float64Array(kept.count);
  for (const [place, difference] of others.entries()) {
    const values = expected[place] as Float64Array;
    for (let i = 0; i < kept.count; i++) {
      const value = values[i] as number;
      if (value >= (least[i] as number)) continue;
      least[i] = value;
      saved[i] = -(difference[i] as number);
    }
  }
  const { value, standardError } = meanEstimate(kept, saved);
  return { value: Math.max(0, value), standardError };
}
