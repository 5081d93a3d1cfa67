import { exp } from "../../math/exp";
import { expm1 } from "../../math/expm1";
import { log1p } from "../../math/log1p";
import type { Primitive } from "../node";
import { dimensionless } from "../unit";
import { binomialBelow } from "./binomial";
import { elementwise } from "./elementwise";
import { call, callPrecedence } from "./functions";
import { alike, known, requireNumber } from "./unit-rules";

/** What a chance in one period comes to over many: 1 − (1 − chance)^periods. It can be 1e−30. */
export function overPeriods(chance: number, periods: number): number {
  return -expm1(periods * log1p(-chance));
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
    print: ([n, p, k]) => `P[B(${n}; ${p}) < ${k}]`,
    argumentPrecedence: 3,
  }),
  /** The yearly chance that fewer than k of n pieces outlive some period: each fails in it with 1 − e^−hazard; so many periods a year. */
  call("yearlyLoss", 4, {
    unit: ([k = "any", n = "any", hazard = "any", periods = "any"], nodes) => {
      alike([k, n], nodes);
      requireNumber(hazard, "the hazard");
      return known(periods);
    },
    kernel: elementwise((k = 0, n = 0, hazard = 0, periods = 0) =>
      overPeriods(binomialBelow(n, exp(-hazard), -expm1(-hazard), k), periods),
    ),
    print: ([k, n, hazard, periods]) => `1 − (1 − P[B(${n}; e^−${hazard}) < ${k}])^${periods}`,
    precedence: 3,
    argumentPrecedence: callPrecedence,
  }),
];
