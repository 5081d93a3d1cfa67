import fc from "fast-check";
import { expect, it } from "vitest";
import { quantile, quantilesOf } from "./quantile";

it("a quantile lies between values as a spreadsheet's PERCENTILE.INC has it", () => {
  // By hand: of 1, 2, 4, 8 the place of 10 % is 0.3, of 50 % 1.5, of 90 % 2.7.
  expect(quantile([1, 2, 4, 8], 0.1)).toBeCloseTo(1.3, 12);
  expect(quantile([1, 2, 4, 8], 0.5)).toBe(3);
  expect(quantile([1, 2, 4, 8], 0.9)).toBeCloseTo(6.8, 12);
  expect(quantile([1, 2, 4, 8], 0)).toBe(1);
  expect(quantile([1, 2, 4, 8], 1)).toBe(8);
});

const long = { minLength: 2, maxLength: 3000 };
const samples = fc.oneof(
  fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), long),
  fc.array(fc.integer({ min: -5, max: 5 }), long),
  // One far from the others, which are close together.
  fc.array(fc.double({ min: 1, max: 2, noNaN: true }), long).map((values) => [...values, 1e12]),
  fc.constantFrom([0, -0], [5e-324, 0], [1.7e308, -1.7e308, 0], [3, 3, 3]),
);

it("several quantiles of a sample are those of the sorted sample, and leave it as it is", () => {
  fc.assert(
    fc.property(samples, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 14 }), (values, ps) => {
      const sorted = [...values].sort((a, b) => a - b);
      const sample = Float64Array.from(values);
      const wanted = [0, ...ps, 1].map((p) => quantile(sorted, p));
      // 0 and -0 are the same place in the order.
      expect(quantilesOf(sample, [0, ...ps, 1]).map((x) => x + 0)).toEqual(wanted.map((x) => x + 0));
      expect([...sample]).toEqual(values);
    }),
  );
});
