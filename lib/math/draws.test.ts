import { describe, expect, it } from "vitest";
import { fnv } from "./fnv";
import { hypercube, replicateSize } from "./hypercube";
import { inverseNormal } from "./inverse-normal";
import draws from "./oracles/draws.json";
import { fillRandom, uniformOf } from "./random-stream";

// oracles/draws.json: worked by an independent evaluation of the text, in another language.

describe("draws", () => {
  it.each(Object.entries(draws.fnv))("the hash of “%s” is %d", (text, hash) => expect(fnv(text)).toBe(hash));

  it("come from a stream that a text decides", () => {
    const { text, next, uniform } = draws.stream;
    const words = new Uint32Array(2 * uniform.length);
    fillRandom(text, words);
    expect([...words.slice(0, next.length)]).toEqual(next);
    expect(uniform.map((_, i) => uniformOf(words[2 * i] as number, words[2 * i + 1] as number))).toEqual(uniform);
  });

  it("of a hypercube hit each thousandth once", () => {
    const { u, rank } = hypercube(draws.hypercube.text);
    expect([...u.slice(0, 10)]).toEqual(draws.hypercube.u);
    expect([...u].map((one) => Math.floor(one * replicateSize)).sort((a, b) => a - b)).toEqual(
      Array.from({ length: replicateSize }, (_, i) => i),
    );
    expect([...rank]).toEqual([...u].map((one) => Math.floor(one * replicateSize)));
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
