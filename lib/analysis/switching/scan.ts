import type { Steps } from "@/lib/analysis/steps";
import type { Architecture } from "@/lib/model/architectures";
import { type Domain, placeIn, valueAt } from "./domain";
import type { Standing, StandingsAt } from "./standings";

/** An input tried over its domain. */
export interface Scan {
  readonly domain: Domain;
  /** Ascending. */
  readonly points: readonly { readonly x: number; readonly standing: Standing | null }[];
  readonly at: (x: number) => Standing | null;
}

/** Where an architecture ranks first, both ends included. */
export interface FirstPlace {
  readonly from: number;
  readonly to: number;
}

/** Points evenly on the scale: so many that each interval wider than a 64th of the domain holds one. */
const evenly = 65;
/** Without a range a domain may span a billion: so many doublings and halvings of the present value are tried beside. */
const doublings = 12;
/** Points between two pauses. */
const block = 16;

function pointsOf(domain: Domain): number[] {
  const { low, high, value, isWhole, at } = domain;
  const chosen = Array.from({ length: evenly }, (_, i) => valueAt(domain, i / (evenly - 1)));
  chosen.push(value);
  if (isWhole) chosen.push(value - 1, value + 1);
  if (at === null) {
    for (let [k, factor] = [1, 2]; k <= doublings; k++, factor *= 2) {
      const two = [value / factor, value * factor];
      chosen.push(...(isWhole ? two.map((x) => Math.floor(x + 0.5)) : two));
    }
  }
  return [...new Set(chosen)].filter((x) => x >= low && x <= high).sort((a, b) => a - b);
}

/** Tries an input at all points of its domain. */
export function* scan(domain: Domain, standingsAt: StandingsAt): Steps<Scan> {
  const xs = pointsOf(domain);
  const known = new Map<number, Standing | null>();
  for (let i = 0; i < xs.length; i += block) {
    const some = xs.slice(i, i + block);
    const found = standingsAt(some.map((x) => [x]));
    for (const [k, x] of some.entries()) known.set(x, found[k] ?? null);
    yield;
  }
  const at = (x: number): Standing | null => {
    if (!known.has(x)) known.set(x, standingsAt([[x]])[0] ?? null);
    return known.get(x) ?? null;
  };
  return { domain, points: xs.map((x) => ({ x, standing: at(x) })), at };
}

/** How near the ends of an interval are: to this share of the domain, and to this share of the value where that is nearer, */
const ofDomain = 1e-6;
export const ofValue = 1e-4;
/** but no nearer to zero than this share of the domain. */
const leastOfDomain = 1e-12;

function isNear(domain: Domain, a: number, b: number): boolean {
  const [low, high] = a < b ? [a, b] : [b, a];
  if (domain.isWhole) return high - low <= 1;
  const apart = placeIn(domain, high) - placeIn(domain, low);
  if (apart > ofDomain) return false;
  return apart <= leastOfDomain || high - low <= ofValue * Math.max(Math.abs(low), Math.abs(high));
}

function halfWay({ isLog, isWhole }: Domain, a: number, b: number): number {
  const half = isLog ? Math.sqrt(a * b) : (a + b) / 2;
  return isWhole ? Math.floor(half) : half;
}

/** The last value at which one ranks first, between one at which it does and one at which it does not. */
function edge({ domain, at }: Scan, a: Architecture, inside: number, outside: number): number {
  let [is, isNot] = [inside, outside];
  while (!isNear(domain, is, isNot)) {
    const half = halfWay(domain, is, isNot);
    if (half === is || half === isNot) break;
    if (at(half)?.leader === a) is = half;
    else isNot = half;
  }
  return is;
}

/** All intervals of the domain in which an architecture ranks first, ascending. */
export function* firstPlaces(scanned: Scan, a: Architecture): Steps<FirstPlace[]> {
  const { points } = scanned;
  const found: FirstPlace[] = [];
  for (let i = 0; i < points.length; i++) {
    if (points[i]?.standing?.leader !== a) continue;
    const first = i;
    while (points[i + 1]?.standing?.leader === a) i++;
    const [before, after] = [points[first - 1], points[i + 1]];
    const [from, to] = [points[first]?.x as number, points[i]?.x as number];
    found.push({
      from: before === undefined ? from : edge(scanned, a, from, before.x),
      to: after === undefined ? to : edge(scanned, a, to, after.x),
    });
    yield;
  }
  return found;
}
