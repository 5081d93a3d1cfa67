import { chebyshev } from "../../math/chebyshev";
import { exp } from "../../math/exp";
import { expm1 } from "../../math/expm1";
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
  /** a_2 .. a_9. */
  readonly series: readonly number[];
}

const seriesBelow = 0.02;

function swarmOf(f: number): Swarm {
  const series: number[] = [];
  // 1 − (1−f)^j is built up from f, so that it keeps its digits where f is small.
  let share = f;
  let rest = 1 - f;
  let factorial = 1;
  for (let j = 2; j <= 9; j++) {
    share += f * rest;
    rest *= 1 - f;
    factorial *= -j;
    series.push(-share / factorial);
  }
  return { f, series };
}

function carried(c: number, { f, series }: Swarm): number {
  if (c < seriesBelow) {
    let sum = 0;
    for (let j = series.length - 1; j >= 0; j--) sum = (series[j] as number) + c * sum;
    return c * c * sum;
  }
  // e^−40 of f·c is below its last digit.
  if ((1 - f) * c > 40) return f * c;
  return f * c + exp(-(1 - f) * c) * expm1(-f * c);
}

/** The share of the delivery of one item that those who hold it carry for one another: g(c); g(0) = 0. */
export function swarmShare(c: number, f: number): number {
  return c === 0 ? 0 : carried(c, swarmOf(f)) / c;
}

/** Polynomials T_n with (c·d/dc)^n e^−x = T_n(−x)·e^−x, for x = a·c: Touchard's. */
const touchard = [
  (x: number) => x,
  (x: number) => x * (1 + x),
  (x: number) => x * (1 + x * (3 + x)),
  (x: number) => x * (1 + x * (7 + x * (6 + x))),
  (x: number) => x * (1 + x * (15 + x * (25 + x * (10 + x)))),
];

/** (c·d/dc)^n G for n = 1..5. */
function slopes(c: number, { f, series }: Swarm): number[] {
  return touchard.map((polynomial, i) => {
    if (c < seriesBelow) return series.reduceRight((sum, a, j) => pow(j + 2, i + 1) * a * pow(c, j + 2) + sum, 0);
    return f * c - polynomial(-(1 - f) * c) * exp(-(1 - f) * c) + polynomial(-c) * exp(-c);
  });
}

/** Items summed one by one; the rest of the catalogue by integration. */
const head = 48;
/** Of a panel, in ln c: the steeper the popularity, the shorter the panel in ln i. */
const panelWidth = 1.5;
const gauss = gaussLegendre(16);

interface Catalogue {
  readonly items: number;
  readonly exponent: number;
  /** Popularity, summing to 1 over the catalogue, of the items that are summed one by one and then where the integral is sampled. */
  readonly popularity: Float64Array;
  /** How much each counts: 1 for an item. */
  readonly weight: Float64Array;
  /** Where the integral begins and ends. */
  readonly ends: readonly { readonly popularity: number; readonly item: number; readonly sign: 1 | -1 }[];
}

/**
 * What Euler-Maclaurin adds to the integral at one end: half the value and three odd derivatives. F(i) = G(C·w_i) with
 * w_i = i^−s, so that i·d/di = −s·c·d/dc.
 *
 * @param value F at the end
 * @param steps (c·d/dc)^n G there, n = 1..5
 */
function endCorrection(value: number, steps: readonly number[], exponent: number, item: number): number {
  const [d1 = 0, d2 = 0, d3 = 0, d4 = 0, d5 = 0] = steps.map((step, i) => step * pow(-exponent, i + 1));
  const first = d1 / item;
  const third = (d3 - 3 * d2 + 2 * d1) / pow(item, 3);
  const fifth = (d5 - 10 * d4 + 35 * d3 - 50 * d2 + 24 * d1) / pow(item, 5);
  return value / 2 + first / 12 - third / 720 + fifth / 30240;
}

/** The logarithms of the items that may be summed one by one. */
const logarithms = Float64Array.from({ length: 2 * head }, (_, i) => log(i + 1));

/** Where to look at a catalogue: its first items, and the nodes of panels over ln i for the rest. */
function catalogueOf(items: number, exponent: number): Catalogue {
  const popularityOf = (i: number) => pow(i, -exponent);
  const exact = items > 2 * head ? head : items;
  const isWhole = exact === items;
  const span = isWhole ? 0 : log(items / exact);
  const panels = Math.ceil((span * Math.max(1, exponent)) / panelWidth);
  const count = exact + panels * gauss.length;
  const popularity = new Float64Array(count);
  const weight = new Float64Array(count).fill(1, 0, exact);
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
        { popularity: popularityOf(exact), item: exact, sign: -1 },
        { popularity: popularityOf(items), item: items, sign: 1 },
      ];
  let total = 0;
  for (let i = 0; i < count; i++) total += (popularity[i] as number) * (weight[i] as number);
  for (const { popularity: w, item, sign } of ends) total += sign * endCorrection(w, [w, w, w, w, w], exponent, item);
  return {
    items,
    exponent,
    popularity: popularity.map((w) => w / total),
    weight,
    ends: ends.map((end) => ({ ...end, popularity: end.popularity / total })),
  };
}

/** The catalogues of late: both sums of a trial, and of each in a block, ask for the same ones. */
const lately: Catalogue[] = [];
const mostLately = 128;
let oldest = 0;

function catalogueFor(items: number, exponent: number): Catalogue {
  const known = lately.find((each) => each.items === items && each.exponent === exponent);
  if (known) return known;
  const made = catalogueOf(items, exponent);
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
  const { popularity, weight, ends } = lastCatalogue;
  const swarm = lastSwarm;
  let sum = 0;
  for (let i = 0; i < popularity.length; i++)
    sum += (weight[i] as number) * carried(concurrent * (popularity[i] as number), swarm);
  for (const { popularity: w, item, sign } of ends) {
    const c = concurrent * w;
    sum += sign * endCorrection(carried(c, swarm), slopes(c, swarm), exponent, item);
  }
  return sum / concurrent;
}

/** By how much the logarithm of what is interpolated may vary over so many points: then it is right to some 1e-12. */
const points = [
  { count: 8, reach: 0.2 },
  { count: 16, reach: 1.2 },
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
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (const c of concurrent) [least, most] = [Math.min(least, c), Math.max(most, c)];
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
