import { addToStretches, emptyStretches, type Growth, wholeStretches } from "@/lib/math/stretches/add";
import type { Stretches } from "@/lib/math/stretches/order";
import { quantileOfStretches } from "@/lib/math/stretches/quantile-of-stretches";
import { type Kept, mean, squares, standardErrors } from "./sample";
import { inOrder, percentilesOf, type Summary, shares, summaryOf } from "./summary";

/** What is remembered of a replicate. */
interface ReplicateSum {
  readonly count: number;
  readonly sum: number;
  /** Of distances from its mean. */
  readonly squares: number;
  /** In the order of the percentiles. */
  readonly quantiles: readonly number[];
}

/** A figure of which only a summary is asked: of many trials what lies near its quantiles is kept, and sums. */
export interface SummedFigure {
  /** Of the kept trials that are not folded. */
  readonly values: Float64Array;
  /** Of those that are. */
  stretches: Stretches | null;
  readonly replicates: ReplicateSum[];
}

/** @param room for the values of so many trials */
export const emptySum = (room: number): SummedFigure => ({
  values: new Float64Array(room),
  stretches: null,
  replicates: [],
});

function sumOf(values: Float64Array): ReplicateSum {
  const around = mean(values);
  return {
    count: values.length,
    sum: values.reduce((sum, value) => sum + value, 0),
    squares: squares(values, around),
    // Of fewer than two there are none: so many are left out that no run is summed up.
    quantiles: values.length > 1 ? percentilesOf(values) : [],
  };
}

/** Folds a replicate's kept trials, the first values that the figure has. */
export function foldFigure(figure: SummedFigure, count: number, growth: Growth): void {
  const values = figure.values.subarray(0, count);
  figure.stretches ??= emptyStretches(shares, growth);
  addToStretches(figure.stretches, values, growth);
  figure.replicates.push(sumOf(values));
}

/** A figure in the trials of some replicates: from the first of them. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly figure: SummedFigure;
}

/** The values of a replicate, from those of the whole part. */
function replicateIn({ from, figure }: Part, { bounds }: Kept, replicate: number): Float64Array {
  const first = bounds[from] as number;
  return figure.values.subarray((bounds[replicate] as number) - first, (bounds[replicate + 1] as number) - first);
}

const keptIn = ({ from, to }: Part, { bounds }: Kept) => (bounds[to] as number) - (bounds[from] as number);

const valuesIn = (part: Part, kept: Kept) => part.figure.values.subarray(0, keptIn(part, kept));

function joined(parts: readonly Part[], kept: Kept): Float64Array {
  const [only] = parts;
  if (only && parts.length === 1) return valuesIn(only, kept);
  const values = new Float64Array(kept.count);
  for (const part of parts) values.set(valuesIn(part, kept), kept.bounds[part.from]);
  return values;
}

/**
 * The summary of a figure in all trials. Where parts are folded it is made of what each replicate comes to, which
 * differs from a sum trial by trial by no more than rounding.
 *
 * @param parts all replicates, each once
 * @returns null where the values that a quantile takes were forgotten
 */
export function summaryOfParts(parts: readonly Part[], kept: Kept): Summary | null {
  if (parts.every(({ figure }) => figure.stretches === null)) return summaryOf(kept, joined(parts, kept));
  const samples = parts.map((part) => part.figure.stretches ?? wholeStretches(shares, valuesIn(part, kept).slice()));
  const quantiles = shares.map((share) => quantileOfStretches(samples, share));
  if (quantiles.includes(null)) return null;
  const replicates = [...parts]
    .sort((a, b) => a.from - b.from)
    .flatMap((part) =>
      part.figure.stretches
        ? part.figure.replicates
        : Array.from({ length: part.to - part.from }, (_, r) => sumOf(replicateIn(part, kept, part.from + r))),
    );
  const whole = replicates.reduce((sum, each) => sum + each.sum, 0) / kept.count;
  const apart = replicates.map(({ count, sum, squares }) => squares + count * (sum / count - whole) ** 2);
  // So long a run has replicates enough, so none is without an error of its own.
  const [ofMean, ...errors] = standardErrors(
    replicates.length,
    (r) => {
      const { sum, count, quantiles } = replicates[r] as ReplicateSum;
      return [sum / count, ...quantiles];
    },
    () => Array.from({ length: 1 + shares.length }, () => Number.NaN),
  );
  return {
    mean: whole,
    sd: Math.sqrt(apart.reduce((sum, each) => sum + each, 0) / (kept.count - 1)),
    quantiles: inOrder(quantiles as number[]),
    standardError: { mean: ofMean as number, quantiles: inOrder(errors) },
  };
}
