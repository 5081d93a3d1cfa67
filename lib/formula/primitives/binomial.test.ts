import { describe, expect, it } from "vitest";
import { binomialBelow } from "./binomial";

/** A double as the fraction it is: numerator and the power of two below it. */
function fractionOf(p: number): { over: bigint; twos: bigint } {
  let [value, twos] = [p, 0n];
  while (!Number.isInteger(value)) [value, twos] = [value * 2, twos + 1n];
  return { over: BigInt(value), twos };
}

/** a/b as a double, from 70 bits of the exact quotient. */
function quotient(a: bigint, b: bigint): number {
  if (a === 0n) return 0;
  const shift = b.toString(2).length - a.toString(2).length + 70;
  const digits = shift >= 0 ? (a << BigInt(shift)) / b : a / (b << BigInt(-shift));
  const half = Math.floor(shift / 2);
  return Number(digits) * 2 ** -half * 2 ** (half - shift);
}

/**
 * P[B(n, p) < k] as the exact rational number that it is: Σ over i < k of C(n, i) a^i b^(n−i) / 2^(en), p = a/2^e.
 *
 * @param asked each k, rising: the sum of one begins that of the next
 */
function exactBelow(n: number, p: number, asked: readonly number[]): number[] {
  const { over: a, twos } = fractionOf(p);
  const b = (1n << twos) - a;
  const whole = 1n << (twos * BigInt(n));
  let term = b ** BigInt(n);
  let [i, sum] = [0, 0n];
  return asked.map((k) => {
    for (; i < k; i++) {
      sum += term;
      term = (term * BigInt(n - i) * a) / (BigInt(i + 1) * b);
    }
    return quotient(sum, whole);
  });
}

/**
 * The same for n too large to write out: terms relative to the likeliest, in fixed point of 1000 bits, from it both
 * ways until they vanish; what is below k over all of them. No logarithm, no factorial.
 */
function fixedPointBelow(n: number, p: number, asked: readonly number[]): number[] {
  const { over: a, twos } = fractionOf(p);
  const b = (1n << twos) - a;
  const one = 1n << 1000n;
  const mode = Math.min(n, Math.floor((n + 1) * p));
  let all = 0n;
  const below = asked.map(() => 0n);
  const count = (i: number, term: bigint) => {
    all += term;
    for (const [place, k] of asked.entries()) if (i < k) below[place] = (below[place] as bigint) + term;
  };
  let term = one;
  for (let i = mode; i <= n && term > 0n; i++) {
    count(i, term);
    term = (term * BigInt(n - i) * a) / (BigInt(i + 1) * b);
  }
  term = (one * BigInt(mode) * b) / (BigInt(n - mode + 1) * a);
  for (let i = mode - 1; i >= 0 && term > 0n; i--) {
    count(i, term);
    term = (term * BigInt(i) * b) / (BigInt(n - i + 1) * a);
  }
  return below.map((sum) => quotient(sum, all));
}

const relative = (got: number, exact: number) => (exact === 0 ? got : Math.abs(got / exact - 1));

describe("the tail of the binomial", { timeout: 60_000 }, () => {
  it("is that of a hand-worked case", () => {
    // Three of which each is up with 0.9: fewer than two are up with 0.1³ + 3 × 0.9 × 0.1² = 0.028.
    expect(relative(binomialBelow(3, 0.9, 1 - 0.9, 2), 0.028)).toBeLessThan(1e-15);
    // None of a thousand up: 0.001^1000 is no double any more, 0.5^1000 is 9.33e-302.
    expect(binomialBelow(1000, 0.999, 1 - 0.999, 1)).toBe(0);
    expect(relative(binomialBelow(1000, 0.5, 0.5, 1), 2 ** -1000)).toBeLessThan(1e-13);
  });

  it.each([1, 2, 3, 8, 20, 80, 300, 1000])("is the exact rational for n = %i, to a relative 1e-12", (n) => {
    const chances = [1e-9, 1e-4, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.95, 0.99, 0.995, 0.999, 0.99999, 1 - 2 ** -40];
    let smallest = 1;
    for (const p of chances) {
      const step = Math.ceil(n / 40);
      const asked = Array.from({ length: Math.ceil(n / step) }, (_, place) => 1 + place * step);
      const all = exactBelow(n, p, asked);
      for (const [place, k] of asked.entries()) {
        const exact = all[place] as number;
        // Numbers below 1e-300 lose digits by being doubles at all.
        if (exact < 1e-300) continue;
        smallest = Math.min(smallest, exact);
        expect(relative(binomialBelow(n, p, 1 - p, k), exact), `n ${n}, p ${p}, k ${k}`).toBeLessThan(1e-12);
      }
    }
    if (n >= 80) expect(smallest).toBeLessThan(1e-200);
  });

  it("is the exact rational for n = 1e4, down to 1e-245", () => {
    const cases: [p: number, [k: number, below: number][]][] = [
      [
        0.5,
        [
          [3350, 1e-240],
          [4000, 1e-89],
          [4400, 1e-32],
          [5000, 1],
        ],
      ],
      [
        0.01,
        [
          [10, 1e-31],
          [60, 1e-5],
        ],
      ],
      [
        0.99,
        [
          [9600, 1e-110],
          [9850, 1e-5],
        ],
      ],
    ];
    for (const [p, bounds] of cases) {
      const all = exactBelow(
        10_000,
        p,
        bounds.map(([k]) => k),
      );
      for (const [place, [k, below]] of bounds.entries()) {
        const exact = all[place] as number;
        expect(exact).toBeGreaterThan(1e-300);
        expect(exact).toBeLessThan(below);
        expect(relative(binomialBelow(10_000, p, 1 - p, k), exact), `p ${p}, k ${k}`).toBeLessThan(1e-12);
      }
    }
  });

  it.each<[n: number, p: number, asked: number[]]>([
    [1e6, 0.99, [990_000, 989_000, 988_000]],
    [1e6, 0.5, [499_900, 495_000]],
    [1e6, 0.001, [700, 1040]],
    [1e10, 0.999, [9.99e9, 9.98995e9, 9.9899e9]],
    [1e10, 0.99999, [9_999_898_000]],
    [1e10, 1e-6, [9_990]],
  ])("is right to 1e-9 for n = %d, p = %d, k = %j", (n, p, asked) => {
    for (const [place, exact] of fixedPointBelow(n, p, asked).entries()) {
      const k = asked[place] as number;
      expect(exact).toBeGreaterThan(0);
      expect(exact).toBeLessThan(1);
      // 1 − p rounds where p is below a half; the exact complement is nearer than 1e-16 to it.
      expect(relative(binomialBelow(n, p, 1 - p, k), exact), `k ${k}`).toBeLessThan(1e-9);
    }
  });

  it("does not fall as more are asked for, nor leave 0..1, up to 1e15", () => {
    for (const n of [17, 2100, 1e7, 1e12, 1e15]) {
      for (const p of [0.3, 0.5, 0.99]) {
        const width = Math.sqrt(n * p * (1 - p));
        let last = 0;
        for (let step = -12; step <= 12; step += 0.25) {
          const chance = binomialBelow(n, p, 1 - p, Math.round(n * p + step * width));
          expect(chance).toBeGreaterThanOrEqual(last * (1 - 1e-12));
          expect(chance).toBeLessThanOrEqual(1);
          last = chance;
        }
        expect(last).toBeGreaterThan(1 - 1e-9);
      }
    }
  });

  it("comes back from what is no number", () => {
    expect(binomialBelow(Number.NaN, 0.5, 0.5, 3)).toBeNaN();
    expect(binomialBelow(10, Number.NaN, Number.NaN, 3)).toBeNaN();
  });

  it("is certain at the ends", () => {
    expect(binomialBelow(5, 0.5, 0.5, 0)).toBe(0);
    expect(binomialBelow(5, 0.5, 0.5, 6)).toBe(1);
    expect(binomialBelow(5, 0, 1, 1)).toBe(1);
    expect(binomialBelow(5, 1, 0, 5)).toBe(0);
  });
});
