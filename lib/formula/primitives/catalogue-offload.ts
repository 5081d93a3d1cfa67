import type { Kernel, Primitive } from "../node";
import { dimensionless } from "../unit";
import { shapeOfAny } from "./elementwise";
import { call } from "./functions";
import { requireNumber } from "./unit-rules";

/**
 * The share of the delivery of one item that those who hold it carry for one another, at c concurrent users of whom a
 * share f contributes: (f·c − e^−(1−f)c + e^−c)/c. Near 0 the terms cancel, so a series takes over.
 */
export function swarmShare(c: number, f: number): number {
  if (c < 0.02) {
    // Σ over j ≥ 2 of (−1)^j (1 − (1−f)^j) c^(j−1)/j!
    let term = 1;
    let rest = 1 - f;
    let sum = 0;
    for (let j = 2; j <= 8; j++) {
      term *= -c / j;
      rest *= 1 - f;
      sum -= term * (1 - rest);
    }
    return sum;
  }
  return (f * c - Math.exp(-(1 - f) * c) + Math.exp(-c)) / c;
}

/** Items summed one by one; the rest of the catalogue by integration. */
const head = 256;
const panelWidth = 1.5;

interface Catalogue {
  readonly items: number;
  readonly exponent: number;
  /** Weights of the items that are summed one by one, normalised. */
  readonly weights: Float64Array;
  /** Beyond these: where the integral is sampled (the popularity there) and with what weight; and the two ends of Euler-Maclaurin. */
  readonly nodes: Float64Array;
  readonly nodeWeights: Float64Array;
  readonly ends: readonly { popularity: number; item: number; sign: 1 | -1 }[];
}

/** Nodes and weights of Gauss-Legendre on [−1, 1], by Newton's method on the Legendre polynomial. */
function gaussLegendre(n: number): { x: number; w: number }[] {
  return Array.from({ length: n }, (_, i) => {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let round = 0; round < 100; round++) {
      let [p0, p1] = [1, x];
      for (let k = 2; k <= n; k++) [p0, p1] = [p1, ((2 * k - 1) * x * p1 - (k - 1) * p0) / k];
      slope = (n * (x * p1 - p0)) / (x * x - 1);
      const step = p1 / slope;
      x -= step;
      if (Math.abs(step) < 1e-15) break;
    }
    return { x, w: 2 / ((1 - x * x) * slope * slope) };
  });
}
const gauss = gaussLegendre(16);

/**
 * Σ F(i) for i from the head's end to the last item, by Euler-Maclaurin: the integral (in panels over ln i), half of
 * both ends, and the first two corrections. With the head at 256 what is left is below 1e−13 of the sum.
 */
function catalogueOf(items: number, exponent: number): Catalogue {
  const popularityOf = (i: number) => i ** -exponent;
  const exact = Math.min(items, items > 2 * head ? head : items);
  const weights = Float64Array.from({ length: exact }, (_, i) => popularityOf(i + 1));
  const nodes: number[] = [];
  const nodeWeights: number[] = [];
  const ends: Catalogue["ends"] =
    items > exact
      ? [
          { popularity: popularityOf(exact), item: exact, sign: -1 },
          { popularity: popularityOf(items), item: items, sign: 1 },
        ]
      : [];
  if (items > exact) {
    const span = Math.log(items / exact);
    const panels = Math.ceil(span / panelWidth);
    const half = span / panels / 2;
    for (let panel = 0; panel < panels; panel++) {
      for (const { x, w } of gauss) {
        const i = exact * Math.exp((2 * panel + 1 + x) * half);
        nodes.push(popularityOf(i));
        nodeWeights.push(w * half * i);
      }
    }
  }
  const draft = {
    items,
    exponent,
    weights,
    nodes: Float64Array.from(nodes),
    nodeWeights: Float64Array.from(nodeWeights),
    ends,
  };
  const total = weightedSum(
    draft,
    () => 1,
    () => 0,
  );
  return {
    ...draft,
    weights: weights.map((w) => w / total),
    nodes: draft.nodes.map((w) => w / total),
    ends: ends.map((end) => ({ ...end, popularity: end.popularity / total })),
  };
}

/** Σ w_i·g(w_i) over the catalogue; `slope` is g′, for the corrections at the ends. */
function weightedSum(
  { weights, nodes, nodeWeights, ends, exponent }: Catalogue,
  g: (w: number) => number,
  slope: (w: number) => number,
): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += (weights[i] as number) * g(weights[i] as number);
  for (let i = 0; i < nodes.length; i++)
    sum += (nodeWeights[i] as number) * (nodes[i] as number) * g(nodes[i] as number);
  for (const { popularity: w, item, sign } of ends) {
    const value = w * g(w);
    // The first item after the head is head + 1, so the lower end counts minus a half.
    sum += (sign * value) / 2;
    // F = w·g(w), w = i^−s: F′ = −s/i·(F + w²g′). F‴ is taken as of the power law that F is locally.
    const first = (-exponent / item) * (value + w * w * slope(w));
    const local = value === 0 ? 0 : (-first * item) / value;
    const third = (-value * local * (local + 1) * (local + 2)) / item ** 3;
    sum += sign * (first / 12 - third / 720);
  }
  return sum;
}

let lastCatalogue: Catalogue | undefined;

/**
 * The share of all delivery that is carried by users, over a catalogue whose items are fetched with Zipf's popularity.
 *
 * @param concurrent users who take delivery at once
 * @param contributing share f of them who upload, 0 to 1
 */
export function catalogueOffloadOf(concurrent: number, items: number, exponent: number, contributing: number): number {
  if (lastCatalogue?.items !== items || lastCatalogue.exponent !== exponent)
    lastCatalogue = catalogueOf(items, exponent);
  const f = contributing;
  const g = (w: number) => swarmShare(concurrent * w, f);
  const slope = (w: number) => {
    const c = concurrent * w;
    if (c < 1e-8) return (concurrent * (1 - (1 - f) ** 2)) / 2;
    // From c·g = f·c − e^−(1−f)c + e^−c: g′ = (f + (1−f)e^−(1−f)c − e^−c − g)/c.
    return (concurrent * (f + (1 - f) * Math.exp(-(1 - f) * c) - Math.exp(-c) - swarmShare(c, f))) / c;
  };
  return weightedSum(lastCatalogue, g, slope);
}

const kernel: Kernel = ({ cells, samples, months }, out, at, step) => {
  const value = (i: number, t: number, s: number) => cells[(at[i] as number) + t * (step[i] as number) + s] as number;
  const rows = step.some((n) => n !== 0) ? months : 0;
  for (let s = 0; s < samples; s++) {
    for (let t = 0; t <= rows; t++) {
      cells[out + t * samples + s] = catalogueOffloadOf(value(0, t, s), value(1, t, s), value(2, t, s), value(3, t, s));
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
    print: ([c, items, exponent, f]) => `Σ over i = 1..${items} of w_i × g(${c} × w_i; ${f}), w_i ∝ i^−${exponent}`,
  }),
];
