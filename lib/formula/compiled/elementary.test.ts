import fc from "fast-check";
import { expect, it } from "vitest";
import { expOfTwo, logOfTwo, powOfTwo } from "./elementary";
import { inverseNormalOfTwo } from "./inverse-normal";
import { ModuleWriter, type VectorFunction } from "./module-writer";
import { integer } from "./scalar";
import * as vector from "./vector";

const start = integer(0);

/** Runs a function on two samples, and counts how often it asks for the one that it is made after. */
function compiled(of: VectorFunction, args: number) {
  const asked = { times: 0 };
  const scalar: VectorFunction["scalar"] = (...values) => {
    asked.times++;
    return of.scalar(...values);
  };
  const module = new ModuleWriter(0, () => 0);
  const given = Array.from({ length: args }, (_, i) => vector.load(start, 16 * (i + 1)));
  const code = vector.store(start, 0, module.call({ ...of, scalar }, given));
  const memory = new WebAssembly.Memory({ initial: 1 });
  const index = module.addExported({ params: [], locals: [], code });
  const { cells, functionOf } = module.instantiate(memory);
  const run = functionOf(index);
  const resultOf = (first: readonly number[], second: readonly number[]): number[] => {
    for (let i = 0; i < args; i++) cells.set([first[i] as number, second[i] as number], 2 * (i + 1));
    run();
    return [cells[0] as number, cells[1] as number];
  };
  return { asked, resultOf };
}

const any = fc.double();
const special = fc.constantFrom(0, -0, 1, -1, 2, 0.5, -0.5, 5e-324, 2.2250738585072014e-308, Infinity, -Infinity, NaN);
const exponents = fc.oneof(any, special, fc.double({ min: -760, max: 760, noNaN: true }));
const positive = fc.oneof(any, special, fc.double({ min: 1e-6, max: 1e6, noNaN: true }));
const near1 = fc.double({ min: 0.99, max: 1.01, noNaN: true });

it.each([
  { name: "exp", of: expOfTwo, args: [exponents] },
  { name: "log", of: logOfTwo, args: [fc.oneof(positive, near1)] },
  {
    name: "the normal quantile",
    of: inverseNormalOfTwo,
    args: [fc.double({ min: 1e-300, max: 1, maxExcluded: true, noNaN: true })],
  },
  { name: "pow", of: powOfTwo, args: [fc.oneof(positive, near1), fc.oneof(exponents, near1)] },
])("$name of two doubles is that of each, byte by byte", ({ of, args }) => {
  const { resultOf } = compiled(of, args.length);
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
  const { asked, resultOf } = compiled(of, (pairs[0] as number[]).length);
  for (const pair of pairs) expect(resultOf(pair, pair)).toEqual([of.scalar(...pair), of.scalar(...pair)]);
  expect(asked.times).toBe(0);
});
