import { describe, expect, it } from "vitest";
import { exp } from "./exp";
import { expm1 } from "./expm1";
import { log } from "./log";
import { log1p } from "./log1p";
import { log10 } from "./log10";
import elementary from "./oracles/elementary.json";
import { pow } from "./pow";

/** Units in the last place between what was found and the nearest double to the exact value. */
function unitsOff(found: number, exact: number): number {
  const bits = (x: number) => new BigInt64Array(new Float64Array([x]).buffer)[0] as bigint;
  return Number(bits(found) - bits(exact));
}

// oracles/elementary.json: worked by Python's decimal module at 60 digits. Each function is within one unit in the last place.
describe.each([
  ["exp", exp],
  ["expm1", expm1],
  ["log", log],
  ["log1p", log1p],
  ["log10", log10],
] as const)("%s", (name, work) => {
  it.each(elementary[name])("of %d is within one unit in the last place", (x = Number.NaN, exact = Number.NaN) => {
    expect(Math.abs(unitsOff(work(x), exact))).toBeLessThanOrEqual(1);
  });
});

it.each(elementary.pow)("%d to the power of %d is within one unit in the last place", (x = 0, y = 0, exact = 0) => {
  expect(Math.abs(unitsOff(pow(x, y), exact))).toBeLessThanOrEqual(1);
});

// From the definition of Math.exp, Math.log ... in ECMA-262.
it("answers the edges as the language's own functions do", () => {
  const edges = [0, -0, 1, -1, Number.NaN, Infinity, -Infinity, 0.5, -0.5, 2, -2, 3, -3, 1e308, 5e-324, -5e-324];
  for (const x of edges) {
    const isEdge = (value: number) => !Number.isFinite(value) || value === 0 || Math.abs(value) === 1;
    for (const [own, native] of [
      [exp, Math.exp],
      [expm1, Math.expm1],
      [log, Math.log],
      [log1p, Math.log1p],
      [log10, Math.log10],
    ] as const) {
      if (isEdge(native(x))) expect(own(x), `${native.name} of ${x}`).toBe(native(x));
    }
    for (const y of edges) if (isEdge(x ** y)) expect(pow(x, y), `${x} to the power of ${y}`).toBe(x ** y);
  }
  expect(exp(709.782712893384)).toBeLessThan(Infinity);
  expect(exp(709.7827128933841)).toBe(Infinity);
  expect(exp(-745.2)).toBe(0);
  expect(pow(2, -1074)).toBe(5e-324);
  expect(pow(2, -1075)).toBe(0);
  expect(exp(1)).toBe(Math.E);
});
