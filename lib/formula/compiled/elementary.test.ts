import fc from "fast-check";
import { expect, it } from "vitest";
import { compiledOfTwo } from "@/test/compiled-of-two";
import { expm1OfTwo, expOfTwo, log1pOfTwo, logOfTwo, powOfTwo } from "./elementary";
import { inverseNormalOfTwo } from "./inverse-normal";

const any = fc.double();
const special = fc.constantFrom(0, -0, 1, -1, 2, 0.5, -0.5, 5e-324, 2.2250738585072014e-308, Infinity, -Infinity, NaN);
const exponents = fc.oneof(any, special, fc.double({ min: -760, max: 760, noNaN: true }));
const positive = fc.oneof(any, special, fc.double({ min: 1e-6, max: 1e6, noNaN: true }));
const near1 = fc.double({ min: 0.99, max: 1.01, noNaN: true });
const small = fc.oneof(
  fc.double({ min: -0.4, max: 0.4, noNaN: true }),
  fc.double({ min: -1e-8, max: 1e-8, noNaN: true }),
);

it.each([
  { name: "exp", of: expOfTwo, args: [exponents] },
  { name: "log", of: logOfTwo, args: [fc.oneof(positive, near1)] },
  {
    name: "the normal quantile",
    of: inverseNormalOfTwo,
    args: [fc.double({ min: 1e-300, max: 1, maxExcluded: true, noNaN: true })],
  },
  { name: "expm1", of: expm1OfTwo, args: [fc.oneof(exponents, small)] },
  { name: "log1p", of: log1pOfTwo, args: [fc.oneof(exponents, small)] },
  { name: "pow", of: powOfTwo, args: [fc.oneof(positive, near1), fc.oneof(exponents, near1)] },
])("$name of two doubles is that of each, byte by byte", ({ of, args }) => {
  const { resultOf } = compiledOfTwo(of, args.length);
  const one = fc.tuple(...args);
  fc.assert(
    fc.property(one, one, (first, second) => {
      expect(resultOf(first, second)).toEqual([of.scalar(...first), of.scalar(...second)]);
    }),
    { numRuns: 3000 },
  );
});

it.each([
  { name: "exp", of: expOfTwo, pairs: [[-3.3], [0.2], [0.5], [-0.9], [1.1], [600], [-600], [1e-7], [0]] },
  { name: "log", of: logOfTwo, pairs: [[0.3], [0.9], [1.3], [1.5], [7], [1e-300], [1e300], [3e5]] },
  { name: "expm1", of: expm1OfTwo, pairs: [[0], [-0.3], [1e-5], [-1e-17]] },
  { name: "log1p", of: log1pOfTwo, pairs: [[0], [-0.2], [1e-5], [-1e-10], [-1e-17]] },
  { name: "the normal quantile", of: inverseNormalOfTwo, pairs: [[0.5], [0.3], [0.074], [0.93], [1e-9], [1 - 1e-9]] },
  {
    name: "pow",
    of: powOfTwo,
    pairs: [
      [1.05, 1 / 12],
      [0.3, -0.24],
      [7, 3.3],
      [1.4, 30],
      [1.9, -8],
      [1e-9, 0.3],
      [0.7, 1],
    ],
  },
])("$name asks for no other way where nothing is special", ({ of, pairs }) => {
  const { asked, resultOf } = compiledOfTwo(of, (pairs[0] as number[]).length);
  for (const pair of pairs) expect(resultOf(pair, pair)).toEqual([of.scalar(...pair), of.scalar(...pair)]);
  expect(asked.times).toBe(0);
});
