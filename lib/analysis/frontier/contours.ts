// Lines through a lattice, in places from 0 to 1.

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Places that follow one another. */
export type Polyline = readonly Place[];
type Segment = readonly [Place, Place];

const nameOf = ({ x, y }: Place) => `${x.toFixed(6)} ${y.toFixed(6)}`;

/** Joins segments that share an end into lines. */
export function joined(segments: readonly Segment[]): Polyline[] {
  const ends = new Map<string, Set<number>>();
  const touch = (place: Place, k: number) => {
    const name = nameOf(place);
    ends.set(name, (ends.get(name) ?? new Set()).add(k));
  };
  for (const [k, [a, b]] of segments.entries()) {
    touch(a, k);
    touch(b, k);
  }
  const isUsed = new Set<number>();
  const goOn = (line: Place[]): void => {
    for (;;) {
      const last = line.at(-1) as Place;
      const next = [...(ends.get(nameOf(last)) ?? [])].find((k) => !isUsed.has(k));
      if (next === undefined) return;
      isUsed.add(next);
      const [a, b] = segments[next] as Segment;
      line.push(nameOf(a) === nameOf(last) ? b : a);
    }
  };
  return segments.flatMap(([a, b], k) => {
    if (isUsed.has(k)) return [];
    isUsed.add(k);
    const line = [a, b];
    goOn(line);
    line.reverse();
    goOn(line);
    return [line];
  });
}

interface Crossed {
  readonly place: Place;
  readonly between: string;
}

/**
 * Lines between points that differ, by marching squares: in each cell a line through the sides along which they differ; where more than two do,
 * all of them meet in the middle.
 *
 * @param n points along a side
 * @param crossing where along a side, 0 to 1, two points are parted, and what parts them; null where nothing does
 */
export function contours(
  n: number,
  crossing: (from: number, to: number) => { readonly at: number; readonly between: string } | null,
): Map<string, Polyline[]> {
  const segments = new Map<string, Segment[]>();
  const add = (between: string, segment: Segment) => {
    segments.set(between, [...(segments.get(between) ?? []), segment]);
  };
  const placeOf = (k: number, to: number, at: number): Place => {
    const [i, j] = [k % n, Math.floor(k / n)];
    const [di, dj] = [(to % n) - i, Math.floor(to / n) - j];
    return { x: (i + at * di) / (n - 1), y: (j + at * dj) / (n - 1) };
  };
  for (let j = 0; j < n - 1; j++) {
    for (let i = 0; i < n - 1; i++) {
      const k = j * n + i;
      const sides = [
        [k, k + 1],
        [k + 1, k + 1 + n],
        [k + n, k + n + 1],
        [k, k + n],
      ] as const;
      const crossed = sides.flatMap(([from, to]): Crossed[] => {
        const found = crossing(from, to);
        return found === null ? [] : [{ place: placeOf(from, to, found.at), between: found.between }];
      });
      const [one, other] = crossed;
      if (one === undefined || other === undefined) continue;
      if (crossed.length === 2 && one.between === other.between) add(one.between, [one.place, other.place]);
      else {
        const middle = { x: (i + 0.5) / (n - 1), y: (j + 0.5) / (n - 1) };
        for (const { place, between } of crossed) add(between, [place, middle]);
      }
    }
  }
  return new Map([...segments].map(([between, list]) => [between, joined(list)]));
}

/** The lines along which a figure has a level, between points that have one. @param values row by row */
export function levelLines(values: ArrayLike<number>, n: number, level: number): Polyline[] {
  const found = contours(n, (from, to) => {
    const [a, b] = [(values[from] as number) - level, (values[to] as number) - level];
    return a < 0 === b < 0 ? null : { at: a / (a - b), between: "" };
  });
  return found.get("") ?? [];
}
