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

/** Of one kind of array only, for speed: a loop over several kinds is many times slower. */
export function mean(values: Float64Array, from = 0, to = values.length): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i] as number;
  return sum / (to - from);
}

/** The sum of squared distances from a value. */
export function squares(values: Float64Array, around: number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const distance = (values[i] as number) - around;
    sum += distance * distance;
  }
  return sum;
}

/** With one less than their number below. */
export function standardDeviation(values: Float64Array): number {
  return Math.sqrt(squares(values, mean(values)) / (values.length - 1));
}

/**
 * The standard errors of several figures of the kept trials (uncertainty.md section 17).
 *
 * @param within the figures of a replicate
 * @param plain their standard errors where there are few replicates
 */
export function standardErrors(
  replicates: number,
  within: (replicate: number) => readonly number[],
  plain: () => readonly number[],
): readonly number[] {
  if (replicates < enoughReplicates) return plain();
  const figures = Array.from({ length: replicates }, (_, r) => within(r));
  return (figures[0] as readonly number[]).map((_, i) => {
    const ofReplicates = Float64Array.from(figures, (each) => each[i] as number);
    return standardDeviation(ofReplicates) / Math.sqrt(replicates);
  });
}

/** The same of one figure. */
function standardErrorOf(replicates: number, within: (replicate: number) => number, plain: () => number): number {
  const [error] = standardErrors(
    replicates,
    (r) => [within(r)],
    () => [plain()],
  );
  return error as number;
}

export interface Estimate {
  readonly value: number;
  readonly standardError: number;
}

export function meanEstimate(kept: Kept, values: Float64Array): Estimate {
  return {
    value: mean(values),
    standardError: standardErrorOf(
      kept.bounds.length - 1,
      (r) => mean(values, kept.bounds[r], kept.bounds[r + 1]),
      () => standardDeviation(values) / Math.sqrt(kept.count),
    ),
  };
}

export interface Share {
  readonly share: number;
  readonly standardError: number;
}

type Holds = (trial: number) => boolean;

/** In how many of the trials from, to (without it) something holds. */
function timesIn(from: number, to: number, holds: Holds): number {
  let times = 0;
  for (let i = from; i < to; i++) if (holds(i)) times++;
  return times;
}

/** The share of trials in which something holds. */
export function shareOf(kept: Kept, holds: Holds): Share {
  const { count, bounds } = kept;
  const onesIn = Float64Array.from({ length: bounds.length - 1 }, (_, r) =>
    /*#__NOINLINE__*/ timesIn(bounds[r] as number, bounds[r + 1] as number, holds),
  );
  const share = onesIn.reduce((sum, ones) => sum + ones, 0) / count;
  return {
    share,
    standardError: standardErrorOf(
      onesIn.length,
      (r) => (onesIn[r] as number) / ((bounds[r + 1] as number) - (bounds[r] as number)),
      () => Math.sqrt((share * (1 - share)) / count),
    ),
  };
}
