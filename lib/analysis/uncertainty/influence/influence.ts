import { replicateSize } from "@/lib/math/hypercube";
import { ascendingInBuckets } from "@/lib/math/sort";
import { type DriverKey, driverKeys } from "@/lib/model/ranges/drivers";
import type { Steps } from "../../steps";
import type { Influence, UncertaintyDocument } from "../document";
import { type DrawnFigure, type Plan, valuesOf } from "../plan";
import type { Estimate, Kept } from "../sample";
import { type Figure, fewTrials, type PickedFigure } from "./figure";
import { firstOrder } from "./first-order";
import { ChoiceColumns, choicesIn, type Fit, type FitColumns, leastSquares } from "./fit";
import { SplineColumns } from "./spline";
import { worthOfKnowing } from "./worth";

/** What is asked of each input: how far it moves these. */
export interface Targets {
  /** The comparison of the first with its rival, ranked. */
  readonly difference: PickedFigure;
  /** 1 where the first ranks first, else 0. */
  readonly isFirst: PickedFigure;
  /** The cost of each other choice in question less that of the best on the whole, in the order of the list. */
  readonly others: readonly Figure[];
}

/** What is drawn in which trials. */
interface Trials {
  readonly plan: Plan;
  /** Of each kept trial, its place among all. */
  readonly trial: Uint32Array;
  readonly kept: Kept;
}

interface Drawn {
  /** The kept trials in the order of the figure's draws. */
  readonly order: Uint32Array;
  readonly columns: FitColumns;
  /** The values drawn, where they are few. */
  readonly choices: readonly number[] | null;
}

/** By so many equal parts at most, which 16 bits tell apart, are draws between 0 and 1 put in order. */
const mostParts = 65_536;

/** Arrays of a value for each trial, in which what is asked of one figure after the other is worked out. */
class Rooms {
  readonly saved: Float64Array;
  private readonly z: Float64Array;
  private readonly partOf: Uint16Array;
  private readonly order: Uint32Array<ArrayBuffer>;
  /** Where a figure is one of a few choices. */
  private values: Float64Array | undefined;

  constructor(private readonly count: number) {
    this.saved = new Float64Array(count);
    this.z = new Float64Array(count);
    this.partOf = new Uint16Array(count);
    this.order = new Uint32Array(count);
  }

  /** The draws of a figure in the kept trials; they lie where those of the next will lie. */
  drawnIn({ plan, trial, kept }: Trials, figure: DrawnFigure): Drawn {
    const { z, partOf } = this;
    const { count, bounds } = kept;
    const parts = Math.min(count, mostParts);
    if (figure.kind === "choices") this.values ??= new Float64Array(this.count);
    const chosen = figure.kind === "choices" ? this.values : undefined;
    for (let r = 0; r + 1 < bounds.length; r++) {
      const draws = plan.passingDraws(figure, r);
      const values = chosen && valuesOf(figure, draws);
      for (let k = bounds[r] as number; k < (bounds[r + 1] as number); k++) {
        const j = (trial[k] as number) - r * replicateSize;
        z[k] = draws.z[j] as number;
        partOf[k] = (draws.u[j] as number) * parts;
        if (chosen && values) chosen[k] = values[j] as number;
      }
    }
    const choices = chosen ? choicesIn(chosen) : null;
    return {
      order: ascendingInBuckets(z, partOf, parts, this.order),
      columns: chosen && choices ? new ChoiceColumns(chosen, choices) : new SplineColumns(z),
      choices,
    };
  }
}

/** The same columns with draws made anew, a replicate at a time: for fits in which others lie beside them. */
class ColumnsAnew implements FitColumns {
  readonly count: number;
  private readonly drawn = new Float64Array(replicateSize);
  /** The replicate whose draws these are. */
  private known = -1;
  private readonly some = new Float64Array(fewTrials);
  private readonly columns: FitColumns;

  constructor(
    private readonly trials: Trials,
    private readonly figure: DrawnFigure,
    private readonly choices: Drawn["choices"],
  ) {
    this.columns = choices ? new ChoiceColumns(this.some, choices) : new SplineColumns(this.some);
    this.count = this.columns.count;
  }

  private draw(r: number): void {
    if (r === this.known) return;
    const draws = this.trials.plan.passingDraws(this.figure, r);
    if (this.choices) this.figure.at(draws.u, draws.z, this.drawn);
    else this.drawn.set(draws.z);
    this.known = r;
  }

  fill(from: number, to: number, cells: Float64Array, at: number, step: number): void {
    const { trial, kept } = this.trials;
    const { drawn, some } = this;
    for (let i = from; i < to; ) {
      const r = Math.floor((trial[i] as number) / replicateSize);
      this.draw(r);
      const end = Math.min(to, kept.bounds[r + 1] as number);
      for (; i < end; i++) some[i - from] = drawn[(trial[i] as number) - r * replicateSize] as number;
    }
    this.columns.fill(0, to - from, cells, at, step);
  }
}

/** The share of variance that a fit of several columns explains, with the noise of so many taken out. */
function explainedShare({ squares: all, length }: PickedFigure, residual: number): number {
  return all === 0 ? 0 : 1 - (residual * (length - 1)) / all;
}

type Raw = Influence & { readonly columns: FitColumns };

function ofInput(trials: Trials, figure: DrawnFigure, targets: Targets, rooms: Rooms): Raw {
  const { difference, isFirst, others } = targets;
  const { order, columns, choices } = rooms.drawnIn(trials, figure);
  const fits = leastSquares([columns], others);
  const { value, standardError } = worthOfKnowing(trials.kept, others, fits, columns.count, rooms.saved);
  return {
    firstOrder: firstOrder(order, difference),
    firstPlace: firstOrder(order, isFirst),
    evppi: value,
    standardError,
    columns: new ColumnsAnew(trials, figure, choices),
  };
}

function ofGroup({ kept }: Trials, members: readonly Raw[], targets: Targets, { saved }: Rooms): Influence {
  const { difference, isFirst, others } = targets;
  const of = members.map(({ columns }) => columns);
  const [ofDifference, ofFirst, ...fits] = leastSquares(of, [difference, isFirst, ...others]) as [Fit, Fit, ...Fit[]];
  const own: Estimate = worthOfKnowing(
    kept,
    others,
    fits,
    of.reduce((sum, { count }) => sum + count, 0),
    saved,
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
  trials: Trials,
  targets: Targets,
): Steps<Pick<UncertaintyDocument, "inputs" | "groups" | "together">> {
  const { plan, kept } = trials;
  const groups = groupsOf(plan);
  const found = new Map<DrawnFigure, Influence>();
  let alone = 0;
  const rooms = new Rooms(kept.count);
  const find = (figure: DrawnFigure): Raw => {
    const raw = ofInput(trials, figure, targets, rooms);
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
  for (const [driver, figures] of groups) {
    const raws: Raw[] = [];
    for (const figure of figures) {
      raws.push(find(figure));
      yield;
    }
    const influence = ofGroup(trials, raws, targets, rooms);
    alone += influence.firstOrder;
    ofGroups.push({ driver, members: figures.map(({ key }) => key), ...shown(influence) });
    yield;
  }
  return {
    inputs: plan.drawn.map((figure) => ({ key: figure.key, ...(found.get(figure) as Influence) })),
    groups: ofGroups,
    together: targets.difference.squares > 0 ? Math.max(0, 1 - alone) : 0,
  };
}
