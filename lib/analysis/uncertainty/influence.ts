import { replicateSize } from "@/lib/math/hypercube";
import { ascendingInBuckets } from "@/lib/math/sort";
import { type DriverKey, driverKeys } from "@/lib/model/ranges/drivers";
import type { Steps } from "../steps";
import type { Influence, UncertaintyDocument } from "./document";
import { firstOrder } from "./first-order";
import { choiceColumns, type Fit, type FitColumns, leastSquares } from "./fit";
import { type DrawnFigure, type Plan, valuesOf } from "./plan";
import { type Estimate, type Kept, mean, squares } from "./sample";
import { splineColumns } from "./spline";
import { type WorthRooms, worthOfKnowing, worthRooms } from "./worth";

/** What is asked of each input: how far it moves these. */
export interface Targets {
  /** The comparison of the first with its rival, ranked. */
  readonly difference: Float64Array;
  /** 1 where the first ranks first, else 0. */
  readonly isFirst: Float64Array;
  /** The cost of each other choice in question less that of the best on the whole, in the order of the list. */
  readonly others: readonly Float64Array[];
}

/** Arrays of a value for each trial, in which what is asked of one figure after the other is worked out. */
class Rooms {
  readonly partOf: Uint16Array;
  readonly order: Uint32Array<ArrayBuffer>;
  readonly worth: WorthRooms;
  private readonly draws: Float64Array[] = [];

  constructor(private readonly count: number) {
    this.partOf = new Uint16Array(count);
    this.order = new Uint32Array(count);
    this.worth = worthRooms(count);
  }

  /** Of a group's member, by its place: its draws stay until the group is done. */
  drawsOf(place: number): Float64Array {
    const draws = this.draws[place] ?? new Float64Array(this.count);
    this.draws[place] = draws;
    return draws;
  }
}

interface Drawn {
  /** The kept trials in the order of the figure's draws. */
  readonly order: Uint32Array;
  readonly columns: FitColumns;
}

/** By so many equal parts at most, which 16 bits tell apart, are draws between 0 and 1 put in order. */
const mostParts = 65_536;

/** The draws of a figure in the kept trials. @param z filled in with them */
function drawnIn(
  plan: Plan,
  figure: DrawnFigure,
  trial: Uint32Array,
  { count, bounds }: Kept,
  { partOf, order }: Rooms,
  z: Float64Array,
): Drawn {
  const parts = Math.min(count, mostParts);
  const choices = figure.kind === "choices" ? new Float64Array(count) : null;
  for (let r = 0; r + 1 < bounds.length; r++) {
    const draws = plan.passingDraws(figure, r);
    const values = choices && valuesOf(figure, draws);
    for (let k = bounds[r] as number; k < (bounds[r + 1] as number); k++) {
      const j = (trial[k] as number) - r * replicateSize;
      z[k] = draws.z[j] as number;
      partOf[k] = (draws.u[j] as number) * parts;
      if (choices && values) choices[k] = values[j] as number;
    }
  }
  return {
    order: ascendingInBuckets(z, partOf, parts, order),
    columns: choices ? choiceColumns(choices) : splineColumns(z),
  };
}

/** The share of variance that a fit of several columns explains, with the noise of so many taken out. */
function explainedShare(y: Float64Array, residual: number): number {
  const all = squares(y, mean(y));
  return all === 0 ? 0 : 1 - (residual * (y.length - 1)) / all;
}

type Raw = Influence & { readonly columns: FitColumns };

function ofInput({ order, columns }: Drawn, targets: Targets, kept: Kept, { worth }: Rooms): Raw {
  const { difference, isFirst, others } = targets;
  const fits = leastSquares([columns], others);
  const { value, standardError } = worthOfKnowing(kept, others, fits, columns.count, worth);
  return {
    firstOrder: firstOrder(order, difference),
    firstPlace: firstOrder(order, isFirst),
    evppi: value,
    standardError,
    columns,
  };
}

function ofGroup(members: readonly Raw[], targets: Targets, kept: Kept, { worth }: Rooms): Influence {
  const { difference, isFirst, others } = targets;
  const of = members.map(({ columns }) => columns);
  const [ofDifference, ofFirst, ...fits] = leastSquares(of, [difference, isFirst, ...others]) as [Fit, Fit, ...Fit[]];
  const own: Estimate = worthOfKnowing(
    kept,
    others,
    fits,
    of.reduce((sum, { count }) => sum + count, 0),
    worth,
  );
  const { evppi, standardError } = members.reduce((best, member) => (member.evppi > best.evppi ? member : best), {
    evppi: own.value,
    standardError: own.standardError,
  });
  return {
    firstOrder: explainedShare(difference, ofDifference.residual),
    firstPlace: explainedShare(isFirst, ofFirst.residual),
    evppi,
    standardError,
  };
}

/** As the document has it: noise below 0 is 0. */
function shown({ firstOrder, firstPlace, evppi, standardError }: Influence): Influence {
  return { firstOrder: Math.max(0, firstOrder), firstPlace: Math.max(0, firstPlace), evppi, standardError };
}

/** The drivers that move two drawn figures or more, in the order in which they are declared. */
function groupsOf({ drawn, strengths }: Plan): Map<DriverKey, readonly DrawnFigure[]> {
  return new Map(
    driverKeys
      .filter((key) => strengths[key] !== "none")
      .map((key) => [key, drawn.filter(({ driver }) => driver?.key === key)] as const)
      .filter(([, members]) => members.length > 1),
  );
}

/** What moves the comparison, what decides the first place, and what it is worth to know each (uncertainty.md section 17). */
export function* influences(
  plan: Plan,
  targets: Targets,
  kept: Kept,
  trial: Uint32Array,
): Steps<Pick<UncertaintyDocument, "inputs" | "groups" | "together">> {
  const groups = groupsOf(plan);
  const found = new Map<DrawnFigure, Influence>();
  let alone = 0;
  const rooms = new Rooms(kept.count);
  const find = (figure: DrawnFigure, place = 0): Raw => {
    const raw = ofInput(drawnIn(plan, figure, trial, kept, rooms, rooms.drawsOf(place)), targets, kept, rooms);
    const { firstOrder, firstPlace, evppi, standardError } = raw;
    found.set(figure, shown({ firstOrder, firstPlace, evppi, standardError }));
    return raw;
  };
  const members = new Set([...groups.values()].flat());
  for (const figure of plan.drawn) {
    if (members.has(figure)) continue;
    alone += find(figure).firstOrder;
    yield;
  }
  const ofGroups: UncertaintyDocument["groups"][number][] = [];
  // One group after the other: draws are kept only until its last member is there.
  for (const [driver, figures] of groups) {
    const raws: Raw[] = [];
    for (const [place, figure] of figures.entries()) {
      raws.push(find(figure, place));
      yield;
    }
    const influence = ofGroup(raws, targets, kept, rooms);
    alone += influence.firstOrder;
    ofGroups.push({ driver, members: figures.map(({ key }) => key), ...shown(influence) });
    yield;
  }
  const varies = squares(targets.difference, mean(targets.difference)) > 0;
  return {
    inputs: plan.drawn.map((figure) => ({ key: figure.key, ...(found.get(figure) as Influence) })),
    groups: ofGroups,
    together: varies ? Math.max(0, 1 - alone) : 0,
  };
}
