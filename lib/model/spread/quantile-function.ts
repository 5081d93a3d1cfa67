import { quantile } from "../../math/quantile";
import { rowOfScale } from "./row-code";
import type { Bounds } from "./scale";
import { fromScale, rowFromScale, toScale } from "./scale";
import type { ScaledSpread, Spread } from "./spread";

/** The 90th percentile of the standard normal. */
export const z90 = 1.2815515655446004;

/** Gives the value at a place in a distribution: p, between 0 and 1, and z, the standard normal's quantile of it. */
export type QuantileFunction = (p: number, z: number) => number;

/** The place on its scale of a spread's quantile. */
const placeAt = (z: number, middle: number, { down, up }: ScaledSpread) => middle + (z / z90) * (z >= 0 ? up : down);

const middleOf = ({ scale, bounds, median }: ScaledSpread) => toScale(scale, bounds, median);

function ofScaled(spread: ScaledSpread): QuantileFunction {
  const middle = middleOf(spread);
  const at = (z: number) => fromScale(spread.scale, spread.bounds, placeAt(z, middle, spread));
  return spread.isNegated ? (_, z) => -at(-z) : (_, z) => at(z);
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

/** What must be a whole number is rounded, after it is clipped. */
const within = (x: number, { min, max }: Bounds, isWhole: boolean) => {
  const clipped = Math.min(Math.max(x, min), max);
  return isWhole ? Math.floor(clipped + 0.5) : clipped;
};

/**
 * The quantile function of a spread (uncertainty.md section 15), clipped to bounds and rounded to a whole number where it must be one.
 * A greater p never gives a smaller value.
 */
export function quantileFunction(spread: Spread, bounds: Bounds, isWhole: boolean): QuantileFunction {
  const at = unclipped(spread, isWhole);
  return (p, z) => within(at(p, z), bounds, isWhole);
}

/**
 * The values at many places in a distribution, as quantile functions take one.
 *
 * @param row where they are put, if not in a new one
 */
export type QuantileRow = (p: Float64Array, z: Float64Array, row?: Float64Array) => Float64Array;

/** The same as a spread's quantile function, many times faster for many places at once. */
export function quantileRow(spread: Spread, bounds: Bounds, isWhole: boolean): QuantileRow {
  if (spread.kind !== "scaled") {
    const at = quantileFunction(spread, bounds, isWhole);
    return (p, z, row = new Float64Array(z.length)) => {
      for (let i = 0; i < z.length; i++) row[i] = at(p[i] as number, z[i] as number);
      return row;
    };
  }
  const middle = middleOf(spread);
  const sign = spread.isNegated ? -1 : 1;
  const { scale, down, up } = spread;
  const given = {
    ...{ sign, unit: z90, middle, down, up, min: bounds.min, max: bounds.max, isWhole: isWhole ? 1 : 0 },
    ...{ scaleMin: spread.bounds.min, scaleMax: spread.bounds.max },
  };
  return (_, z, row = new Float64Array(z.length)) => {
    const byCode = rowOfScale();
    if (byCode) {
      byCode(scale, z, given, row);
      return row;
    }
    for (let i = 0; i < z.length; i++) row[i] = placeAt(sign * (z[i] as number), middle, spread);
    rowFromScale(spread.scale, spread.bounds, row);
    for (let i = 0; i < z.length; i++) row[i] = within(sign * (row[i] as number), bounds, isWhole);
    return row;
  };
}
