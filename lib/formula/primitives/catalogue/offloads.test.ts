import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { catalogueOffloadOf, fillOffloads, swarmShare } from "./offloads";

/** The share for each of many numbers of users. */
function catalogueOffloads(concurrent: Float64Array, items: number, exponent: number, contributing: number) {
  const { length: count } = concurrent;
  const cells = new Float64Array(2 * count);
  cells.set(concurrent);
  fillOffloads({ cells, from: 0, fromStep: 1, to: count, toStep: 1, count }, { items, exponent, contributing });
  return cells.subarray(count);
}

/** g(c) of model.md section 7 in another way: its series (all of whose terms shrink) below 1, the formula as printed above. */
function plainShareFor(f: number): (c: number) => number {
  // e^−x = Σ (−x)^j/j!: in f·c − e^−(1−f)c + e^−c the terms of j = 0 and 1 vanish.
  const terms: number[] = [];
  for (let j = 2, factorial = 2; j <= 22; factorial *= ++j) {
    // 1 − (1 − f)^j, without the cancellation where f is small.
    terms.push(((-1) ** j * -Math.expm1(j * Math.log1p(-f))) / factorial);
  }
  return (c) =>
    c >= 1
      ? (f * c - Math.exp(-(1 - f) * c) + Math.exp(-c)) / c
      : c * terms.reduceRight((sum, term) => term + c * sum, 0);
}

/** Neumaier's sum: what is lost in each addition is kept beside it. */
function sumOf(count: number, of: (i: number) => number): number {
  let [sum, lost] = [0, 0];
  for (let i = 1; i <= count; i++) {
    const term = of(i);
    const next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
  }
  return sum + lost;
}

let lastWeights = { items: 0, exponent: 0, weights: new Float64Array() };

/** The popularity of each item, all of which sum to 1: the powers take longer than all else, and many cases in a row share them. */
function weightsOf(items: number, exponent: number): Float64Array {
  if (lastWeights.items !== items || lastWeights.exponent !== exponent) {
    const powers = Float64Array.from({ length: items }, (_, place) => (place + 1) ** -exponent);
    const total = sumOf(items, (i) => powers[i - 1] as number);
    lastWeights = { items, exponent, weights: powers.map((power) => power / total) };
  }
  return lastWeights.weights;
}

/** The share over every item of the catalogue, one by one. */
function plainOffload(concurrent: number, items: number, exponent: number, f: number): number {
  const weights = weightsOf(items, exponent);
  const plainShare = plainShareFor(f);
  return sumOf(items, (i) => {
    const w = weights[i - 1] as number;
    return w * plainShare(concurrent * w);
  });
}

const exponents = [0, 0.4, 0.8, 1, 1.1, 3];
const concurrents = [1e-6, 1e-3, 0.3, 30, 1e3, 1e6, 1e9];

describe("the share that users carry over a catalogue", { timeout: 60_000 }, () => {
  it.each([1, 2, 10, 96, 97, 130, 256, 513, 1000, 5000, 30_000])("is the sum over all of %i items", (items) => {
    for (const exponent of exponents) {
      for (const concurrent of concurrents) {
        for (const f of [0, 0.01, 0.3, 1]) {
          const got = catalogueOffloadOf(concurrent, items, exponent, f);
          const exact = plainOffload(concurrent, items, exponent, f);
          expect(
            Math.abs(got - exact) <= 1e-10 * exact,
            `${items} items, exponent ${exponent}, ${concurrent} at once, f ${f}: ${got} where the sum is ${exact}`,
          ).toBe(true);
        }
      }
    }
  });

  it.each(exponents)("is the sum over all of a million items at exponent %d", (exponent) => {
    for (const [concurrent, f] of [
      [1e-6, 0.3],
      [1e3, 0.3],
      [1e5, 1],
      [1e7, 0.01],
      [1e9, 0.3],
    ] as const) {
      const got = catalogueOffloadOf(concurrent, 1_000_000, exponent, f);
      const exact = plainOffload(concurrent, 1_000_000, exponent, f);
      expect(Math.abs(got - exact) <= 1e-10 * exact, `${concurrent} at once, f ${f}: ${got}, ${exact}`).toBe(true);
    }
  });

  it("of many months is that of each, whatever the growth", () => {
    for (const items of [1, 300, 1_000_000]) {
      for (const exponent of [0, 0.8, 3]) {
        for (const f of [0.001, 0.3, 1]) {
          for (const concurrent of [1e-6, 0.1, 1, 10, 100, 1e5, 1e9]) {
            for (const growth of [0, -0.9, -0.2, 0.001, 0.0407, 0.042, 0.15, 0.271, 0.272, 0.89, 0.9, 2]) {
              const series = Float64Array.from({ length: 61 }, (_, t) => concurrent * (1 + growth) ** (t / 12));
              const got = catalogueOffloads(series, items, exponent, f);
              for (const t of [0, 1, 17, 43, 60]) {
                const exact = catalogueOffloadOf(series[t] as number, items, exponent, f);
                if (!(Math.abs((got[t] as number) - exact) <= 1e-11 * exact))
                  expect.fail(
                    `${items} items, ${exponent}, ${f}, ${concurrent} growing by ${growth}: ${got[t]}, ${exact}`,
                  );
              }
            }
          }
        }
      }
    }
  });

  it.each([33, 500, 5000])("of many months is the sum over all of %i items in each, however steep", (items) => {
    for (const exponent of [0, 0.01, 0.0499, 0.05, 0.07, 0.2, 0.5, 0.999, 1, 1.001, 1.5, 2, 2.5, 3]) {
      for (const [f, concurrent] of [
        [0.001, 3],
        [0.3, 1e-4],
        [0.3, 200],
        [0.3, 1e5],
        [1, 1e7],
      ] as const) {
        for (const growth of [-0.4, 0.01, 0.035, 0.12, 0.25, 0.5, 0.85]) {
          const series = Float64Array.from({ length: 61 }, (_, t) => concurrent * (1 + growth) ** (t / 12));
          const got = catalogueOffloads(series, items, exponent, f);
          for (const t of [0, 29, 60]) {
            const exact = plainOffload(series[t] as number, items, exponent, f);
            if (!(Math.abs((got[t] as number) - exact) <= 1e-10 * exact))
              expect.fail(`${items} items, ${exponent}, ${f}, ${concurrent} growing by ${growth}: ${got[t]}, ${exact}`);
          }
        }
      }
    }
  });

  it.each([Math.E, 100])("of months that differ in the last digit of %d alone is that of each", (least) => {
    const most = least * (1 + Number.EPSILON);
    // Their logarithms are the same, and a span of them without length would divide by nothing.
    const users = Float64Array.from({ length: 60 }, (_, t) => (t < 30 ? least : most));
    const exact = plainOffload(least, 1000, 0.8, 0.3);
    for (const got of catalogueOffloads(users, 1000, 0.8, 0.3)) expect(Math.abs(got / exact - 1)).toBeLessThan(1e-10);
  });

  it("of one swarm keeps its digits down to nobody", () => {
    for (const f of [0.001, 0.01, 0.3, 0.999, 1]) {
      for (let c = 1e-9; c < 1e3; c *= 1.37) {
        const exact = plainShareFor(f)(c);
        expect(Math.abs(swarmShare(c, f) - exact) <= 1e-13 * exact, `c ${c}, f ${f}`).toBe(true);
      }
      expect(swarmShare(0, f)).toBe(0);
    }
  });

  it("gives the figures of print", () => {
    const { rows, catalogue } = JSON.parse(
      readFileSync(new URL("../../../model/oracles/swarm-offload.json", import.meta.url), "utf8"),
    );
    expect(rows.length + catalogue.length).toBe(7);
    for (const { c, f, g, tolerance } of rows) expect(Math.abs(swarmShare(c, f) - g)).toBeLessThanOrEqual(tolerance);
    for (const { items, exponent, concurrent, f, offload, tolerance } of catalogue) {
      expect(Math.abs(catalogueOffloadOf(concurrent, items, exponent, f) - offload)).toBeLessThanOrEqual(tolerance);
    }
  });
});
