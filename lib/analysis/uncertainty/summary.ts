import { quantile } from "@/lib/math/quantile";
import { sorted } from "@/lib/math/sort";
import { type Kept, meanEstimate, standardDeviation, standardError } from "./sample";

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

/** Half of what the quantile moves between the ends of its share's own standard error. */
function plainError(all: Float64Array, p: number): number {
  const h = Math.sqrt((p * (1 - p)) / all.length);
  return (quantile(all, Math.min(1, p + h)) - quantile(all, Math.max(0, p - h))) / 2;
}

export function summaryOf(kept: Kept, values: Float64Array): Summary {
  const all = sorted(values);
  const { value, standardError: ofMean } = meanEstimate(kept, values);
  const sortedReplicates = new Map<number, Float64Array>();
  const replicate = (from: number, to: number) => {
    const known = sortedReplicates.get(from) ?? sorted(values.subarray(from, to));
    sortedReplicates.set(from, known);
    return known;
  };
  return {
    mean: value,
    sd: standardDeviation(values),
    quantiles: byPercentile(percentiles, (p) => quantile(all, p / 100)),
    standardError: {
      mean: ofMean,
      quantiles: byPercentile(percentiles, (p) =>
        standardError(
          kept,
          (from, to) => quantile(replicate(from, to), p / 100),
          () => plainError(all, p / 100),
        ),
      ),
    },
  };
}
