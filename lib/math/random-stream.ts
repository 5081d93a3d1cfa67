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
  let a = fnv(`${text}#0`) | 0;
  let b = fnv(`${text}#1`) | 0;
  let c = fnv(`${text}#2`) | 0;
  let d = 1;
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
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
