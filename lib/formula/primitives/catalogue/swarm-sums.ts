import { loseAll } from "../../../math/decay";
import { certain, type Swarm, seriesBelow, seriesLength } from "./swarm";

/** Places of a catalogue. */
export interface Places {
  /** Of items and of where the rest is sampled; 1 is all of the catalogue. */
  readonly popularity: Float64Array;
  /** How much each counts: 1 for an item. */
  readonly weight: Float64Array;
}

/** Items summed one by one, where the rest is integrated. */
export const head = 16;
/** First lie these, then both ends of the integral, then where it is sampled. */
export const restFrom = head + 2;
/** The greatest catalogue that inputs allow is looked at in half as many places. */
export const mostPlaces = 512;

/** Two exponents for each place. */
const decays = new Float64Array(2 * mostPlaces);

/** Many terms at once: the exponentials of all that need them are worked out in one loop. */
export function carriedSum(
  concurrent: number,
  { popularity, weight }: Places,
  count: number,
  { f, series }: Swarm,
): number {
  let exponents = 0;
  for (let i = 0; i < count; i++) {
    const c = concurrent * (popularity[i] as number);
    if (c < seriesBelow || (1 - f) * c > certain) continue;
    decays[exponents++] = (1 - f) * c;
    decays[exponents++] = f * c;
  }
  loseAll(decays, exponents);
  let sum = 0;
  let next = 0;
  for (let i = 0; i < count; i++) {
    const c = concurrent * (popularity[i] as number);
    let carried = f * c;
    if (c < seriesBelow) {
      let terms = 0;
      for (let j = seriesLength - 1; j >= 0; j--) terms = (series[j] as number) + c * terms;
      carried = c * c * terms;
    } else if ((1 - f) * c <= certain) {
      carried += (1 + (decays[next] as number)) * (decays[next + 1] as number);
      next += 2;
    }
    sum += (weight[i] as number) * carried;
  }
  return sum;
}
