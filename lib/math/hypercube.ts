import { randomStream } from "./random-stream";

/** Trials of one replicate: so many strata has each hypercube. */
export const replicateSize = 1000;

/**
 * One margin of a Latin hypercube: exactly one draw between i/1000 and (i + 1)/1000 for each i, in an order that the text decides.
 * Source: McKay, Beckman, Conover 1979.
 *
 * @returns numbers between 0 and 1, neither of them
 */
export function hypercube(text: string): Float64Array {
  const { next, uniform } = randomStream(text);
  const order = Array.from({ length: replicateSize }, (_, i) => i);
  for (let i = replicateSize - 1; i > 0; i--) {
    const j = Math.floor((next() * (i + 1)) / 4_294_967_296);
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return Float64Array.from(order, (stratum) => (stratum + uniform()) / replicateSize);
}
