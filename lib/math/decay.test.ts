import fc from "fast-check";
import { expect, it } from "vitest";
import { lostOf } from "./decay";
import { expm1 } from "./expm1";

it("is e^-x - 1, as expm1 has it (itself held to 60 digits)", () => {
  const numbers = fc.oneof(fc.double({ min: 0, max: 60, noNaN: true }), fc.double({ min: 0, noNaN: true }));
  fc.assert(
    fc.property(numbers, (x) => Math.abs(lostOf(x) - expm1(-x)) <= 4e-16 * Math.abs(expm1(-x))),
    { numRuns: 20_000 },
  );
  expect(lostOf(0)).toBeCloseTo(0, 20);
  expect(lostOf(Number.POSITIVE_INFINITY)).toBe(-1);
  expect(lostOf(Number.NaN)).toBe(Number.NaN);
});
