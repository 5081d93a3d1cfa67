import { gaussLegendre } from "../../math/gauss-legendre";
import { log } from "../../math/log";
import { pow } from "../../math/pow";
import { type CatalogueEnd, endTerms } from "./catalogue-ends";
import { type CatalogueRoom, head, restFrom, type SwarmSums } from "./swarm-sums";

/** Of a panel, in ln c: the steeper the popularity, the shorter the panel in ln i. */
const panelWidth = 2.5;
const gauss = gaussLegendre(16);
const nodes = gauss.length;
const gaussX = Float64Array.from(gauss, ({ x }) => x);
const gaussW = Float64Array.from(gauss, ({ w }) => w);

/** Where to look at a catalogue. */
export interface Catalogue {
  readonly items: number;
  readonly exponent: number;
  /** Of its first items, of where the integral over the rest is sampled, and of half of each of its ends. */
  readonly room: CatalogueRoom;
  readonly count: number;
  /** Where the integral begins and ends. */
  readonly ends: readonly CatalogueEnd[];
}

/** Catalogues of no more items are summed one by one. */
export const mostWhole = 2 * head;
/** The logarithms of the items that may be summed one by one. */
const logarithms = Float64Array.from({ length: mostWhole }, (_, i) => log(i + 1));

/** Looks at a catalogue's first items, and at the nodes of panels over ln i for the rest. */
export function catalogueOf(items: number, exponent: number, room: CatalogueRoom, sums: SwarmSums): Catalogue {
  const { popularity, weight, ends: byItems } = room;
  const exact = items > mostWhole ? head : items;
  const isWhole = exact === items;
  const span = isWhole ? 0 : log(items / exact);
  const panels = Math.ceil((span * Math.max(1, exponent)) / panelWidth);
  const rest = isWhole ? exact : restFrom;
  const count = rest + panels * nodes;
  if (count > popularity.length) throw new Error(`a catalogue of ${items} items is not foreseen`);
  for (let i = 0; i < exact; i++) {
    popularity[i] = -exponent * (logarithms[i] as number);
    weight[i] = 0;
  }
  const half = span / panels / 2;
  let at = rest;
  const begin = logarithms[exact - 1] as number;
  for (let panel = 0; panel < panels; panel++) {
    for (let node = 0; node < nodes; node++) {
      const beyond = (2 * panel + 1 + (gaussX[node] as number)) * half;
      popularity[at] = -exponent * (begin + beyond);
      weight[at] = beyond;
      at++;
    }
  }
  sums.raise(popularity, count);
  sums.raise(weight, count);
  let total = 0;
  for (let i = 0; i < exact; i++) total += (popularity[i] as number) * (weight[i] as number);
  for (let i = rest, node = 0; i < count; i++, node = node + 1 === nodes ? 0 : node + 1) {
    weight[i] = (gaussW[node] as number) * half * exact * (weight[i] as number);
    total += (popularity[i] as number) * (weight[i] as number);
  }
  // The first item after the head is head + 1, so the lower end counts minus a half.
  const ends = (isWhole ? [] : [exact, items]).map((item, place) => ({
    popularity: pow(item, -exponent),
    terms: endTerms(exponent, item),
    sign: (place === 0 ? -1 : 1) as 1 | -1,
  }));
  // Of the sum of the popularities themselves every (c·d/dc)^n is w.
  for (const { popularity: w, terms, sign } of ends) total += sign * w * (1 / 2 + terms.linear);
  for (const [place, end] of ends.entries()) {
    popularity[exact + place] = end.popularity;
    weight[exact + place] = end.sign / 2;
    byItems.weight[place] = end.sign * (place === 0 ? exact : items);
  }
  for (let i = 0; i < count; i++) popularity[i] = (popularity[i] as number) / total;
  return {
    ...{ items, exponent, room, count },
    ends: ends.map((end) => ({ ...end, popularity: end.popularity / total })),
  };
}

/** The catalogues of late, in the rooms of their sums: both sums of a trial, and of each in a block, ask for the same ones. */
const lately = new WeakMap<CatalogueRoom, Catalogue>();

export function catalogueFor(items: number, exponent: number, sums: SwarmSums): Catalogue {
  for (const room of sums.rooms) {
    const known = lately.get(room);
    if (known?.items === items && known.exponent === exponent) return known;
  }
  const room = sums.rooms[sums.oldest] as CatalogueRoom;
  sums.oldest = (sums.oldest + 1) % sums.rooms.length;
  const made = catalogueOf(items, exponent, room, sums);
  lately.set(room, made);
  return made;
}
