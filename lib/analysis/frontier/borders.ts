import { type Architecture, architectures } from "@/lib/model/architectures";
import { contours, type Polyline } from "./contours";
import { type FrontierMap, finePoints, leaderOf, type MapPoint } from "./map";

/** A line along which the first place changes hands. */
export interface Border {
  /** Who ranks first on its two sides, in the order of the list; null where nobody can. */
  readonly between: readonly [Architecture | null, Architecture | null];
  readonly lines: readonly Polyline[];
}

/** Where on the way between two points both cost the same; half way where it is no cost that parts them. */
function drawLevel(from: MapPoint | undefined, to: MapPoint | undefined, a: number, b: number): number {
  const gapAt = ({ standing }: MapPoint) => {
    if (!standing?.eligible[a] || !standing.eligible[b]) return null;
    return (standing.netPresentCosts[a] as number) - (standing.netPresentCosts[b] as number);
  };
  const [one, other] = [from && gapAt(from), to && gapAt(to)];
  if (one === null || other === null || one === undefined || other === undefined || one === other) return 0.5;
  return Math.min(Math.max(one / (one - other), 0), 1);
}

/** All lines of a map along which the first place changes hands, the longest first. */
export function bordersOf({ leaders, points }: FrontierMap): Border[] {
  const known = new Map(points.map((point) => [point.j * finePoints + point.i, point]));
  const found = contours(finePoints, (from, to) => {
    const [a, b] = [leaders[from] as number, leaders[to] as number];
    if (a === b) return null;
    return { at: drawLevel(known.get(from), known.get(to), a, b), between: `${Math.min(a, b)} ${Math.max(a, b)}` };
  });
  return [...found]
    .map(([between, lines]): Border => {
      const [a, b] = between.split(" ").map((each) => leaderOf(Number(each)));
      return { between: [a ?? null, b ?? null], lines };
    })
    .filter(({ between: [a] }) => a !== null && architectures.includes(a))
    .sort((one, other) => length(other) - length(one));
}

const length = ({ lines }: Border) => lines.reduce((sum, line) => sum + line.length, 0);
