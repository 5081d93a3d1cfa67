import { quantilesOf } from "@/lib/math/quantile";
import { type Kept, meanEstimate, standardDeviation, standardErrors } from "./sample";

/** The percentiles of which a summary tells. */
export const percentiles = [5, 10, 25, 50, 75, 90, 95] as const;
export type Percentile = (typeof percentiles)[number];
export type ByPercentile<T> = Readonly<Record<Percentile, T>>;

/** A figure over the kept trials. */
export interface Summary {
  readonly mean: number;
  readonly sd: number;
  readonly quantiles: ByPercentile<number>;
  readonly standardError: { readonly mean: number; readonly quantiles: ByPercentile<number> };
}

export function byPercentile<P extends number, T>(of: readonly P[], value: (p: P) => T): Readonly<Record<P, T>> {
  return Object.fromEntries(of.map((p) => [p, value(p)])) as Record<P, T>;
}

/** The same as shares. */
export const shares = percentiles.map((p) => p / 100);

/** The quantiles of a figure, in the order of the percentiles. */
export const percentilesOf = (values: Float64Array): number[] => quantilesOf(values, shares);

/** Half of what each quantile moves between the ends of its share's own standard error. */
function plainErrors(values: Float64Array): number[] {
  const ends = shares.flatMap((p) => {
    const h = Math.sqrt((p * (1 - p)) / values.length);
    return [Math.max(0, p - h), Math.min(1, p + h)];
  });
  const quantiles = quantilesOf(values, ends);
  return shares.map((_, i) => ((quantiles[2 * i + 1] as number) - (quantiles[2 * i] as number)) / 2);
}

/** By percentile what stands in the order of theirs. */
export const inOrder = (figures: readonly number[]): ByPercentile<number> =>
  byPercentile(percentiles, (p) => figures[percentiles.indexOf(p)] as number);

export function summaryOf(kept: Kept, values: Float64Array): Summary {
  const quantiles = percentilesOf(values);
  const { value, standardError: ofMean } = meanEstimate(kept, values);
  const errors = standardErrors(
    kept.bounds.length - 1,
    (r) => percentilesOf(values.subarray(kept.bounds[r], kept.bounds[r + 1])),
    () => plainErrors(values),
  );
  return {
    mean: value,
    sd: standardDeviation(values),
    quantiles: inOrder(quantiles),
    standardError: { mean: ofMean, quantiles: inOrder(errors) },
  };
}
