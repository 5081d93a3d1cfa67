import fc from "fast-check";
import { expect, it } from "vitest";
import { ascending, ascendingInBuckets, sortInParts } from "./sort";

const numbers = fc.oneof(
  fc.array(fc.double({ noNaN: true }), { maxLength: 200 }),
  // Whose first 32 bits are alike, in runs long and short.
  fc.array(
    fc.integer({ min: -40, max: 40 }).map((n) => 1e6 + n / 1e7),
    { maxLength: 200 },
  ),
  fc.array(fc.constantFrom(0, -0, 1, -1, 5e-324, -5e-324, Infinity, -Infinity), { maxLength: 60 }),
);

it("puts numbers in the order that comparing them gives, equal ones as they stand", () => {
  fc.assert(
    fc.property(numbers, (values) => {
      const places = values
        .map((value, i) => ({ value, i }))
        .sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : a.i - b.i));
      expect([...ascending(Float64Array.from(values))]).toEqual(places.map(({ i }) => i));
      const bucketOf = Uint16Array.from(values, (value) => (value < 0 ? 0 : value < 1e6 ? 1 : 2));
      expect([...ascendingInBuckets(Float64Array.from(values), bucketOf, 3)]).toEqual(places.map(({ i }) => i));
    }),
  );
});

it("puts values in order by parts of their range, however they lie in it", () => {
  const double = fc.double({ noNaN: true });
  const long = { maxLength: 400, size: "max" } as const;
  fc.assert(
    fc.property(
      fc.oneof(fc.array(double, long), fc.array(fc.nat(9), long), fc.array(fc.float({ noNaN: true }), long)),
      (list) => {
        const values = Float64Array.from(list, (x) => x + 0);
        const wanted = values.slice().sort();
        sortInParts(values);
        expect(values).toEqual(wanted);
      },
    ),
  );
});
