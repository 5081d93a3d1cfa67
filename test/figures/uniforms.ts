import { fillRandom, uniformOf } from "@/lib/math/random-stream";

const most = 100_000;

/** Draws numbers between 0 and 1 that a text alone decides, one at a time. @throws Error after 100,000 of them */
export function uniformsOf(text: string): () => number {
  const words = new Uint32Array(2 * most);
  fillRandom(text, words);
  let next = 0;
  return () => {
    if (next >= words.length) throw new Error(`${text} has no more numbers`);
    next += 2;
    return uniformOf(words[next - 2] as number, words[next - 1] as number);
  };
}
