import { describe, expect, it } from "vitest";
import { fnv } from "./fnv";
import { hypercube, replicateSize } from "./hypercube";
import { inverseNormal } from "./inverse-normal";
import draws from "./oracles/draws.json";
import { quantile } from "./quantile";
import { randomStream } from "./random-stream";

// oracles/draws.json: worked by an independent evaluation of the text, in another language.

describe("draws", () => {
  it.each(Object.entries(draws.fnv))("the hash of “%s” is %d", (text, hash) => expect(fnv(text)).toBe(hash));

  it("come from a stream that a text decides", () => {
    const ints = randomStream(draws.stream.text);
    expect(draws.stream.next.map(() => ints.next())).toEqual(draws.stream.next);
    const uniforms = randomStream(draws.stream.text);
    expect(draws.stream.uniform.map(() => uniforms.uniform())).toEqual(draws.stream.uniform);
  });

  it("of a hypercube hit each thousandth once", () => {
    const u = hypercube(draws.hypercube.text);
    expect([...u.slice(0, 10)]).toEqual(draws.hypercube.u);
    expect([...u].map((one) => Math.floor(one * replicateSize)).sort((a, b) => a - b)).toEqual(
      Array.from({ length: replicateSize }, (_, i) => i),
    );
  });

  it("become normal by AS 241", () => {
    const tolerance = draws.relativeTolerance;
    for (const [i, p] of draws.inverseNormal.p.entries()) {
      const z = draws.inverseNormal.z[i] as number;
      expect(Math.abs(inverseNormal(p) - z), `of ${p}`).toBeLessThanOrEqual(tolerance * Math.max(Math.abs(z), 1e-3));
    }
    // Printed in Wichura 1988.
    expect(inverseNormal(0.25)).toBeCloseTo(-0.6744897501960817, 15);
    expect(inverseNormal(0.001)).toBeCloseTo(-3.090232306167814, 14);
    expect(inverseNormal(1e-20)).toBeCloseTo(-9.262340089798408, 13);
  });
});

it("a quantile lies between values as a spreadsheet's PERCENTILE.INC has it", () => {
  // By hand: of 1, 2, 4, 8 the place of 10 % is 0.3, of 50 % 1.5, of 90 % 2.7.
  expect(quantile([1, 2, 4, 8], 0.1)).toBeCloseTo(1.3, 12);
  expect(quantile([1, 2, 4, 8], 0.5)).toBe(3);
  expect(quantile([1, 2, 4, 8], 0.9)).toBeCloseTo(6.8, 12);
  expect(quantile([1, 2, 4, 8], 0)).toBe(1);
  expect(quantile([1, 2, 4, 8], 1)).toBe(8);
});
