import { quantile } from "../../math/quantile";
import type { Bounds } from "./scale";
import { fromScale, toScale } from "./scale";
import type { ScaledSpread, Spread } from "./spread";

/** The 90th percentile of the standard normal. */
export const z90 = 1.2815515655446004;

/** Gives the value at a place in a distribution: p, between 0 and 1, and z, the standard normal's quantile of it. */
export type QuantileFunction = (p: number, z: number) => number;

function ofScaled({ scale, bounds, median, down, up, isNegated }: ScaledSpread): QuantileFunction {
  const middle = toScale(scale, bounds, median);
  const at = (z: number) => fromScale(scale, bounds, middle + (z / z90) * (z >= 0 ? up : down));
  return isNegated ? (_, z) => -at(-z) : (_, z) => at(z);
}

function ofUniform(least: number, greatest: number, isWhole: boolean): QuantileFunction {
  return isWhole
    ? (p) => Math.min(greatest, least + Math.floor(p * (greatest - least + 1)))
    : (p) => least + p * (greatest - least);
}

function ofTriangular(least: number, likeliest: number, greatest: number): QuantileFunction {
  const width = greatest - least;
  const turn = (likeliest - least) / width;
  return (p) =>
    p < turn
      ? least + Math.sqrt(p * width * (likeliest - least))
      : greatest - Math.sqrt((1 - p) * width * (greatest - likeliest));
}

function ofChoices(values: readonly number[], weights: readonly number[]): QuantileFunction {
  let sum = 0;
  const sorted = values
    .map((value, i) => ({ value, weight: weights[i] as number }))
    .sort((a, b) => a.value - b.value)
    .map(({ value, weight }) => {
      sum += weight;
      return { value, upTo: sum };
    });
  const last = (sorted[sorted.length - 1] as { value: number }).value;
  return (p) => sorted.find(({ upTo }) => upTo > p * sum)?.value ?? last;
}

function unclipped(spread: Spread, isWhole: boolean): QuantileFunction {
  switch (spread.kind) {
    case "scaled":
      return ofScaled(spread);
    case "uniform":
      return ofUniform(spread.least, spread.greatest, isWhole);
    case "triangular":
      return ofTriangular(spread.least, spread.likeliest, spread.greatest);
    case "choices":
      return ofChoices(spread.values, spread.weights);
    case "samples": {
      const sorted = Float64Array.from(spread.values).sort();
      return (p) => quantile(sorted, p);
    }
  }
}

/**
 * The quantile function of a spread (uncertainty.md section 15), clipped to bounds and rounded to a whole number where it must be one.
 * A greater p never gives a smaller value.
 */
export function quantileFunction(spread: Spread, { min, max }: Bounds, isWhole: boolean): QuantileFunction {
  const at = unclipped(spread, isWhole);
  const clip = (x: number) => Math.min(Math.max(x, min), max);
  return isWhole ? (p, z) => Math.floor(clip(at(p, z)) + 0.5) : (p, z) => clip(at(p, z));
}
