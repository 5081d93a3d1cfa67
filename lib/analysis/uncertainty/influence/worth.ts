import { type Estimate, type Kept, meanEstimate } from "../sample";
import { type Figure, fewTrials } from "./figure";
import type { Fit } from "./fit";

/**
 * The regret of a choice in question in each trial: its cost less the least cost of all in question.
 *
 * @param regret filled in with it
 */
export function regretOf<A extends string>(
  choice: A,
  inQuestion: readonly A[],
  cost: (architecture: A) => Float64Array,
  regret: Float64Array = new Float64Array(cost(choice).length),
): Float64Array {
  regret.fill(Number.POSITIVE_INFINITY);
  for (const each of inQuestion.map(cost))
    for (let i = 0; i < regret.length; i++) regret[i] = Math.min(regret[i] as number, each[i] as number);
  const own = cost(choice);
  for (let i = 0; i < regret.length; i++) regret[i] = (own[i] as number) - (regret[i] as number);
  return regret;
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
 * @param saved room for a value of each trial
 */
export function worthOfKnowing(
  kept: Kept,
  others: readonly Figure[],
  fits: readonly Fit[],
  columns: number,
  saved: Float64Array = new Float64Array(kept.count),
): Estimate {
  const chosen = others
    .map((difference, place) => {
      const fit = fits[place] as Fit;
      return { difference, fit: isTrusted(fit, kept.count, columns) ? fit : null };
    })
    // On the whole the others cost more than the best, so they are never chosen.
    .filter(({ difference, fit }) => fit || difference.mean < 0);
  saved.fill(0);
  if (chosen.length > 0) {
    for (let from = 0; from < kept.count; from += fewTrials)
      /*#__NOINLINE__*/ saveIn(chosen, from, Math.min(from + fewTrials, kept.count), saved);
  }
  const { value, standardError } = meanEstimate(kept, saved);
  return { value: Math.max(0, value), standardError };
}

/** Another choice that may cost less than the best on the whole; without a fit its mean stands for each trial. */
interface Choice {
  readonly difference: Figure;
  readonly fit: Fit | null;
}

const [least, fitted, row] = [1, 2, 3].map(() => new Float64Array(fewTrials)) as [
  Float64Array,
  Float64Array,
  Float64Array,
];

/** Fills in what the choice of least fitted cost saves in the trials from, to. */
function saveIn(chosen: readonly Choice[], from: number, to: number, saved: Float64Array): void {
  least.fill(0);
  for (const { difference, fit } of chosen) {
    if (fit) fit.fill(from, to, fitted);
    else fitted.fill(difference.mean);
    difference.fill(from, to, row, 0);
    for (let i = 0; i < to - from; i++) {
      if ((fitted[i] as number) >= (least[i] as number)) continue;
      least[i] = fitted[i] as number;
      saved[from + i] = -(row[i] as number);
    }
  }
}
