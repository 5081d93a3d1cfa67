import fc from "fast-check";
import { expect, it } from "vitest";
import { quantile } from "../quantile";
import { addToStretches, emptyStretches, wholeStretches } from "./add";
import type { Stretches } from "./order";
import { quantileOfStretches } from "./quantile-of-stretches";

const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);
const some = { minLength: 1, maxLength: 40, size: "max" } as const;
/** Of larger ones the difference is no number, nor is what lies between them. */
const double = fc.double({ noNaN: true, min: -1e300, max: 1e300 });
const numbers = fc.oneof(fc.array(double, some), fc.array(fc.nat(5), some));

function stretchesOf(
  shares: readonly number[],
  parts: readonly (readonly number[])[],
  { width = 4, total = 10_000, room }: { width?: number; total?: number; room?: number } = {},
): Stretches {
  const stretches = emptyStretches(shares, { total: room ?? total, width });
  for (const part of parts) addToStretches(stretches, Float64Array.from(part), { total, width });
  return stretches;
}

it("gives the quantiles of all values to the last digit, or says that it has forgotten them", () => {
  let [known, forgotten] = [0, 0];
  fc.assert(
    fc.property(
      fc.array(numbers, { minLength: 2, maxLength: 8 }),
      fc.array(numbers, { maxLength: 8 }),
      fc.array(double, { maxLength: 50 }),
      fc.uniqueArray(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(40),
      (one, other, whole, unordered, width, room) => {
        const shares = sorted(unordered);
        const all = [...one.flat(), ...other.flat(), ...whole];
        const parts = [
          stretchesOf(shares, one, { width, room }),
          stretchesOf(shares, other, { width, room }),
          wholeStretches(shares, Float64Array.from(whole)),
        ];
        for (const share of shares) {
          const found = quantileOfStretches(parts, share);
          if (found === null) forgotten++;
          else known++;
          if (found !== null) expect(found + 0).toBe(quantile(sorted(all), share) + 0);
        }
      },
    ),
    { numRuns: 1000 },
  );
  expect(known).toBeGreaterThan(100);
  expect(forgotten).toBeGreaterThan(0);
});

it("is the same however values are parted, where it has not forgotten them", () => {
  fc.assert(
    fc.property(fc.array(double, { minLength: 2, maxLength: 300 }), fc.nat(300), fc.nat(300), (all, a, b) => {
      const [from, to] = sorted([Math.min(a, all.length), Math.min(b, all.length)]) as [number, number];
      const parted = stretchesOf([0.25, 0.5], [all.slice(0, from), all.slice(from, to), all.slice(to)], {
        width: 20,
        total: all.length,
      });
      for (const share of [0.25, 0.5])
        expect((quantileOfStretches([parted], share) ?? Number.NaN) + 0).toBe(quantile(sorted(all), share) + 0);
    }),
  );
});

/** Numbers in no order, the same in every run: the fractions of multiples of the golden section. */
const scattered = Array.from({ length: 100_000 }, (_, i) => ((i * 0.618033988749895) % 1) ** 3);
const blocks = (from: number, to: number) =>
  Array.from({ length: (to - from) / 1000 }, (_, b) => scattered.slice(from + b * 1000, from + (b + 1) * 1000));

it("keeps few of many values, and still has the quantiles", () => {
  const shares = [0.05, 0.5, 0.95];
  const total = scattered.length;
  const parts = [
    stretchesOf(shares, blocks(0, 60_000), { total }),
    stretchesOf(shares, blocks(60_000, total), { total }),
  ];
  // By hand: 4 √100,000 (0.22 + 0.5 + 0.22) values at half of them, and 1.08 times as many, and 64 for each quantile.
  for (const { values } of parts) expect(values.length).toBeLessThan(1_500);
  const inOrder = sorted(scattered);
  for (const share of shares) expect(quantileOfStretches(parts, share)).toBe(quantile(inOrder, share));
});

it("keeps no more than it takes of what is all there is", () => {
  const all = scattered.slice(0, 3000);
  const stretches = stretchesOf([0.5], blocks(0, 3000), { total: 3000 });
  // By hand: the middle two of 3,000, and beside them what the ends take in.
  expect(stretches.kept).toBeLessThanOrEqual(2);
  expect(quantileOfStretches([stretches], 0.5)).toBe(quantile(sorted(all), 0.5));
});

it("counts equal values, and keeps none of them", () => {
  const ones = Array.from({ length: 1000 }, () => 1);
  const stretches = stretchesOf([0.1, 0.5], [ones, ones, [0, 2, 2]]);
  expect(stretches.values.length).toBeLessThan(1000);
  const other = stretchesOf([0.1, 0.5], [[3, 0, 1]]);
  expect(quantileOfStretches([stretches, other], 0.5)).toBe(1);
});

it("has forgotten the quantile where values rise with time", () => {
  // By hand: of the first thousands of values none is near the middle of ten thousand that rise.
  const rising = Array.from({ length: 10 }, (_, b) => Array.from({ length: 1000 }, (_, i) => 1000 * b + i));
  expect(quantileOfStretches([stretchesOf([0.5], rising)], 0.5)).toBeNull();
});
