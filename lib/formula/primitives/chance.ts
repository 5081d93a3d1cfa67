import { exp } from "../../math/exp";
import { expm1 } from "../../math/expm1";
import { log1p } from "../../math/log1p";
import type { VectorFunction } from "../compiled/module-writer";
import type { Primitive } from "../node";
import { dimensionless } from "../unit";
import { binomialBelow } from "./binomial";
import { writeBelow, writeYearlyLoss } from "./binomial-code";
import { byValue } from "./elementwise";
import { call, callPrecedence } from "./functions";
import { alike, known, requireNumber } from "./unit-rules";

/** What a chance in one period comes to over many: 1 − (1 − chance)^periods. It can be 1e−30. */
export function overPeriods(chance: number, periods: number): number {
  return -expm1(periods * log1p(-chance));
}

/** Tails of late, each with its arguments: as many as fit in the cache. */
const remembered = 512;
const keys = new Float64Array(3 * remembered).fill(Number.NaN);
const tails = new Float64Array(remembered);

/** The months of a trial, and its two server sides, often ask for the same tail: the answers of late are kept. */
function tailOf(n: number, p: number, k: number): number {
  const slot = ((n | 0) * 31 + (k | 0) + ((p * 1e9) | 0)) & (remembered - 1);
  const at = 3 * slot;
  if (keys[at] === n && keys[at + 1] === p && keys[at + 2] === k) return tails[slot] as number;
  const tail = binomialBelow(n, p, 1 - p, k);
  keys[at] = n;
  keys[at + 1] = p;
  keys[at + 2] = k;
  tails[slot] = tail;
  return tail;
}

const below: VectorFunction = {
  scalar: (n = 0, p = 0, k = 0) => tailOf(Math.round(n), p, Math.round(k)),
  write: writeBelow,
};

const counts: Primitive["unit"] = ([n = "any", p = "any", k = "any"], nodes) => {
  requireNumber(p, "the chance");
  alike([n, k], nodes);
  return dimensionless;
};

export const chanceFunctions: readonly Primitive[] = [
  call("binomialBelow", 3, {
    unit: counts,
    ...byValue(below),
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
    ...byValue({
      scalar: (k = 0, n = 0, hazard = 0, periods = 0) =>
        overPeriods(binomialBelow(n, exp(-hazard), -expm1(-hazard), k), periods),
      write: writeYearlyLoss,
    }),
    print: ([k, n, hazard, periods]) => `1 − (1 − P[B(${n}; e^−${hazard}) < ${k}])^${periods}`,
    precedence: 3,
    argumentPrecedence: callPrecedence,
  }),
];
