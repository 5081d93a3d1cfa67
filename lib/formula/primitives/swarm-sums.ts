import { chebyshevAt } from "../../math/chebyshev";
import { loseAll } from "../../math/decay";
import { exp } from "../../math/exp";
import { log } from "../../math/log";
import { type CatalogueEnd, endCorrection } from "./catalogue-ends";
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
/** First in a room lie these, then both ends of the integral, then where it is sampled. */
export const restFrom = head + 2;

/** Where a catalogue lies. */
export interface CatalogueRoom extends Places {
  /** Both ends again, each by its number of items. */
  readonly ends: Places;
  readonly rest: Places;
}

/** The greatest catalogue that inputs allow is looked at in half as many places. */
export const mostPlaces = 512;
/** At so many numbers of users at most a sum is worked out, to tell the rest. */
export const mostPoints = 32;

/** The months of one sample in the cells: of what is asked, and of what is filled in. */
export interface MonthsOfSample {
  readonly cells: Float64Array;
  readonly from: number;
  readonly fromStep: number;
  readonly to: number;
  readonly toStep: number;
  readonly count: number;
}

/** The loops that a catalogue's sums spend their time in, and the rooms that these work on. */
export interface SwarmSums {
  readonly rooms: readonly CatalogueRoom[];
  oldest: number;
  /** Users at once, and what is carried of the catalogue for them. */
  readonly points: Float64Array;
  readonly carried: Float64Array;
  readonly coefficients: Float64Array;
  /** Puts e^x in the place of each of the first values of one of these rows. */
  readonly raise: (row: Float64Array, count: number) => void;
  /** Σ weight·G(point·popularity) over the first places, for each of the first points, an even number of them. */
  readonly carry: (places: Places, count: number, swarm: Swarm, points: number, carried: Float64Array) => void;
  /** Adds what both ends of the integral correct, and puts the share of what is carried in its place. */
  readonly share: (ends: readonly CatalogueEnd[], swarm: Swarm, points: number) => void;
  /** The polynomial of so many coefficients in ln c, about a middle, by month. */
  readonly interpolate: (count: number, middle: number, half: number, months: MonthsOfSample) => void;
}

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

/** @param row makes a row of so many doubles */
export function emptyRoom(row: (length: number) => Float64Array): CatalogueRoom {
  const [popularity, weight] = [row(mostPlaces), row(mostPlaces)];
  return {
    ...{ popularity, weight },
    ends: { popularity: popularity.subarray(head, restFrom), weight: row(2) },
    rest: { popularity: popularity.subarray(restFrom), weight: weight.subarray(restFrom) },
  };
}

const plainRow = (length: number) => new Float64Array(length);

/** The loops in JavaScript, with rooms for the catalogues of a block of trials. */
export const plainSums: SwarmSums = {
  rooms: Array.from({ length: 16 }, () => emptyRoom(plainRow)),
  oldest: 0,
  points: new Float64Array(mostPoints),
  carried: new Float64Array(mostPoints),
  coefficients: new Float64Array(mostPoints),
  raise: (row, count) => {
    for (let i = 0; i < count; i++) row[i] = exp(row[i] as number);
  },
  carry: (places, count, swarm, points, carried) => {
    const { points: at } = plainSums;
    for (let j = 0; j < points; j++) carried[j] = carriedSum(at[j] as number, places, count, swarm);
  },
  share: (ends, swarm, points) => {
    const { points: at, carried } = plainSums;
    for (let j = 0; j < points; j++) {
      const concurrent = at[j] as number;
      let sum = carried[j] as number;
      for (const { popularity, terms, sign } of ends)
        sum += sign * endCorrection(concurrent * popularity, swarm, terms);
      carried[j] = sum / concurrent;
    }
  },
  interpolate: (count, middle, half, { cells, from, fromStep, to, toStep, count: months }) => {
    for (let t = 0; t < months; t++) {
      const place = (log(cells[from + t * fromStep] as number) - middle) / half;
      cells[to + t * toStep] = chebyshevAt(count, plainSums.coefficients, place);
    }
  },
};
