import { replicateSize } from "@/lib/math/hypercube";
import { ascendingInBuckets } from "@/lib/math/sort";
import { type DriverKey, driverKeys } from "@/lib/model/ranges/drivers";
import type { Steps } from "../steps";
import type { Influence, UncertaintyDocument } from "./document";
import type { Draws } from "./draws";
import { firstOrder } from "./first-order";
import { choiceColumns, leastSquares } from "./fit";
import { type DrawnFigure, type Plan, valuesOf } from "./plan";
import { type Estimate, type Kept, mean, squares } from "./sample";
import { splineColumns } from "./spline";
import { worthOfKnowing } from "./worth";

/** What is asked of each input: how far it moves these. */
export interface Targets {
  /** The comparison of the first with its rival, ranked. */
  readonly difference: Float64Array;
  /** 1 where the first ranks first, else 0. */
  readonly isFirst: Float64Array;
  /** The cost of each other choice in question less that of the best on the whole, in the order of the list. */
  readonly others: readonly Float64Array[];
}

interface Drawn {
  readonly figure: DrawnFigure;
  /** In the kept trials. */
  readonly z: Float64Array;
  /** The kept trials in the order of z. */
  readonly order: Uint32Array;
  readonly columns: () => Float64Array[];
}

/** The draws of a figure in the kept trials. */
function drawnIn({ draws }: Plan, figure: DrawnFigure, trial: Uint32Array, replicates: number): Drawn {
  const parts = Array.from({ length: replicates }, (_, r) => draws(figure, r));
  const kept = <A extends Float64Array | Uint16Array>(values: A, of: (draws: Draws) => A): A => {
    const all = parts.map(of);
    for (let k = 0; k < trial.length; k++) {
      const i = trial[k] as number;
      values[k] = (all[Math.floor(i / replicateSize)] as A)[i % replicateSize] as number;
    }
    return values;
  };
  const doubles = (of: (draws: Draws) => Float64Array) => kept(new Float64Array(trial.length), of);
  const z = doubles((of) => of.z);
  return {
    figure,
    z,
    // A draw's thousandth tells it apart from those of others.
    order: ascendingInBuckets(
      z,
      kept(new Uint16Array(trial.length), (of) => of.rank),
      replicateSize,
    ),
    columns: () =>
      figure.kind === "choices" ? choiceColumns(doubles((of) => valuesOf(figure, of))) : splineColumns(z),
  };
}

/** The share of variance that a fit of several columns explains, with the noise of so many taken out. */
function explainedShare(y: Float64Array, residual: number): number {
  const all = squares(y, mean(y));
  return all === 0 ? 0 : 1 - (residual * (y.length - 1)) / all;
}

type Raw = Influence & { readonly columns: number; readonly basis: readonly Float64Array[] };

function ofInput({ order, columns: columnsOf }: Drawn, { difference, isFirst, others }: Targets, kept: Kept): Raw {
  const columns = columnsOf();
  const { fitOf, basis } = leastSquares(columns);
  const { value, standardError } = worthOfKnowing(kept, others, fitOf, columns.length);
  return {
    firstOrder: firstOrder(order, difference),
    firstPlace: firstOrder(order, isFirst),
    evppi: value,
    standardError,
    columns: columns.length,
    basis,
  };
}

function ofGroup(members: readonly Raw[], { difference, isFirst, others }: Targets, kept: Kept): Influence {
  const count = members.reduce((sum, { columns }) => sum + columns, 0);
  const { fitOf } = leastSquares(
    members.flatMap(({ basis }) => basis),
    count,
  );
  const own: Estimate = worthOfKnowing(kept, others, fitOf, count);
  const { evppi, standardError } = members.reduce((best, member) => (member.evppi > best.evppi ? member : best), {
    evppi: own.value,
    standardError: own.standardError,
  });
  return {
    firstOrder: explainedShare(difference, fitOf(difference).residual),
    firstPlace: explainedShare(isFirst, fitOf(isFirst).residual),
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
  const driverOf = new Map(
    [...groups].flatMap(([driver, members]) => members.map((figure) => [figure, driver] as const)),
  );
  const waiting = new Map<DriverKey, Raw[]>();
  const inputs: UncertaintyDocument["inputs"][number][] = [];
  const found = new Map<DriverKey, Influence>();
  let alone = 0;
  for (const figure of plan.drawn) {
    const raw = ofInput(drawnIn(plan, figure, trial, kept.bounds.length - 1), targets, kept);
    inputs.push({ key: figure.key, ...shown(raw) });
    yield;
    const driver = driverOf.get(figure);
    if (driver === undefined) {
      alone += raw.firstOrder;
      continue;
    }
    // Columns are kept only until the last member of the group is there.
    const members = [...(waiting.get(driver) ?? []), raw];
    waiting.set(driver, members);
    if (members.length < (groups.get(driver) as readonly unknown[]).length) continue;
    waiting.delete(driver);
    const influence = ofGroup(members, targets, kept);
    found.set(driver, influence);
    alone += influence.firstOrder;
    yield;
  }
  const varies = squares(targets.difference, mean(targets.difference)) > 0;
  return {
    inputs,
    groups: [...groups].map(([driver, members]) => ({
      driver,
      members: members.map(({ key }) => key),
      ...shown(found.get(driver) as Influence),
    })),
    together: varies ? Math.max(0, 1 - alone) : 0,
  };
}
