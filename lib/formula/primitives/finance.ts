import { expm1 } from "../../math/expm1";
import { log1p } from "../../math/log1p";
import type { Code } from "../compiled/code";
import type { Expression } from "../compiled/vector";
import * as vector from "../compiled/vector";
import type { Primitive } from "../node";
import { divide, parseUnit } from "../unit";
import { byValue, elementwise } from "./elementwise";
import { call, phrase } from "./functions";
import { alike, known, requireUnit } from "./unit-rules";

/** The level payment a month that repays an amount over so many months at a rate a month: amount × i/(1 − (1 + i)^−n). */
export function levelPaymentOf(amount: number, ratePerMonth: number, months: number): number {
  // A rate with hardly a digit left (1e-320) would lose the rest in the quotient; two terms of the series are exact there.
  if (ratePerMonth * months < 1e-9) return (amount / months) * (1 + (ratePerMonth * (months + 1)) / 2);
  // expm1 and log1p keep it exact for small rates.
  return (amount * ratePerMonth) / -expm1(-months * log1p(ratePerMonth));
}

/** The cost of an amount in tiers: up to the first bound at the first price, from there to the second at the second, the rest at the last. */
function tieredCost(amount: number, boundsAndPrices: readonly number[]): number {
  let cost = 0;
  let from = 0;
  for (let i = 0; i + 1 < boundsAndPrices.length; i += 2) {
    const upTo = boundsAndPrices[i] as number;
    cost += Math.max(0, Math.min(amount, upTo) - from) * (boundsAndPrices[i + 1] as number);
    from = upTo;
  }
  return cost + Math.max(0, amount - from) * (boundsAndPrices[boundsAndPrices.length - 1] as number);
}

/** The same on two samples at once. */
const tieredCode: Code = ([amount = [], ...boundsAndPrices]) => {
  const nothing = vector.constant(0);
  let cost = nothing;
  let from = nothing;
  for (let i = 0; i + 1 < boundsAndPrices.length; i += 2) {
    const upTo = boundsAndPrices[i] as Expression;
    const part = vector.max(nothing, vector.subtract(vector.min(amount, upTo), from));
    cost = vector.add(cost, vector.multiply(part, boundsAndPrices[i + 1] as Expression));
    from = upTo;
  }
  const rest = vector.max(nothing, vector.subtract(amount, from));
  return vector.add(cost, vector.multiply(rest, boundsAndPrices[boundsAndPrices.length - 1] as Expression));
};

export const financeFunctions: readonly Primitive[] = [
  call("levelPayment", 3, {
    unit: ([amount = "any", rate = "any", months = "any"]) => {
      requireUnit(rate, parseUnit("1/month"), "the rate");
      requireUnit(months, parseUnit("month"), "the number of months");
      return divide(known(amount), parseUnit("month"));
    },
    ...byValue({ scalar: (amount = 0, rate = 0, months = 1) => levelPaymentOf(amount, rate, months) }),
    print: ([amount, rate, months]) => `${amount} × i / (1 − (1 + i)^−${months}) with i = ${rate}`,
    precedence: phrase,
    argumentPrecedence: 5,
  }),
  /** tiers(amount, bound1, price1, bound2, price2, ..., last price). */
  call("tiers", [4, 99], {
    unit: ([amount = "any", ...rest], nodes) => {
      const bounds = rest.filter((_, i) => i % 2 === 0 && i < rest.length - 1);
      const prices = rest.filter((_, i) => i % 2 === 1 || i === rest.length - 1);
      const unit = alike([amount, ...bounds], nodes);
      const price = alike(prices, nodes);
      return unit === "any" || price === "any" ? "any" : new Map(divide(unit, divide(parseUnit("1"), price)));
    },
    kernel: elementwise((amount = 0, ...boundsAndPrices) => tieredCost(amount, boundsAndPrices)),
    code: tieredCode,
    print: ([amount, ...rest]) => {
      const tiers: string[] = [];
      for (let i = 0; i + 1 < rest.length; i += 2) tiers.push(`up to ${rest[i]} at ${rest[i + 1]}`);
      return `${amount} in tiers [${tiers.join("; ")}; the rest at ${rest[rest.length - 1]}]`;
    },
    argumentPrecedence: 3,
  }),
];
