import { exp } from "../../../math/exp";
import { gaussLegendre } from "../../../math/gauss-legendre";
import { log } from "../../../math/log";
import { type CatalogueEnd, endTerms } from "./ends";
import { head, mostPlaces, type Places, restFrom } from "./swarm-sums";

/** Of a panel, in ln c: the steeper the popularity, the shorter the panel in ln i. */
export const panelWidth = 2.5;
const gauss = gaussLegendre(16);
export const nodes = gauss.length;
export const gaussX = Float64Array.from(gauss, ({ x }) => x);
export const gaussW = Float64Array.from(gauss, ({ w }) => w);
/** Catalogues of no more items are summed one by one. */
export const mostWhole = 2 * head;
/** The logarithms of the items that may be. */
export const logarithms = Float64Array.from({ length: mostWhole }, (_, i) => log(i + 1));
export const headEnd = logarithms[head - 1] as number;

/** Where to look at a catalogue. */
export interface Catalogue {
  readonly items: number;
  readonly exponent: number;
  /** Of its first items, of both ends of the integral over the rest, half of each, and of where that is sampled. */
  readonly places: Places;
  readonly count: number;
  /** The ends again, each by its number of items, and where the integral is sampled. */
  readonly byItems: Places;
  readonly rest: Places;
  readonly ends: readonly CatalogueEnd[];
}

/** Looks at a catalogue's first items, and at the nodes of panels over ln i for the rest. */
export function catalogueOf(items: number, exponent: number): Catalogue {
  const isWhole = items <= mostWhole;
  const exact = isWhole ? items : head;
  const span = isWhole ? 0 : log(items / head);
  const panels = Math.ceil((span * Math.max(1, exponent)) / panelWidth);
  const from = isWhole ? exact : restFrom;
  const count = from + panels * nodes;
  if (count > mostPlaces) throw new Error(`a catalogue of ${items} items is not foreseen`);
  const [popularity, weight] = [new Float64Array(count), new Float64Array(count)];
  for (let i = 0; i < exact; i++) {
    popularity[i] = -exponent * (logarithms[i] as number);
    weight[i] = 0;
  }
  if (!isWhole) {
    popularity[head] = -exponent * headEnd;
    popularity[head + 1] = -exponent * (headEnd + span);
  }
  const half = span / panels / 2;
  let at = from;
  for (let panel = 0; panel < panels; panel++) {
    for (let node = 0; node < nodes; node++) {
      const beyond = (2 * panel + 1 + (gaussX[node] as number)) * half;
      popularity[at] = -exponent * (headEnd + beyond);
      weight[at] = beyond;
      at++;
    }
  }
  for (let i = 0; i < count; i++) {
    popularity[i] = exp(popularity[i] as number);
    weight[i] = exp(weight[i] as number);
  }
  let total = 0;
  for (let i = 0; i < exact; i++) total += popularity[i] as number;
  for (let i = from, node = 0; i < count; i++, node = node + 1 === nodes ? 0 : node + 1) {
    weight[i] = (gaussW[node] as number) * half * head * (weight[i] as number);
    total += (popularity[i] as number) * (weight[i] as number);
  }
  // The first item after the head is head + 1, so the lower end counts minus a half.
  const ends = (isWhole ? [] : [head, items]).map((item, place) => ({
    popularity: popularity[head + place] as number,
    terms: endTerms(exponent, item),
    sign: (place === 0 ? -1 : 1) as 1 | -1,
  }));
  // Of the sum of the popularities themselves every (c·d/dc)^n is w.
  for (const { popularity: w, terms, sign } of ends) total += sign * w * (1 / 2 + terms.linear);
  for (const [place, { sign }] of ends.entries()) weight[head + place] = sign / 2;
  for (let i = 0; i < count; i++) popularity[i] = (popularity[i] as number) / total;
  return {
    ...{ items, exponent, count },
    places: { popularity, weight },
    byItems: { popularity: popularity.subarray(head, restFrom), weight: Float64Array.of(-head, items) },
    rest: { popularity: popularity.subarray(restFrom), weight: weight.subarray(restFrom) },
    ends: ends.map((end) => ({ ...end, popularity: end.popularity / total })),
  };
}

/** The catalogues of late: both sums of a trial, and of each in a block, ask for the same ones. */
const lately: Catalogue[] = [];
const remembered = 16;

export function catalogueFor(items: number, exponent: number): Catalogue {
  const known = lately.find((each) => each.items === items && each.exponent === exponent);
  if (known) return known;
  const made = catalogueOf(items, exponent);
  lately.unshift(made);
  lately.length = Math.min(lately.length, remembered);
  return made;
}
