import { finePoints } from "@/lib/analysis/frontier/map";
import type { MapArea } from "./description";

type Box = MapArea["boxes"][number];

const steps = finePoints - 1;
/** A point stands for all that is nearer to it than to its neighbours. */
const edge = (k: number) => Math.min(Math.max((k - 0.5) / steps, 0), 1);

interface Run {
  readonly leader: number;
  readonly from: number;
  readonly to: number;
}

function runsOf(leaders: Uint8Array, j: number): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < finePoints; i++) {
    const from = i;
    const leader = leaders[j * finePoints + i] as number;
    while (i + 1 < finePoints && leaders[j * finePoints + i + 1] === leader) i++;
    runs.push({ leader, from, to: i + 1 });
  }
  return runs;
}

/** The lattice of a map as few boxes, by who ranks first: runs along its rows, joined where rows are alike. */
export function boxesByLeader(leaders: Uint8Array): Map<number, Box[]> {
  const boxes = new Map<number, Box[]>();
  for (let j = 0; j < finePoints; j++) {
    const runs = runsOf(leaders, j);
    const words = JSON.stringify(runs);
    const first = j;
    while (j + 1 < finePoints && JSON.stringify(runsOf(leaders, j + 1)) === words) j++;
    for (const { leader, from, to } of runs) {
      const [x, y] = [edge(from), edge(first)];
      const box = { x, y, width: edge(to) - x, height: edge(j + 1) - y };
      boxes.set(leader, [...(boxes.get(leader) ?? []), box]);
    }
  }
  return boxes;
}
