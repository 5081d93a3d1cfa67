import { chebyshevNodes, fillCoefficients } from "../../math/chebyshev";
import { log } from "../../math/log";
import type { Kernel } from "../kernel";
import type { Primitive, Shape } from "../node";
import { dimensionless } from "../unit";
import { type Catalogue, catalogueFor, mostWhole } from "./catalogue";
import { addRest, leastExponent } from "./catalogue-rest";
import { call, phrase } from "./functions";
import { type Swarm, swarmOf } from "./swarm";
import { carriedSum, type MonthsOfSample, mostPoints, plainSums, restFrom, type SwarmSums } from "./swarm-sums";
import { compiledSums } from "./swarm-sums-code";
import { requireNumber } from "./unit-rules";

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

const ofEnds = new Float64Array(mostPoints);
let lastSwarm: Swarm | undefined;

function swarmFor(f: number): Swarm {
  if (lastSwarm?.f !== f) lastSwarm = swarmOf(f);
  return lastSwarm;
}

/** Puts the shares over some places at the first points of the sums, which are above 0, in the place of what is carried. */
function shareAt(points: number, { room, ends }: Catalogue, places: number, swarm: Swarm, sums: SwarmSums): void {
  sums.carry(room, places, swarm, points, sums.carried);
  sums.share(ends, swarm, points);
}

/** The coefficients in ln c of the shares at the first points of the sums; the most users are where they end. */
function fillShares(points: number, half: number, most: number, of: Catalogued, sums: SwarmSums): void {
  const catalogue = catalogueFor(of.items, of.exponent, sums);
  const swarm = swarmFor(of.contributing);
  const { room, count } = catalogue;
  const isSummed = count <= mostWhole || of.exponent < leastExponent;
  shareAt(points, catalogue, isSummed ? count : restFrom, swarm, sums);
  fillCoefficients(points, sums.carried, sums.coefficients);
  if (isSummed) return;
  const { carried } = sums;
  sums.carry(room.ends, 2, swarm, points, carried);
  for (let j = 0; j < points; j++) carried[j] = (carried[j] as number) / (sums.points[j] as number);
  fillCoefficients(points, carried, ofEnds);
  sums.points.fill(most, 0, 2);
  sums.carry(room.rest, count - restFrom, swarm, 2, carried);
  addRest(points, half, of.exponent, ofEnds, (carried[0] as number) / most, sums.coefficients);
}

/** The share at one number of users, who may be none. */
function oneShare(concurrent: number, of: Catalogued, sums: SwarmSums): number {
  if (concurrent <= 0 || of.contributing <= 0) return 0;
  sums.points.fill(concurrent, 0, 2);
  const catalogue = catalogueFor(of.items, of.exponent, sums);
  shareAt(2, catalogue, catalogue.count, swarmFor(of.contributing), sums);
  return sums.carried[0] as number;
}

/**
 * The share of all delivery that is carried by users, over a catalogue whose items are fetched with Zipf's popularity:
 * Σ w_i·g(C·w_i), within a relative 1e-10 at every size of catalogue, in a time that hardly grows with it.
 *
 * @param concurrent users who take delivery at once, C
 * @param contributing share f of them who upload, 0 to 1
 */
export function catalogueOffloadOf(concurrent: number, items: number, exponent: number, contributing: number): number {
  return oneShare(concurrent, { items, exponent, contributing }, plainSums);
}

/** By how much the logarithm of what is interpolated may vary over so many points: then it is right to some 1e-12. */
const enoughPoints = [
  { count: 8, reach: 0.2 },
  { count: 12, reach: 0.6 },
  { count: 16, reach: 1.2 },
  { count: 24, reach: 2.2 },
  { count: 32, reach: 3.2 },
] as const;

/**
 * The share for each of many numbers of concurrent users, with the same catalogue: in the logarithm of their number it is so smooth that
 * a few points tell the rest, within a relative 1e-10 of the sum. It is bounded while the logarithm's imaginary part is below π/2, which
 * says how many points a span needs (lib/math/chebyshev.ts).
 */
export function fillOffloads(months: MonthsOfSample, of: Catalogued, sums: SwarmSums): void {
  const { cells, from: c, fromStep, to, toStep } = months;
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (let t = 0; t < months.count; t++) {
    least = Math.min(least, cells[c + t * fromStep] as number);
    most = Math.max(most, cells[c + t * fromStep] as number);
  }
  if (least === most) {
    const share = oneShare(least, of, sums);
    for (let t = 0; t < months.count; t++) cells[to + t * toStep] = share;
    return;
  }
  const [from, upTo] = [log(least), log(most)];
  const enough = enoughPoints.find(({ count, reach }) => upTo - from <= reach && 1.5 * count <= months.count);
  if (!(least > 0 && of.contributing > 0) || !enough) {
    for (let t = 0; t < months.count; t++) {
      cells[to + t * toStep] = oneShare(cells[c + t * fromStep] as number, of, sums);
    }
    return;
  }
  const { count } = enough;
  const [middle, half] = [(from + upTo) / 2, (upTo - from) / 2];
  const { at } = chebyshevNodes(count);
  for (let j = 0; j < count; j++) sums.points[j] = middle + half * (at[j] as number);
  sums.raise(sums.points, count);
  fillShares(count, half, most, of, sums);
  sums.interpolate(count, middle, half, months);
}

const kernelWith =
  (sums: SwarmSums): Kernel =>
  ({ cells, samples, months }, out, [c = 0, items = 0, exponent = 0, f = 0], [step = 0]) => {
    const count = step === 0 ? 1 : months + 1;
    for (let s = 0; s < samples; s++) {
      fillOffloads(
        { cells, from: c + s, fromStep: step, to: out + s, toStep: samples, count },
        {
          items: cells[items + s] as number,
          exponent: cells[exponent + s] as number,
          contributing: cells[f + s] as number,
        },
        sums,
      );
    }
  };

export const catalogueFunctions: readonly Primitive[] = [
  call("catalogueOffload", 4, {
    shape: ([concurrent, ...catalogue]) => {
      if (catalogue.includes("monthly")) throw new Error("a catalogue that changes by month is not foreseen");
      return concurrent as Shape;
    },
    unit: ([, , exponent = "any", contributing = "any"]) => {
      requireNumber(exponent, "the exponent");
      requireNumber(contributing, "the contributing share");
      return dimensionless;
    },
    kernel: kernelWith(plainSums),
    assisted: (module) => {
      const sums = compiledSums(module);
      return (memory) => kernelWith(sums(memory));
    },
    print: ([c, items, exponent, f]) =>
      `Σ over i = 1..${items} of w_i × g(${c} × w_i) with w_i ∝ i^−${exponent} and g(c) = (f × c − e^−((1 − f) × c) + e^−c) / c, f = ${f}`,
    precedence: phrase,
    argumentPrecedence: 5,
  }),
];
