import fc from "fast-check";
import { expect, it } from "vitest";
import { boundedLeastSquares } from "./bounded-least-squares";

const weight = 1e-8;
const found = (residuals: (x: readonly number[]) => number[], low: number[], high: number[]) =>
  boundedLeastSquares({ residuals, low, high, weight });

it("spreads what several variables can do over them, nearest to where they were", () => {
  // 3 x + 4 y = 5 is nearest to 0 at (3, 4) * 5 / (3² + 4²).
  const [x, y] = found(([x = 0, y = 0]) => [3 * x + 4 * y - 5], [-9, -9], [9, 9]);
  expect(x).toBeCloseTo(0.6, 6);
  expect(y).toBeCloseTo(0.8, 6);
});

it("stops at a bound, and lets the others do the rest", () => {
  // With x at most 0.2: 4 y = 5 - 0.6.
  const [x, y] = found(([x = 0, y = 0]) => [3 * x + 4 * y - 5], [-1, -1], [0.2, 9]);
  expect(x).toBe(0.2);
  expect(y).toBeCloseTo(1.1, 6);
  // Nothing reaches 50: both at their end.
  expect(found(([a = 0, b = 0]) => [3 * a + 4 * b - 50], [-1, -1], [1, 2])).toEqual([1, 2]);
});

it("finds what is not straight", () => {
  // x² = 2 and x y = 1, from below: x = √2, y = 1 / √2.
  const [x, y] = found(([x = 0, y = 0]) => [(x + 1) ** 2 - 2, (x + 1) * y - 1], [-1, -5], [5, 5]);
  expect(x).toBeCloseTo(Math.SQRT2 - 1, 6);
  expect(y).toBeCloseTo(Math.SQRT1_2, 6);
});

it("stays where nothing is to be done", () => {
  expect(found(([x = 0, y = 0]) => [x + y, x - 2 * y], [-1, -1], [1, 1])).toEqual([0, 0]);
  expect(found(() => [7], [-1], [1])).toEqual([0]);
  expect(found(() => [], [], [])).toEqual([]);
});

it("never does worse than any point that is tried beside it", () => {
  const figure = fc.double({ min: -3, max: 3, noNaN: true });
  const problem = fc.record({
    rows: fc.array(fc.tuple(figure, figure, figure, figure), { minLength: 1, maxLength: 4 }),
    low: fc.tuple(...[0, 0, 0].map(() => fc.double({ min: -2, max: 0, noNaN: true }))),
    high: fc.tuple(...[0, 0, 0].map(() => fc.double({ min: 0, max: 2, noNaN: true }))),
    tried: fc.array(fc.tuple(...[0, 0, 0].map(() => fc.double({ min: 0, max: 1, noNaN: true }))), { minLength: 20 }),
  });
  fc.assert(
    fc.property(problem, ({ rows, low, high, tried }) => {
      const residuals = (x: readonly number[]) =>
        rows.map(([a, b, c, d]) => a * (x[0] as number) + b * (x[1] as number) + c * (x[2] as number) - d);
      const worth = (x: readonly number[]) =>
        [...residuals(x), ...x.map((value) => value * 1e-4)].reduce((sum, value) => sum + value * value, 0);
      const x = found(residuals, low, high);
      expect(x.every((value, j) => value >= (low[j] as number) && value <= (high[j] as number))).toBe(true);
      for (const place of tried) {
        const other = place.map((share, j) => (low[j] as number) + share * ((high[j] as number) - (low[j] as number)));
        expect(worth(x)).toBeLessThanOrEqual(worth(other) + 1e-9);
      }
    }),
  );
});
