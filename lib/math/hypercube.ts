import { fillRandom, uniformOf } from "./random-stream";

/** Trials of one replicate: so many strata has each hypercube. */
export const replicateSize = 1000;

/** One margin of a Latin hypercube. */
export interface Margin {
  /** Numbers between 0 and 1, neither of them. */
  readonly u: Float64Array;
  /** Of each number its thousandth: the place that it has among them all. */
  readonly rank: Uint16Array;
}

/** A word for each exchange of the shuffle, two for each draw. */
const words = new Uint32Array(replicateSize - 1 + 2 * replicateSize);

/** floor(word·count / 2^32), by integers of 32 bits: several times faster than by doubles. @param count below 2^15 */
function scaled(word: number, count: number): number {
  const low = Math.imul(word & 0xffff, count) >>> 16;
  return (Math.imul(word >>> 16, count) + low) >>> 16;
}

/**
 * One margin of a Latin hypercube: exactly one draw between i/1000 and (i + 1)/1000 for each i, in an order that the text decides.
 * Source: McKay, Beckman, Conover 1979.
 */
export function hypercube(text: string): Margin {
  fillRandom(text, words);
  let next = 0;
  const rank = new Uint16Array(replicateSize);
  for (let i = 0; i < replicateSize; i++) rank[i] = i;
  for (let i = replicateSize - 1; i > 0; i--) {
    const j = scaled(words[next++] as number, i + 1);
    const stratum = rank[i] as number;
    rank[i] = rank[j] as number;
    rank[j] = stratum;
  }
  const u = new Float64Array(replicateSize);
  for (let i = 0; i < replicateSize; i++) {
    u[i] = ((rank[i] as number) + uniformOf(words[next++] as number, words[next++] as number)) / replicateSize;
  }
  return { u, rank };
}
