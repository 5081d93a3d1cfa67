import fc from "fast-check";
import { expect, it } from "vitest";
import { compiledOfTwo } from "@/test/compiled-of-two";
import type { VectorFunction } from "../compiled/module-writer";
import { chanceFunctions } from "./chance";

const wordOf = (name: string) => chanceFunctions.find((word) => word.name === name)?.vector as VectorFunction;
const [below, yearlyLoss] = [wordOf("binomialBelow"), wordOf("yearlyLoss")];

const counts = fc.oneof(
  fc.integer({ min: 0, max: 40 }),
  fc.integer({ min: 0, max: 900 }),
  fc.integer({ min: 0, max: 1e6 }),
);
const chances = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0.99, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 1e-9, noNaN: true }),
);
/** n, and k beside the mean, far from it, below 1 or above n. */
const tails = fc
  .tuple(
    counts,
    chances,
    fc.double({ min: -0.1, max: 1.1, noNaN: true }),
    fc.integer({ min: -9, max: 9 }),
    fc.boolean(),
  )
  .map(([n, p, share, near, isNear]) => [n, p, Math.round(isNear ? n * p + near : n * share)] as const);

it("tails of two binomials are those of each, byte by byte", () => {
  const { resultOf } = compiledOfTwo(below, 3);
  fc.assert(
    fc.property(tails, tails, (first, second) => {
      expect(resultOf(first, second)).toEqual([below.scalar(...first), below.scalar(...second)]);
    }),
    { numRuns: 5000 },
  );
});

it("so are yearly losses", () => {
  const { resultOf } = compiledOfTwo(yearlyLoss, 4);
  const hazards = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1e-4, noNaN: true }));
  const losses = fc
    .tuple(tails, hazards, fc.double({ min: 0, max: 1e4, noNaN: true }))
    .map(([[n, , k], hazard, periods]) => [k, n, hazard, periods] as const);
  fc.assert(
    fc.property(losses, losses, (first, second) => {
      expect(resultOf(first, second)).toEqual([yearlyLoss.scalar(...first), yearlyLoss.scalar(...second)]);
    }),
    { numRuns: 3000 },
  );
});

it.each([
  [60, 0.996, 49],
  [22, 0.998, 17],
  [5, 0.99, 0],
  [5, 0.99, 6],
  [3, 0.9, 1],
  [700, 0.9, 600],
  [9, 0, 3],
])("of %d at %d fewer than %d asks for no other way", (...tail) => {
  const { asked, resultOf } = compiledOfTwo(below, 3);
  expect(resultOf(tail, tail)).toEqual([below.scalar(...tail), below.scalar(...tail)]);
  expect(asked.times).toBe(0);
});
