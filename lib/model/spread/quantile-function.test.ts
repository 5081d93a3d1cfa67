import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { declaredAt } from "@/lib/model/currency";
import { inverseNormal } from "../../math/inverse-normal";
import draws from "../../math/oracles/draws.json";
import type { InputKey } from "../inputs";
import type { NumberInput } from "../inputs/declaration";
import { declaredRanges } from "../ranges/declared-ranges";
import type { Evidence, OwnRange } from "./own-range";
import { quantileFunction, quantileRow } from "./quantile-function";
import { type Spread, spreadOf, spreadOfAmount } from "./spread";

const declared = (key: string) => declaredAt(1).input[key as InputKey] as NumberInput;

function spread(key: string, value: number, own?: OwnRange | null, evidence?: string | null, ownBeside?: number) {
  return spreadOf({
    input: declared(key),
    range: declaredRanges[key],
    value,
    own: own ?? undefined,
    ownBeside,
    evidence: (evidence ?? undefined) as Evidence | undefined,
  });
}

function at(key: string, of: Spread | null, p: number): number {
  const input = declared(key);
  return quantileFunction(of as Spread, input, input.integer)(p, inverseNormal(p));
}

const unbounded = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
const ofAmount = (amount: number, low: number, high: number, p: number) =>
  quantileFunction(spreadOfAmount(amount, low, high) as Spread, unbounded, false)(p, inverseNormal(p));

describe("the quantiles of an input", () => {
  // draws.json: worked by an independent evaluation of the text, in another language.
  it.each(draws.values.cases)("$key at $value, $range $evidence", ({ key, value, range, evidence, x }) => {
    const { integer } = declared(key);
    for (const [i, p] of draws.values.p.entries()) {
      const wanted = x[i] as number;
      const got = at(key, spread(key, value, range as OwnRange | null, evidence), p);
      if (integer) expect(got, `at ${p}`).toBe(wanted);
      else expect(Math.abs(got - wanted), `at ${p}`).toBeLessThanOrEqual(1e-12 * Math.abs(wanted));
    }
  });

  it.each(draws.certain)("$key at $value, $evidence, is certain", ({ key, value, evidence }) => {
    expect(spread(key, value, null, evidence)).toBeNull();
  });

  it("are those of an own range, whatever the evidence", () => {
    // By hand: on the logarithm, from 40,000 to 90,000 around 60,000.
    const own = { kind: "range", low: 40_000, high: 90_000 } as const;
    const users = spread("users", 60_000, own, "certain");
    expect(at("users", users, 0.1)).toBeCloseTo(40_000, 6);
    expect(at("users", users, 0.5)).toBeCloseTo(60_000, 6);
    expect(at("users", users, 0.9)).toBeCloseTo(90_000, 6);
  });

  it("carry an own range to the value of a scenario, and leave one of another kind", () => {
    // By hand: 40,000 to 90,000 beside 60,000 is 80,000 to 180,000 beside 120,000.
    const own = { kind: "range", low: 40_000, high: 90_000 } as const;
    const users = spread("users", 120_000, own, null, 60_000);
    expect(at("users", users, 0.1)).toBeCloseTo(80_000, 6);
    expect(at("users", users, 0.9)).toBeCloseTo(180_000, 6);
    expect(spread("users", 0, own, null, 60_000)).toBeNull();
    const uniform = { kind: "uniform", least: 50_000, greatest: 70_000 } as const;
    expect(spread("users", 120_000, uniform, null, 60_000)).toEqual(spread("users", 120_000));
    expect(spread("spareServers", 2, { kind: "uniform", least: 0, greatest: 3 }, null, 1)).toBeNull();
  });

  it("of an amount grow with p, whatever its sign", () => {
    // By hand: from -400 (one in ten lower) over -200 to -100, on the logarithm of what is paid back.
    expect(ofAmount(-200, -400, -100, 0.1)).toBeCloseTo(-400, 9);
    expect(ofAmount(-200, -400, -100, 0.5)).toBeCloseTo(-200, 9);
    expect(ofAmount(-200, -400, -100, 0.9)).toBeCloseTo(-100, 9);
    expect(ofAmount(200, 100, 300, 0.9)).toBeCloseTo(300, 9);
    expect(ofAmount(0, -50, 100, 0.1)).toBeCloseTo(-50, 9);
    expect(spreadOfAmount(7, 7, 7)).toBeNull();
  });
});

describe("every input with a range", () => {
  const keys = Object.keys(declaredRanges);
  const p = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

  it("is at its declared ends one time in ten each, and within its bounds", () => {
    for (const key of keys) {
      const { default: usual, low, high, min, max, integer } = declared(key);
      const of = spread(key, usual);
      if (!integer) {
        expect(Math.abs(at(key, of, 0.1) - (low as number)), key).toBeLessThanOrEqual(1e-9 * Math.abs(usual + 1e-3));
        expect(Math.abs(at(key, of, 0.9) - (high as number)), key).toBeLessThanOrEqual(1e-9 * Math.abs(high as number));
      }
      for (const end of [1e-12, 1 - 1e-12]) {
        expect(at(key, of, end)).toBeGreaterThanOrEqual(min);
        expect(at(key, of, end)).toBeLessThanOrEqual(max);
      }
    }
  });

  it("grows with p wherever its value lies, and is on a bound in no more than one case of ten", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...keys),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        p,
        p,
        (key, at01, a, b) => {
          const { min, max, default: usual, integer } = declared(key);
          const top = Math.min(max, Math.max(10 * usual, 1));
          const chosen = min + at01 * (top - min);
          const value = integer ? Math.round(chosen) : chosen;
          const of = spread(key, value);
          if (of === null) return;
          expect(at(key, of, Math.min(a, b))).toBeLessThanOrEqual(at(key, of, Math.max(a, b)));
          if (integer) return;
          expect(at(key, of, 0.11)).toBeGreaterThan(min);
          expect(at(key, of, 0.89)).toBeLessThan(max);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("of many places at once have the digits of each by itself", () => {
    const places = fc.array(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), { minLength: 1, maxLength: 1500 });
    const check = (of: Spread, bounds: { min: number; max: number }, integer: boolean, values: readonly number[]) => {
      const u = Float64Array.from(values);
      const z = u.map(inverseNormal);
      const one = quantileFunction(of, bounds, integer);
      expect(quantileRow(of, bounds, integer)(u, z)).toEqual(u.map((each, i) => one(each, z[i] as number)));
    };
    fc.assert(
      fc.property(fc.constantFrom(...keys), places, (key, values) => {
        const input = declared(key);
        const of = spread(key, input.default);
        if (of) check(of, input, input.integer, values);
      }),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(places, (values) => check(spreadOfAmount(-60, -90, -40) as Spread, unbounded, false, values)),
      { numRuns: 10 },
    );
  });
});
