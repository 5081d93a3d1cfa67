import { fnv } from "./fnv";

const warmUp = 12;

/**
 * Pseudo-random numbers that a text alone decides: the generator sfc32 (Chris Doty-Humphrey, PractRand) begun from hashes of the text.
 * So the draws of one name depend on no other.
 *
 * @param words filled with the first of them, 32 bits each
 */
export function fillRandom(text: string, words: Uint32Array): void {
  const hash = fnv(text);
  // Each for itself: taken apart from a list, they are several times slower.
  let a = fnv("#0", hash) | 0;
  let b = fnv("#1", hash) | 0;
  let c = fnv("#2", hash) | 0;
  for (let i = -warmUp; i < words.length; i++) {
    const t = (((a + b) | 0) + i + warmUp + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    if (i >= 0) words[i] = t;
  }
}

/** A number between 0 and 1, neither of them, with 53 bits, of two words. */
export function uniformOf(first: number, second: number): number {
  return ((first >>> 5) * 67_108_864 + (second >>> 6) + 0.5) / 9_007_199_254_740_992;
}
