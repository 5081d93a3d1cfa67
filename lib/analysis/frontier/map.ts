import type { Steps } from "@/lib/analysis/steps";
import { type Domain, domainOf, placeIn, valueAt } from "@/lib/analysis/switching/domain";
import { type Standing, Standings } from "@/lib/analysis/switching/standings";
import type { UncertaintyRequest } from "@/lib/analysis/uncertainty/request";
import { type Architecture, architectures } from "@/lib/model/architectures";
import type { InputKey } from "@/lib/model/inputs";
import { z90 } from "@/lib/model/spread/quantile-function";

/** Points along each side at first, */
export const coarsePoints = 17;
/** and, after each step between them was halved three times where the leader changes, the points along each side there. */
export const finePoints = 129;
const coarseStep = (finePoints - 1) / (coarsePoints - 1);
/** Points between two pauses. */
const block = 16;

/** Who ranks first at a point: a place in the list of architectures, or one of these. */
export const nobodyEligible = 4;
export const noResult = 5;

/** One of the two inputs of a map. Plain data, to go from thread to thread. */
export interface MapAxis extends Omit<Domain, "at"> {
  /** The places, 0 to 1, of its value and of the ends between which it lies in eight cases of ten; null where no range says so. */
  readonly now: number;
  readonly range: readonly [number, number] | null;
}

/** A point that was worked out: its place in the lattice, and how the architectures stand there. */
export interface MapPoint {
  readonly i: number;
  readonly j: number;
  readonly x: number;
  readonly y: number;
  readonly standing: Standing | null;
}

/** Who ranks first over the domains of two inputs. */
export interface FrontierMap {
  readonly x: MapAxis;
  readonly y: MapAxis;
  /** Who ranks first at each point of the fine lattice, row by row from the low end of y: worked out, or that of the cell around it. */
  readonly leaders: Uint8Array;
  /** The points that were worked out. */
  readonly points: readonly MapPoint[];
}

/** The architecture of a leader's number; null where it is none. */
export function leaderOf(number: number): Architecture | null {
  return architectures[number] ?? null;
}

function numberOf(standing: Standing | null): number {
  if (standing === null) return noResult;
  return standing.leader === null ? nobodyEligible : architectures.indexOf(standing.leader);
}

function axisOf(domain: Domain): MapAxis {
  const { at, ...plain } = domain;
  const range = at && ([placeIn(domain, at(0.1, -z90)), placeIn(domain, at(0.9, z90))] as const);
  return { ...plain, now: placeIn(domain, domain.value), range };
}

type MapRequest = Omit<UncertaintyRequest, "drivers" | "trials" | "seed">;

/** The two domains of a map; null where one of them has no width. */
export function domainsOf(request: MapRequest, keys: readonly [InputKey, InputKey]): readonly [Domain, Domain] | null {
  const [x, y] = [domainOf(request, keys[0]), domainOf(request, keys[1])];
  return x === null || y === null || keys[0] === keys[1] ? null : [x, y];
}

/** Works out a lattice that is fine where the leader changes. */
class Lattice {
  private readonly known = new Map<number, MapPoint>();
  readonly leaders = new Uint8Array(finePoints * finePoints);

  constructor(
    private readonly domains: readonly [Domain, Domain],
    private readonly standingsAt: ReturnType<Standings["along"]>,
  ) {}

  get points(): MapPoint[] {
    return [...this.known.values()];
  }

  *work(places: Iterable<readonly [number, number]>): Steps<void> {
    const [x, y] = this.domains;
    const fresh = new Map<number, MapPoint>();
    for (const [i, j] of places) {
      if (this.known.has(j * finePoints + i)) continue;
      const point = { i, j, x: valueAt(x, i / (finePoints - 1)), y: valueAt(y, j / (finePoints - 1)), standing: null };
      fresh.set(j * finePoints + i, point);
    }
    const list = [...fresh];
    for (let from = 0; from < list.length; from += block) {
      const some = list.slice(from, from + block);
      const found = this.standingsAt(some.map(([, point]) => [point.x, point.y]));
      for (const [k, [place, point]] of some.entries()) {
        const standing = found[k] ?? null;
        this.known.set(place, { ...point, standing });
        this.leaders[place] = numberOf(standing);
      }
      yield;
    }
  }

  isMixed(i: number, j: number, size: number): boolean {
    const at = (di: number, dj: number) => this.leaders[(j + dj * size) * finePoints + i + di * size];
    return at(0, 0) !== at(1, 0) || at(0, 0) !== at(0, 1) || at(0, 0) !== at(1, 1);
  }

  /** Gives every point inside a cell the leader of its corners. */
  fill(i: number, j: number, size: number): void {
    const leader = this.leaders[j * finePoints + i] as number;
    for (let dj = 0; dj <= size; dj++) {
      for (let di = 0; di <= size; di++) {
        const place = (j + dj) * finePoints + i + di;
        if (!this.known.has(place)) this.leaders[place] = leader;
      }
    }
  }
}

type Cell = readonly [i: number, j: number];

function coarse(step: number): Cell[] {
  const along = Array.from({ length: (finePoints - 1) / step + 1 }, (_, k) => k * step);
  return along.flatMap((j) => along.map((i) => [i, j] as const));
}

/**
 * Who ranks first over two inputs, each over its domain (a decision table; the break-even frontier is where it changes): 17 x 17 points, then
 * cells whose corners differ are halved three times.
 *
 * @returns null where one of the two has nowhere to go
 */
export function* frontierMap(request: MapRequest, keys: readonly [InputKey, InputKey]): Steps<FrontierMap | null> {
  const domains = domainsOf(request, keys);
  if (domains === null) return null;
  const lattice = new Lattice(domains, new Standings(request.inputs, request.rows).along(keys));
  yield* lattice.work(coarse(coarseStep));
  let cells = coarse(coarseStep).filter(([i, j]) => i < finePoints - 1 && j < finePoints - 1);
  const even: (readonly [...Cell, number])[] = [];
  for (let size = coarseStep; ; size /= 2) {
    const mixed = cells.filter(([i, j]) => lattice.isMixed(i, j, size));
    for (const [i, j] of cells) if (!lattice.isMixed(i, j, size)) even.push([i, j, size]);
    if (size === 1) break;
    const half = size / 2;
    yield* lattice.work(mixed.flatMap(([i, j]) => halved(i, j, half)));
    cells = mixed.flatMap(([i, j]) => [
      [i, j],
      [i + half, j],
      [i, j + half],
      [i + half, j + half],
    ]);
  }
  for (const [i, j, size] of even) lattice.fill(i, j, size);
  const [x, y] = domains;
  return { x: axisOf(x), y: axisOf(y), leaders: lattice.leaders, points: lattice.points };
}

/** The nine points of a cell that is halved. */
function halved(i: number, j: number, half: number): Cell[] {
  return [0, 1, 2].flatMap((dj) => [0, 1, 2].map((di) => [i + di * half, j + dj * half] as const));
}
