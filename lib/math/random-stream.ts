import { fnv } from "./fnv";

export interface RandomStream {
  /** The next 32 bits, as an unsigned integer. */
  next: () => number;
  /** A number between 0 and 1, neither of them, with 53 bits. */
  uniform: () => number;
}

const warmUp = 12;

/**
 * Pseudo-random numbers that a text alone decides: the generator sfc32 (Chris Doty-Humphrey, PractRand) begun from hashes of the text.
 * So the draws of one name depend on no other.
 */
export function randomStream(text: string): RandomStream {
  // In an array of integers: a closure's own variables would be boxed as they pass 2^31.
  const state = Int32Array.of(fnv(`${text}#0`), fnv(`${text}#1`), fnv(`${text}#2`), 1);
  const next = () => {
    const [a = 0, b = 0, c = 0, d = 0] = [state[0], state[1], state[2], state[3]];
    const t = (((a + b) | 0) + d) | 0;
    state[3] = d + 1;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + t;
    return t >>> 0;
  };
  for (let i = 0; i < warmUp; i++) next();
  const uniform = () => {
    const high = next() >>> 5;
    const low = next() >>> 6;
    return (high * 67_108_864 + low + 0.5) / 9_007_199_254_740_992;
  };
  return { next, uniform };
}
