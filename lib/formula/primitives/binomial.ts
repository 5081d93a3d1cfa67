import { exp } from "../../math/exp";
import { gaussLegendre } from "../../math/gauss-legendre";
import { log } from "../../math/log";
import { log1p } from "../../math/log1p";

/**
 * Tails of the binomial. The chance of one count comes from Loader's saddle-point form (C. Loader, Fast and Accurate
 * Computation of Binomial Probabilities, 2000), which does not subtract large logarithms; the tail is that chance times
 * the sum of the ratios of its neighbours to it. So a tail of 1e−200 has the digits of one of 0.1.
 */

export const halfLogTwoPi = 0.9189385332046727;

export const stirlingErrors = Float64Array.from({ length: 16 }, (_, x) => {
  let factorial = 1;
  for (let i = 2; i <= x; i++) factorial *= i;
  return x === 0 ? 0 : log(factorial) - ((x + 0.5) * log(x) - x + halfLogTwoPi);
});

/** ln x! − ln(√(2πx) (x/e)^x); below 16 for whole x only. */
function stirlingError(x: number): number {
  if (x < stirlingErrors.length) return stirlingErrors[x] as number;
  const y = 1 / (x * x);
  return (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - (y * 691) / 360360))))) / x;
}

/** x·ln(x/mean) + mean − x, also where the two are close. */
function deviance(x: number, mean: number): number {
  if (x === 0) return mean;
  const difference = x - mean;
  // Said so that what is no number takes this way too, and not the loop, which it would never leave.
  if (!(Math.abs(difference) < 0.1 * (x + mean))) return x * log(x / mean) + mean - x;
  const v = difference / (x + mean);
  let term = 2 * x * v;
  let sum = difference * v;
  for (let j = 3; ; j += 2) {
    term *= v * v;
    const next = sum + term / j;
    if (next === sum) return sum;
    sum = next;
  }
}

/**
 * The logarithm of the chance that exactly i are there and `rest` are not; between whole numbers where both are 16 or
 * more. Both are given, because the smaller would lose its digits in the difference of n and the larger.
 */
function logChance(i: number, rest: number, p: number, q: number): number {
  const n = i + rest;
  // With nothing on one side the logarithm of one chance, times n, is all.
  if (i === 0) return n * (q > p ? log1p(-p) : log(q));
  if (rest === 0) return n * (p > q ? log1p(-q) : log(p));
  return (
    stirlingError(n) -
    stirlingError(i) -
    stirlingError(rest) -
    deviance(i, n * p) -
    deviance(rest, n * q) -
    halfLogTwoPi +
    log(n / i / rest) / 2
  );
}

/** Neighbours that are added one by one; where more would matter, they are integrated over. */
export const mostTerms = 1000;
/** So small a share of the sum is below its last digit. */
export const negligible = 1e-17;
/** Below e^−745 there is no double. */
export const vanishing = -800;
/** e^−39 of the first is below the last digit. */
const reach = 39;
const gauss = gaussLegendre(16);
const panels = 8;

/** Σ of the chances of j and fewer by that of j, one by one. */
function sumOfRatios(n: number, p: number, q: number, j: number): number {
  let sum = 1;
  let term = 1;
  for (let i = j; i > 0; i--) {
    term *= (i * q) / ((n - i + 1) * p);
    sum += term;
    if (term < negligible * sum) break;
  }
  return sum;
}

/** P[B(n, p) <= j], j from 0 to n and below the mean. */
function lowerTail(n: number, p: number, q: number, j: number): number {
  const rest = n - j;
  const top = logChance(j, rest, p, q);
  if (top < vanishing) return 0;
  const first = exp(top);
  if (j < mostTerms) return first * sumOfRatios(n, p, q, j);
  const slope = log(((rest + 1) * p) / (j * q));
  const width = Math.sqrt(n * p * q);
  if (reach / slope < mostTerms || Math.sqrt(2 * reach) * width < mostTerms) return first * sumOfRatios(n, p, q, j);
  // Σ f(i) for i <= j by Euler-Maclaurin, f(j) = 1: the integral, half the end, and the end's odd derivatives.
  const to = Math.min(j - mostTerms / 2, reach / Math.max(slope, 1e-300), Math.sqrt(2 * reach) * width);
  const half = to / panels / 2;
  let integral = 0;
  for (let panel = 0; panel < panels; panel++) {
    for (const { x, w } of gauss) {
      const away = (2 * panel + 1 + x) * half;
      integral += w * half * exp(logChance(j - away, rest + away, p, q) - top);
    }
  }
  const l1 = log((rest * p) / (j * q)) + 1 / (2 * rest) - 1 / (2 * j);
  const l2 = -1 / j - 1 / rest;
  const l3 = 1 / (j * j) - 1 / (rest * rest);
  return first * (integral + 1 / 2 + l1 / 12 - (l1 * l1 * l1 + 3 * l1 * l2 + l3) / 720);
}

/**
 * P[B(n, p) < k]: fewer than k of n, each there with chance p. n and k are whole.
 *
 * @param q the chance that one is not there, passed beside p because 1 − p would lose the digits that matter where either is small
 * @returns within a relative 1e-12 up to n = 1e4, 1e-9 up to 1e10
 */
export function binomialBelow(n: number, p: number, q: number, k: number): number {
  if (k <= 0) return 0;
  if (k > n) return 1;
  if (p <= 0) return 1;
  if (q <= 0) return 0;
  // The tail on the side of k that is away from the mean is summed; the other is its complement.
  return k - 1 < n * p ? Math.min(1, lowerTail(n, p, q, k - 1)) : 1 - lowerTail(n, q, p, n - k);
}
