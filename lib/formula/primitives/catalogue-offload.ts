import { chebyshev } from "../../math/chebyshev";
import { loseAll, lostOf } from "../../math/decay";
import { exp } from "../../math/exp";
import { gaussLegendre } from "../../math/gauss-legendre";
import { log } from "../../math/log";
import { pow } from "../../math/pow";
import type { Kernel, Primitive, Shape } from "../node";
import { dimensionless } from "../unit";
import { call, phrase } from "./functions";
import { requireNumber } from "./unit-rules";

/**
 * What is carried of one item at c concurrent users, of whom a share f contributes: G(c) = c·g(c) =
 * f·c − e^−(1−f)c + e^−c, the two exponentials taken together. Near 0 what is left cancels too, so a series takes over:
 * Σ over j ≥ 2 of a_j·c^j, a_j = (−1)^j (1 − (1−f)^j)/j!.
 */
interface Swarm {
  readonly f: number;
  /** a_2 .. a_9, so many. */
  readonly series: readonly number[];
}

const seriesBelow = 0.02;
const seriesLength = 8;

function swarmOf(f: number): Swarm {
  const series: number[] = [];
  // 1 − (1−f)^j is built up from f, so that it keeps its digits where f is small.
  let share = f;
  let rest = 1 - f;
  let factorial = 1;
  for (let j = 2; j < 2 + seriesLength; j++) {
    share += f * rest;
    rest *= 1 - f;
    factorial *= -j;
    series.push(-share / factorial);
  }
  return { f, series };
}

/**
 * Σ weight·G(concurrent·popularity), over many at once: the exponentials of all that need them are worked out in one
 * loop.
 */
function carriedSum(
  concurrent: number,
  { popularity, weight, count }: Pick<Catalogue, "popularity" | "weight" | "count">,
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

/** e^−40 of f·c is below its last digit. */
const certain = 40;
/** Two exponents for each point of the greatest catalogue, and room to spare. */
const decays = new Float64Array(2048);

const oneItem = { popularity: Float64Array.of(1), weight: Float64Array.of(1), count: 1 };
const carried = (c: number, swarm: Swarm): number => carriedSum(c, oneItem, swarm);

/** The share of the delivery of one item that those who hold it carry for one another: g(c); g(0) = 0. */
export function swarmShare(c: number, f: number): number {
  return c === 0 ? 0 : carried(c, swarmOf(f)) / c;
}

/** Polynomials T_n with (c·d/dc)^n e^−x = T_n(−x)·e^−x, for x = a·c, by their coefficients of x, x², …: Touchard's. */
const touchard = [
  [1],
  [1, 1],
  [1, 3, 1],
  [1, 7, 6, 1],
  [1, 15, 25, 10, 1],
  [1, 31, 90, 65, 15, 1],
  [1, 63, 301, 350, 140, 21, 1],
] as const;

/**
 * Of Euler-Maclaurin, by derivative: B_2k/(2k)!, and i^n·(d/di)^n in powers of i·d/di (Stirling numbers of the first
 * kind).
 */
const derivatives = [
  { order: 1, factor: 1 / 12, powers: [1] },
  { order: 3, factor: -1 / 720, powers: [2, -3, 1] },
  { order: 5, factor: 1 / 30_240, powers: [24, -50, 35, -10, 1] },
  { order: 7, factor: -1 / 1_209_600, powers: [720, -1764, 1624, -735, 175, -21, 1] },
] as const;

/**
 * What Euler-Maclaurin adds to the integral at one end: half the value and odd derivatives of F(i) = G(C·w_i), w_i =
 * i^−s, so that i·d/di = −s·c·d/dc. All of it is one polynomial beside each exponential, and one factor for each term
 * of the series.
 */
interface EndTerms {
  /** Beside e^−x, in −x: coefficients of the first power on. */
  readonly polynomial: Float64Array;
  /** Beside f·c. */
  readonly linear: number;
  /** Beside a_j·c^j, j from 2 on. */
  readonly series: Float64Array;
}

/** k^j beside the term of c^k, k from 2 on, by j from 1 on. */
const powers = touchard.map((_, i) => Array.from({ length: seriesLength }, (_, j) => pow(j + 2, i + 1)));

function endTerms(exponent: number, item: number): EndTerms {
  // Beside (c·d/dc)^k, k from 1 on.
  const slopes = new Float64Array(touchard.length);
  let order = 0;
  let itemPower = 1;
  for (const derivative of derivatives) {
    for (; order < derivative.order; order++) itemPower *= item;
    for (let i = 0; i < derivative.powers.length; i++) {
      slopes[i] = (slopes[i] as number) + (derivative.factor * (derivative.powers[i] as number)) / itemPower;
    }
  }
  const polynomial = new Float64Array(touchard.length);
  const series = new Float64Array(seriesLength);
  let linear = 0;
  let sign = 1;
  for (let i = 0; i < slopes.length; i++) {
    sign *= -exponent;
    const slope = (slopes[i] as number) * sign;
    linear += slope;
    const [coefficients = [], ofSeries = []] = [touchard[i], powers[i]];
    for (let k = 0; k < coefficients.length; k++) {
      polynomial[k] = (polynomial[k] as number) + slope * (coefficients[k] as number);
    }
    for (let j = 0; j < seriesLength; j++) series[j] = (series[j] as number) + slope * (ofSeries[j] as number);
  }
  return { polynomial, linear, series };
}

function endCorrection(c: number, { f, series }: Swarm, terms: EndTerms): number {
  if (c < seriesBelow) {
    let sum = 0;
    for (let j = series.length - 1; j >= 0; j--) {
      sum = (series[j] as number) * (terms.series[j] as number) + c * sum;
    }
    return c * c * sum;
  }
  const [still, all] = [(1 - f) * c, c];
  let [ofStill, ofAll] = [0, 0];
  for (let i = terms.polynomial.length - 1; i >= 0; i--) {
    ofStill = (terms.polynomial[i] as number) - still * ofStill;
    ofAll = (terms.polynomial[i] as number) - all * ofAll;
  }
  return f * c * terms.linear + still * ofStill * (1 + lostOf(still)) - all * ofAll * (1 + lostOf(all));
}

/** Items summed one by one; the rest of the catalogue by integration. */
const head = 16;
/** Of a panel, in ln c: the steeper the popularity, the shorter the panel in ln i. */
const panelWidth = 2.5;
const gauss = gaussLegendre(16);

interface Catalogue {
  readonly items: number;
  readonly exponent: number;
  /** Popularity, summing to 1 over the catalogue, of the items that are summed one by one and then where the integral is sampled. */
  readonly popularity: Float64Array;
  /** How much each counts: 1 for an item. */
  readonly weight: Float64Array;
  /** How many of them count; their room may be longer. */
  readonly count: number;
  /** Where the integral begins and ends. */
  readonly ends: readonly { readonly popularity: number; readonly terms: EndTerms; readonly sign: 1 | -1 }[];
}

/** The logarithms of the items that may be summed one by one. */
const logarithms = Float64Array.from({ length: 2 * head }, (_, i) => log(i + 1));

/** Where to look at a catalogue: its first items, and the nodes of panels over ln i for the rest. */
function catalogueOf(items: number, exponent: number, room: Pick<Catalogue, "popularity" | "weight">): Catalogue {
  const popularityOf = (i: number) => pow(i, -exponent);
  const exact = items > 2 * head ? head : items;
  const isWhole = exact === items;
  const span = isWhole ? 0 : log(items / exact);
  const panels = Math.ceil((span * Math.max(1, exponent)) / panelWidth);
  const count = exact + panels * gauss.length;
  const isRoomy = room.popularity.length >= count;
  const popularity = isRoomy ? room.popularity : new Float64Array(2 * count);
  const weight = isRoomy ? room.weight : new Float64Array(2 * count);
  weight.fill(1, 0, exact);
  for (let i = 0; i < exact; i++) popularity[i] = exp(-exponent * (logarithms[i] as number));
  const half = span / panels / 2;
  let at = exact;
  for (let panel = 0; panel < panels; panel++) {
    for (const { x, w } of gauss) {
      const beyond = (2 * panel + 1 + x) * half;
      popularity[at] = exp(-exponent * ((logarithms[exact - 1] as number) + beyond));
      weight[at] = w * half * exact * exp(beyond);
      at++;
    }
  }
  // The first item after the head is head + 1, so the lower end counts minus a half.
  const ends: Catalogue["ends"] = isWhole
    ? []
    : [
        { popularity: popularityOf(exact), terms: endTerms(exponent, exact), sign: -1 },
        { popularity: popularityOf(items), terms: endTerms(exponent, items), sign: 1 },
      ];
  let total = 0;
  for (let i = 0; i < count; i++) total += (popularity[i] as number) * (weight[i] as number);
  // Of the sum of the popularities themselves every (c·d/dc)^n is w.
  for (const { popularity: w, terms, sign } of ends) total += sign * w * (1 / 2 + terms.linear);
  for (let i = 0; i < count; i++) popularity[i] = (popularity[i] as number) / total;
  return {
    items,
    exponent,
    popularity,
    weight,
    count,
    ends: ends.map((end) => ({ ...end, popularity: end.popularity / total })),
  };
}

/** The catalogues of late: both sums of a trial, and of each in a block, ask for the same ones. */
const lately: Catalogue[] = [];
const mostLately = 16;
const noRoom = { popularity: new Float64Array(0), weight: new Float64Array(0) };
let oldest = 0;

function catalogueFor(items: number, exponent: number): Catalogue {
  const known = lately.find((each) => each.items === items && each.exponent === exponent);
  if (known) return known;
  // The oldest one's room serves for the new one.
  const made = catalogueOf(items, exponent, lately[oldest] ?? noRoom);
  if (lastCatalogue === lately[oldest]) lastCatalogue = undefined;
  lately[oldest] = made;
  oldest = (oldest + 1) % mostLately;
  return made;
}

let lastCatalogue: Catalogue | undefined;
let lastSwarm: Swarm | undefined;

/**
 * The share of all delivery that is carried by users, over a catalogue whose items are fetched with Zipf's popularity:
 * Σ w_i·g(C·w_i), within a relative 1e-10 at every size of catalogue, in a time that hardly grows with it.
 *
 * @param concurrent users who take delivery at once, C
 * @param contributing share f of them who upload, 0 to 1
 */
export function catalogueOffloadOf(concurrent: number, items: number, exponent: number, contributing: number): number {
  if (concurrent <= 0 || contributing <= 0) return 0;
  if (lastCatalogue?.items !== items || lastCatalogue.exponent !== exponent)
    lastCatalogue = catalogueFor(items, exponent);
  if (lastSwarm?.f !== contributing) lastSwarm = swarmOf(contributing);
  const swarm = lastSwarm;
  let sum = carriedSum(concurrent, lastCatalogue, swarm);
  for (const { popularity: w, terms, sign } of lastCatalogue.ends) {
    const c = concurrent * w;
    sum += sign * (carried(c, swarm) / 2 + endCorrection(c, swarm, terms));
  }
  return sum / concurrent;
}

/** By how much the logarithm of what is interpolated may vary over so many points: then it is right to some 1e-12. */
const points = [
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
export function catalogueOffloads(
  concurrent: Float64Array,
  items: number,
  exponent: number,
  contributing: number,
): Float64Array {
  const sum = (c: number) => catalogueOffloadOf(c, items, exponent, contributing);
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (let t = 0; t < concurrent.length; t++) {
    least = Math.min(least, concurrent[t] as number);
    most = Math.max(most, concurrent[t] as number);
  }
  if (least === most) return new Float64Array(concurrent.length).fill(sum(least));
  const [from, to] = [log(least), log(most)];
  const enough = points.find(({ count, reach }) => to - from <= reach && 1.5 * count <= concurrent.length);
  if (!(least > 0) || !enough) return concurrent.map(sum);
  const between = chebyshev((x) => sum(exp(x)), from, to, enough.count);
  return concurrent.map((c) => between(log(c)));
}

const kernel: Kernel = ({ cells, samples, months }, out, [c = 0, items = 0, exponent = 0, f = 0], [step = 0]) => {
  const concurrent = new Float64Array(step === 0 ? 1 : months + 1);
  for (let s = 0; s < samples; s++) {
    for (let t = 0; t < concurrent.length; t++) concurrent[t] = cells[c + t * step + s] as number;
    const shares = catalogueOffloads(
      concurrent,
      cells[items + s] as number,
      cells[exponent + s] as number,
      cells[f + s] as number,
    );
    for (let t = 0; t < concurrent.length; t++) cells[out + t * samples + s] = shares[t] as number;
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
    kernel,
    print: ([c, items, exponent, f]) =>
      `Σ over i = 1..${items} of w_i × g(${c} × w_i) with w_i ∝ i^−${exponent} and g(c) = (f × c − e^−((1 − f) × c) + e^−c) / c, f = ${f}`,
    precedence: phrase,
    argumentPrecedence: 5,
  }),
];
