import { fnv } from "./fnv";

/** So many words are passed over. */
export const warmUp = 12;

/** What the stream of a text begins with. */
export function streamOf(text: string): readonly [number, number, number] {
  const hash = fnv(text);
  return [fnv("#0", hash) | 0, fnv("#1", hash) | 0, fnv("#2", hash) | 0];
}

/**
 * Pseudo-random numbers that a text alone decides: the generator sfc32 (Chris Doty-Humphrey, PractRand) begun from hashes of the text.
 * So the draws of one name depend on no other.
 *
 * @param words filled with the first of them, 32 bits each
 */
export function fillRandom(text: string, words: Uint32Array): void {
  const begin = streamOf(text);
  // Each for itself: taken apart from a list, they are several times slower.
  let a = begin[0];
  let b = begin[1];
  let c = begin[2];
  for (let i = -warmUp; i < words.length; i++) {
    const t = (((a + b) | 0) + i + warmUp + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    if (i >= 0) words[i] = t;
  }
}

/** 26 bits of the second of two words count, and all that 53 bits tell apart. */
export const uniformUnit = { first: 67_108_864, whole: 9_007_199_254_740_992 } as const;

/** A number between 0 and 1, neither of them, with 53 bits, of two words. */
export function uniformOf(first: number, second: number): number {
  return ((first >>> 5) * uniformUnit.first + (second >>> 6) + 0.5) / uniformUnit.whole;
}
