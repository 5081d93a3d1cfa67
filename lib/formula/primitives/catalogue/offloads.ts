import { chebyshevAt, chebyshevNodes, fillCoefficients } from "../../../math/chebyshev";
import { exp } from "../../../math/exp";
import { log } from "../../../math/log";
import { type Catalogue, catalogueFor, mostWhole } from "./catalogue";
import { endCorrection } from "./ends";
import { addRest, enoughPoints, leastExponent, logarithmParts, monthsByPoint, mostPoints } from "./rest";
import { type Swarm, swarmOf } from "./swarm";
import { carriedSum, restFrom } from "./swarm-sums";

/** What a catalogue is, and how many of its users contribute. */
interface Catalogued {
  readonly items: number;
  /** Of Zipf's popularity. */
  readonly exponent: number;
  /** The share f of those who take delivery that upload, 0 to 1. */
  readonly contributing: number;
}

const oneItem = { popularity: Float64Array.of(1), weight: Float64Array.of(1) };

/** The share of the delivery of one item that those who hold it carry for one another: g(c); g(0) = 0. */
export function swarmShare(c: number, f: number): number {
  return c === 0 ? 0 : carriedSum(c, oneItem, 1, swarmOf(f)) / c;
}

let lastSwarm: Swarm | undefined;

function swarmFor(f: number): Swarm {
  if (lastSwarm?.f !== f) lastSwarm = swarmOf(f);
  return lastSwarm;
}

/** The share that is carried at one number of users, of the first places and what both ends correct. */
function shareAt(concurrent: number, { places, ends }: Catalogue, count: number, swarm: Swarm): number {
  let sum = carriedSum(concurrent, places, count, swarm);
  for (const { popularity, terms, sign } of ends) sum += sign * endCorrection(concurrent * popularity, swarm, terms);
  return sum / concurrent;
}

/**
 * The share of all delivery that is carried by users, over a catalogue whose items are fetched with Zipf's popularity:
 * Σ w_i·g(C·w_i), within a relative 1e-10 at every size of catalogue, in a time that hardly grows with it.
 *
 * @param concurrent users who take delivery at once, C
 * @param contributing share f of them who upload, 0 to 1
 */
export function catalogueOffloadOf(concurrent: number, items: number, exponent: number, contributing: number): number {
  if (concurrent <= 0 || contributing <= 0) return 0;
  const catalogue = catalogueFor(items, exponent);
  return shareAt(concurrent, catalogue, catalogue.count, swarmFor(contributing));
}

const [points, values] = [new Float64Array(mostPoints), new Float64Array(mostPoints)];
const [ofShares, ofEnds] = [new Float64Array(mostPoints), new Float64Array(mostPoints)];

/** The coefficients in ln c of the shares at the first points; the most users are where they end. */
function fillShares(count: number, half: number, most: number, of: Catalogued): void {
  const catalogue = catalogueFor(of.items, of.exponent);
  const swarm = swarmFor(of.contributing);
  const isSummed = of.items <= mostWhole || of.exponent < leastExponent;
  const places = isSummed ? catalogue.count : restFrom;
  for (let j = 0; j < count; j++) values[j] = shareAt(points[j] as number, catalogue, places, swarm);
  fillCoefficients(count, values, ofShares);
  if (isSummed) return;
  for (let j = 0; j < count; j++) {
    const c = points[j] as number;
    values[j] = carriedSum(c, catalogue.byItems, 2, swarm) / c;
  }
  fillCoefficients(count, values, ofEnds);
  const last = carriedSum(most, catalogue.rest, catalogue.count - restFrom, swarm) / most;
  /*#__NOINLINE__*/ addRest(count, half, of.exponent, ofEnds, last, ofShares);
}

/** The months of one sample in the cells: of what is asked, and of what is filled in. */
interface MonthsOfSample {
  readonly cells: Float64Array;
  readonly from: number;
  readonly fromStep: number;
  readonly to: number;
  readonly toStep: number;
  readonly count: number;
}

/**
 * The share for each of many numbers of concurrent users, with the same catalogue: in the logarithm of their number it is so smooth that
 * a few points tell the rest, within a relative 1e-10 of the sum. It is bounded while the logarithm's imaginary part is below π/2, which
 * says how many points a span needs (lib/math/chebyshev.ts).
 */
export function fillOffloads(months: MonthsOfSample, of: Catalogued): void {
  const { cells, from: c, fromStep, to, toStep } = months;
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (let t = 0; t < months.count; t++) {
    least = Math.min(least, cells[c + t * fromStep] as number);
    most = Math.max(most, cells[c + t * fromStep] as number);
  }
  const one = (concurrent: number) => catalogueOffloadOf(concurrent, of.items, of.exponent, of.contributing);
  if (least === most) {
    const share = one(least);
    for (let t = 0; t < months.count; t++) cells[to + t * toStep] = share;
    return;
  }
  const firstPart = Math.floor(log(least) * logarithmParts);
  // Never the first again: two that differ in their last digit alone may have the same logarithm.
  const lastPart = Math.max(Math.ceil(log(most) * logarithmParts), firstPart + 1);
  const [from, upTo] = [firstPart / logarithmParts, lastPart / logarithmParts];
  const enough = enoughPoints.find(({ count, reach }) => upTo - from <= reach && monthsByPoint * count <= months.count);
  if (!(least > 0 && of.contributing > 0) || !enough) {
    for (let t = 0; t < months.count; t++) cells[to + t * toStep] = one(cells[c + t * fromStep] as number);
    return;
  }
  const { count } = enough;
  const [middle, half] = [(from + upTo) / 2, (upTo - from) / 2];
  const { at } = chebyshevNodes(count);
  for (let j = 0; j < count; j++) points[j] = exp(middle + half * (at[j] as number));
  fillShares(count, half, exp(upTo), of);
  for (let t = 0; t < months.count; t++) {
    const place = (log(cells[c + t * fromStep] as number) - middle) / half;
    cells[to + t * toStep] = chebyshevAt(count, ofShares, place);
  }
}
