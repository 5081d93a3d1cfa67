import { lostOf } from "../../../math/decay";
import { pow } from "../../../math/pow";
import { type Swarm, seriesBelow, seriesLength } from "./swarm";

/** Polynomials T_n with (c·d/dc)^n e^−x = T_n(−x)·e^−x, for x = a·c, by their coefficients of x, x², …: Touchard's. */
export const touchard = [
  [1],
  [1, 1],
  [1, 3, 1],
  [1, 7, 6, 1],
  [1, 15, 25, 10, 1],
  [1, 31, 90, 65, 15, 1],
  [1, 63, 301, 350, 140, 21, 1],
] as const;

/**
 * Of Euler-Maclaurin, by derivative: B_2k/(2k)!, and i^n·(d/di)^n in powers of i·d/di (Stirling numbers of the first
 * kind).
 */
export const derivatives = [
  { order: 1, factor: 1 / 12, powers: [1] },
  { order: 3, factor: -1 / 720, powers: [2, -3, 1] },
  { order: 5, factor: 1 / 30_240, powers: [24, -50, 35, -10, 1] },
  { order: 7, factor: -1 / 1_209_600, powers: [720, -1764, 1624, -735, 175, -21, 1] },
] as const;

/**
 * What Euler-Maclaurin adds to the integral at one end: half the value and odd derivatives of F(i) = G(C·w_i), w_i =
 * i^−s, so that i·d/di = −s·c·d/dc. All of it is one polynomial beside each exponential, and one factor for each term
 * of the series.
 */
export interface EndTerms {
  /** Beside e^−x, in −x: coefficients of the first power on. */
  readonly polynomial: Float64Array;
  /** Beside f·c. */
  readonly linear: number;
  /** Beside a_j·c^j, j from 2 on. */
  readonly series: Float64Array;
}

/** One end of the integral. */
export interface CatalogueEnd {
  readonly popularity: number;
  readonly terms: EndTerms;
  /** -1 for the lower one. */
  readonly sign: 1 | -1;
}

/** k^j beside the term of c^k, k from 2 on, by j from 1 on. */
export const powers = touchard.map((_, i) => Array.from({ length: seriesLength }, (_, j) => pow(j + 2, i + 1)));

/** Of each end so many coefficients beside the exponentials. */
export const polynomialLength = touchard.length;

export function endTerms(exponent: number, item: number): EndTerms {
  // Beside (c·d/dc)^k, k from 1 on.
  const slopes = new Float64Array(touchard.length);
  let order = 0;
  let itemPower = 1;
  for (const derivative of derivatives) {
    for (; order < derivative.order; order++) itemPower *= item;
    for (let i = 0; i < derivative.powers.length; i++) {
      slopes[i] = (slopes[i] as number) + (derivative.factor * (derivative.powers[i] as number)) / itemPower;
    }
  }
  const polynomial = new Float64Array(touchard.length);
  const series = new Float64Array(seriesLength);
  let linear = 0;
  let sign = 1;
  for (let i = 0; i < slopes.length; i++) {
    sign *= -exponent;
    const slope = (slopes[i] as number) * sign;
    linear += slope;
    const [coefficients = [], ofSeries = []] = [touchard[i], powers[i]];
    for (let k = 0; k < coefficients.length; k++) {
      polynomial[k] = (polynomial[k] as number) + slope * (coefficients[k] as number);
    }
    for (let j = 0; j < seriesLength; j++) series[j] = (series[j] as number) + slope * (ofSeries[j] as number);
  }
  return { polynomial, linear, series };
}

export function endCorrection(c: number, { f, series }: Swarm, terms: EndTerms): number {
  if (c < seriesBelow) {
    let sum = 0;
    for (let j = series.length - 1; j >= 0; j--) {
      sum = (series[j] as number) * (terms.series[j] as number) + c * sum;
    }
    return c * c * sum;
  }
  const [still, all] = [(1 - f) * c, c];
  let ofStill = 0;
  let ofAll = 0;
  for (let i = terms.polynomial.length - 1; i >= 0; i--) {
    ofStill = (terms.polynomial[i] as number) - still * ofStill;
    ofAll = (terms.polynomial[i] as number) - all * ofAll;
  }
  return f * c * terms.linear + still * ofStill * (1 + lostOf(still)) - all * ofAll * (1 + lostOf(all));
}
