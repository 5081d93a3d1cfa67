import betainc from "@stdlib/math-base-special-betainc";
import type { Primitive } from "../node";
import { dimensionless } from "../unit";
import { elementwise } from "./elementwise";
import { call } from "./functions";
import { alike, known, requireNumber } from "./unit-rules";

/**
 * P[B(n, p) < k]: fewer than k of n, each there with chance p; q is the chance that it is not, passed beside p because
 * 1 − p would lose the digits that matter where either is small. The regularised incomplete beta, from whichever of
 * the two is smaller, so that a chance of 1e−30 keeps its digits.
 */
export function binomialBelow(n: number, p: number, q: number, k: number): number {
  if (k <= 0) return 0;
  if (k > n) return 1;
  if (p <= 0) return 1;
  if (q <= 0) return 0;
  return q <= p ? betainc(q, n - k + 1, k) : betainc(p, k, n - k + 1, true, true);
}

/** P[B(n, p) >= k], in the same way. */
export function binomialAtLeast(n: number, p: number, q: number, k: number): number {
  return binomialBelow(n, q, p, n - k + 1);
}

/** What a chance in one period comes to over many: 1 − (1 − chance)^periods. It can be 1e−30. */
export function overPeriods(chance: number, periods: number): number {
  return -Math.expm1(periods * Math.log1p(-chance));
}

/** The months often repeat one another: the last answer is kept. */
function remembering(f: (a: number, b: number, c: number, d: number) => number): typeof f {
  let [lastA, lastB, lastC, lastD, last] = [Number.NaN, 0, 0, 0, 0];
  return (a, b, c, d) => {
    if (a !== lastA || b !== lastB || c !== lastC || d !== lastD)
      [lastA, lastB, lastC, lastD, last] = [a, b, c, d, f(a, b, c, d)];
    return last;
  };
}

const counts: Primitive["unit"] = ([n = "any", p = "any", k = "any"], nodes) => {
  requireNumber(p, "the chance");
  alike([n, k], nodes);
  return dimensionless;
};

export const chanceFunctions: readonly Primitive[] = [
  call("binomialBelow", 3, {
    unit: counts,
    kernel: (...kernelArguments) => {
      const below = remembering(binomialBelow);
      elementwise((n = 0, p = 0, k = 0) => below(Math.round(n), p, 1 - p, Math.round(k)))(...kernelArguments);
    },
    print: ([n, p, k]) => `P[B(${n}, ${p}) < ${k}]`,
  }),
  /** The yearly chance that fewer than k of n pieces outlive some period: each fails in it with 1 − e^−hazard; so many periods a year. */
  call("yearlyLoss", 4, {
    unit: ([k = "any", n = "any", hazard = "any", periods = "any"], nodes) => {
      alike([k, n], nodes);
      requireNumber(hazard, "the hazard");
      return known(periods);
    },
    kernel: elementwise((k = 0, n = 0, hazard = 0, periods = 0) =>
      overPeriods(binomialBelow(n, Math.exp(-hazard), -Math.expm1(-hazard), k), periods),
    ),
    print: ([k, n, hazard, periods]) => `1 − (1 − P[B(${n}, e^−${hazard}) < ${k}])^${periods}`,
  }),
];
