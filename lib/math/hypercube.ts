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
  const order = new Uint16Array(replicateSize);
  for (let i = 0; i < replicateSize; i++) order[i] = i;
  for (let i = replicateSize - 1; i > 0; i--) {
    const j = Math.floor((next() * (i + 1)) / 4_294_967_296);
    const stratum = order[i] as number;
    order[i] = order[j] as number;
    order[j] = stratum;
  }
  const draws = new Float64Array(replicateSize);
  for (let i = 0; i < replicateSize; i++) draws[i] = ((order[i] as number) + uniform()) / replicateSize;
  return draws;
}
