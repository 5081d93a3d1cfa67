import type { Kernel, Primitive } from "../node";
import { dimensionless } from "../unit";
import { shapeOfAny } from "./elementwise";
import { call, phrase } from "./functions";
import { gaussLegendre } from "./gauss-legendre";
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
  return f * c + Math.exp(-(1 - f) * c) * Math.expm1(-f * c);
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
    if (c < seriesBelow) return series.reduceRight((sum, a, j) => (j + 2) ** (i + 1) * a * c ** (j + 2) + sum, 0);
    return f * c - polynomial(-(1 - f) * c) * Math.exp(-(1 - f) * c) + polynomial(-c) * Math.exp(-c);
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
  const [d1 = 0, d2 = 0, d3 = 0, d4 = 0, d5 = 0] = steps.map((step, i) => step * (-exponent) ** (i + 1));
  const first = d1 / item;
  const third = (d3 - 3 * d2 + 2 * d1) / item ** 3;
  const fifth = (d5 - 10 * d4 + 35 * d3 - 50 * d2 + 24 * d1) / item ** 5;
  return value / 2 + first / 12 - third / 720 + fifth / 30240;
}

/** Where to look at a catalogue: its first items, and the nodes of panels over ln i for the rest. */
function catalogueOf(items: number, exponent: number): Catalogue {
  const popularityOf = (i: number) => i ** -exponent;
  const exact = items > 2 * head ? head : items;
  const popularity = Array.from({ length: exact }, (_, i) => popularityOf(i + 1));
  const weight = popularity.map(() => 1);
  const isWhole = exact === items;
  if (!isWhole) {
    const span = Math.log(items / exact);
    const panels = Math.ceil((span * Math.max(1, exponent)) / panelWidth);
    const half = span / panels / 2;
    for (let panel = 0; panel < panels; panel++) {
      for (const { x, w } of gauss) {
        const i = exact * Math.exp((2 * panel + 1 + x) * half);
        popularity.push(popularityOf(i));
        weight.push(w * half * i);
      }
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
  for (const [i, w] of popularity.entries()) total += w * (weight[i] as number);
  for (const { popularity: w, item, sign } of ends) total += sign * endCorrection(w, [w, w, w, w, w], exponent, item);
  return {
    items,
    exponent,
    popularity: Float64Array.from(popularity, (w) => w / total),
    weight: Float64Array.from(weight),
    ends: ends.map((end) => ({ ...end, popularity: end.popularity / total })),
  };
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
    lastCatalogue = catalogueOf(items, exponent);
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

const kernel: Kernel = ({ cells, samples, months }, out, [c = 0, items = 0, exponent = 0, f = 0], step) => {
  const [stepC = 0, stepItems = 0, stepExponent = 0, stepF = 0] = step;
  const rows = step.some((n) => n !== 0) ? months : 0;
  for (let s = 0; s < samples; s++) {
    for (let t = 0; t <= rows; t++) {
      cells[out + t * samples + s] = catalogueOffloadOf(
        cells[c + t * stepC + s] as number,
        cells[items + t * stepItems + s] as number,
        cells[exponent + t * stepExponent + s] as number,
        cells[f + t * stepF + s] as number,
      );
    }
  }
};

export const catalogueFunctions: readonly Primitive[] = [
  call("catalogueOffload", 4, {
    shape: shapeOfAny,
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
