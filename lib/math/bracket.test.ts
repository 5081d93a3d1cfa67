import fc from "fast-check";
import { expect, it } from "vitest";
import { addToBracket, type Bracket, emptyBracket, quantileOfBrackets, wholeBracket } from "./bracket";
import { quantile } from "./quantile";

const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);
const some = { minLength: 1, maxLength: 40 };
/** Of larger ones the difference is no number, nor is what lies between them. */
const double = fc.double({ noNaN: true, min: -1e300, max: 1e300 });
const numbers = fc.oneof(fc.array(double, some), fc.array(fc.nat(5), some));

function bracketOf(share: number, parts: readonly (readonly number[])[], width?: number, total?: number): Bracket {
  const bracket = emptyBracket(share);
  let size = 0;
  for (const part of parts) {
    size += part.length;
    addToBracket(bracket, Float64Array.from(part), {
      size,
      ...(width !== undefined && { width }),
      ...(total && { total }),
    });
  }
  return bracket;
}

it("gives the quantile of all values to the last digit, or says that it has forgotten them", () => {
  let known = 0;
  fc.assert(
    fc.property(
      fc.array(numbers, { minLength: 2, maxLength: 8 }),
      fc.array(numbers, { maxLength: 8 }),
      fc.array(double, { maxLength: 50 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 6, noNaN: true }),
      (one, other, whole, share, width) => {
        const all = [...one.flat(), ...other.flat(), ...whole];
        const brackets = [
          bracketOf(share, one, width),
          bracketOf(share, other, width),
          wholeBracket(share, Float64Array.from(whole)),
        ];
        const found = quantileOfBrackets(brackets, all.length);
        if (found === null) return;
        known++;
        expect(found + 0).toBe(quantile(sorted(all), share) + 0);
      },
    ),
    { numRuns: 500 },
  );
  expect(known).toBeGreaterThan(50);
});

/** Numbers in no order, the same in every run: the fractions of multiples of the golden section. */
const scattered = Array.from({ length: 100_000 }, (_, i) => ((i * 0.618033988749895) % 1) ** 3);

it("keeps few of many values, and still has the quantile", () => {
  const blocks = (from: number, to: number) =>
    Array.from({ length: (to - from) / 10_000 }, (_, b) => scattered.slice(from + b * 10_000, from + (b + 1) * 10_000));
  const inOrder = sorted(scattered);
  for (const share of [0.05, 0.5, 0.95]) {
    const total = scattered.length;
    const brackets = [
      bracketOf(share, blocks(0, 60_000), 6, total),
      bracketOf(share, blocks(60_000, 100_000), 6, total),
    ];
    for (const { values } of brackets) expect(values.length).toBeLessThan(3_000);
    expect(quantileOfBrackets(brackets, scattered.length)).toBe(quantile(inOrder, share));
  }
});

it("keeps no more than it takes of what is all there is", () => {
  const bracket = bracketOf(0.5, [scattered.slice(0, 999)], 6, 999);
  // By hand: the middle one of 999, and beside it what else the ends take in.
  expect(bracket.count).toBeLessThanOrEqual(3);
  expect(quantileOfBrackets([bracket], 999)).toBe(quantile(sorted(scattered.slice(0, 999)), 0.5));
});

it("keeps one of many equal values", () => {
  const ones = Array.from({ length: 1000 }, () => 1);
  const [bracket, other] = [bracketOf(0.5, [ones, ones, [0, 2, 2]]), bracketOf(0.5, [[3, 0, 1]])];
  expect([bracket.values[0], bracket.count, bracket.below]).toEqual([1, 2000, 1]);
  expect(quantileOfBrackets([bracket, other], 2006)).toBe(1);
});

it("has forgotten the quantile where values rise with time", () => {
  // By hand: of the first thousand values none is near the middle of ten thousand that rise.
  const rising = Array.from({ length: 10 }, (_, b) => Array.from({ length: 1000 }, (_, i) => 1000 * b + i));
  expect(quantileOfBrackets([bracketOf(0.5, rising)], 10_000)).toBeNull();
});
