import { replicateSize } from "@/lib/math/hypercube";

/** From so many replicates on, the spread between them tells a standard error. */
const enoughReplicates = 10;

/** The kept trials: how many, and where each replicate begins among them. */
export interface Kept {
  readonly count: number;
  /** One more than there are replicates: the last is the count. */
  readonly bounds: Uint32Array;
}

/** @param trial of each kept trial, its place among all */
export function keptOf(trial: Uint32Array, trials: number): Kept {
  const bounds = new Uint32Array(trials / replicateSize + 1);
  for (const place of trial) {
    const after = Math.floor(place / replicateSize) + 1;
    bounds[after] = (bounds[after] as number) + 1;
  }
  for (let r = 1; r < bounds.length; r++) bounds[r] = (bounds[r] as number) + (bounds[r - 1] as number);
  return { count: trial.length, bounds };
}

export function mean(values: ArrayLike<number>, from = 0, to = values.length): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i] as number;
  return sum / (to - from);
}

/** The sum of squared distances from a value. */
export function squares(values: ArrayLike<number>, around: number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += ((values[i] as number) - around) ** 2;
  return sum;
}

/** With one less than their number below. */
export function standardDeviation(values: ArrayLike<number>): number {
  return Math.sqrt(squares(values, mean(values)) / (values.length - 1));
}

/**
 * The standard error of a figure of the kept trials (uncertainty.md section 17).
 *
 * @param within the figure of the trials from, to (without it)
 * @param plain its standard error where there are few replicates
 */
export function standardError(kept: Kept, within: (from: number, to: number) => number, plain: () => number): number {
  const replicates = kept.bounds.length - 1;
  if (replicates < enoughReplicates) return plain();
  const figures = Array.from({ length: replicates }, (_, r) =>
    within(kept.bounds[r] as number, kept.bounds[r + 1] as number),
  );
  return standardDeviation(figures) / Math.sqrt(replicates);
}

export interface Estimate {
  readonly value: number;
  readonly standardError: number;
}

export function meanEstimate(kept: Kept, values: Float64Array): Estimate {
  return {
    value: mean(values),
    standardError: standardError(
      kept,
      (from, to) => mean(values, from, to),
      () => standardDeviation(values) / Math.sqrt(kept.count),
    ),
  };
}

export interface Share {
  readonly share: number;
  readonly standardError: number;
}

/** The share of trials in which something holds. */
export function shareOf(kept: Kept, holds: (trial: number) => boolean): Share {
  const flags = Uint8Array.from({ length: kept.count }, (_, i) => (holds(i) ? 1 : 0));
  const share = mean(flags);
  return {
    share,
    standardError: standardError(
      kept,
      (from, to) => mean(flags, from, to),
      () => Math.sqrt((share * (1 - share)) / kept.count),
    ),
  };
}
