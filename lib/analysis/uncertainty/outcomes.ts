import type { Stretches } from "@/lib/math/stretches/order";
import { type Architecture, architectures } from "@/lib/model/architectures";
import { type BreakEvens, emptyBreakEvens } from "./break-even";
import { emptySum, type SummedFigure } from "./summed-figure";

/** What may hold of an architecture in a trial. */
export const conditions = ["eligible", "feasible", "meetsAvailability", "meetsAnnualLoss"] as const;
export type Condition = (typeof conditions)[number];

/** Figures of which a summary is asked, and nothing by trial. */
export const summedFigures = ["total", "participantCost"] as const;

/** What became of an architecture in the kept trials. */
export interface ArchitectureOutcomes {
  /** Trial by trial. */
  readonly netPresentCost: Float64Array;
  readonly total: SummedFigure;
  /** What participants bear over the horizon, money. */
  readonly participantCost: SummedFigure;
  /** Cumulative cash by month, 0 to the horizon, in one buffer: of the kept trials that are not folded. */
  readonly cumulative: readonly Float64Array[];
  /** In how many trials each condition holds, in their order. */
  readonly holds: Uint32Array;
}

export const byArchitecture = <T>(of: (architecture: Architecture) => T) =>
  Object.fromEntries(architectures.map((a) => [a, of(a)])) as Record<Architecture, T>;

/** Of each series of cash by month (cash-by-month.ts) and each month, what is kept around its quantiles. */
type FoldedCash = readonly (readonly Stretches[])[];

/**
 * What became of the trials of some replicates; the kept ones lie one after the other. Plain data, so that one thread
 * may send it to another.
 */
export interface Outcomes {
  /** The replicates, from and to (without it). */
  readonly from: number;
  readonly to: number;
  readonly architectures: Readonly<Record<Architecture, ArchitectureOutcomes>>;
  /** Of each kept trial, its place among all. */
  readonly trial: Uint32Array;
  /** Who ranks first among the eligible in each kept trial, as a place in the list of all; -1 where none is eligible. */
  readonly cheapest: Int8Array;
  readonly months: number;
  kept: number;
  /** Of how many of the kept trials, the first ones, only what lies near quantiles of cash by month and totals is kept. */
  folded: number;
  cash: FoldedCash | null;
  readonly breakEvens: BreakEvens;
  /** How many trials were left out, by the rule that each broke first. */
  readonly leftOut: Map<string, number>;
}

/** Room for the outcomes of so many trials. @param held of how many at a time figures are held before they are folded */
export function emptyOutcomes(from: number, to: number, trials: number, months: number, held = trials): Outcomes {
  return {
    from,
    to,
    architectures: byArchitecture(() => {
      const cash = new Float64Array((months + 1) * held);
      return {
        netPresentCost: new Float64Array(trials),
        total: emptySum(held),
        participantCost: emptySum(held),
        cumulative: Array.from({ length: months + 1 }, (_, t) => cash.subarray(t * held, (t + 1) * held)),
        holds: new Uint32Array(conditions.length),
      };
    }),
    trial: new Uint32Array(trials),
    cheapest: new Int8Array(trials),
    months,
    kept: 0,
    folded: 0,
    cash: null,
    breakEvens: emptyBreakEvens(months),
    leftOut: new Map(),
  };
}

export function leaveOut({ leftOut }: { leftOut: Map<string, number> }, rule: string): void {
  leftOut.set(rule, (leftOut.get(rule) ?? 0) + 1);
}

/** Without the room for cash by month, where all of it is folded. */
export function withoutCash(outcomes: Outcomes): Outcomes {
  const { architectures: of } = outcomes;
  return { ...outcomes, architectures: byArchitecture((a) => ({ ...of[a], cumulative: [] })) };
}

/** The buffers of outcomes, to be handed from thread to thread without a copy: all that grows with trials. */
export function buffersOf({ architectures: of, trial, cheapest, breakEvens, cash }: Outcomes): ArrayBuffer[] {
  const rows = [
    ...[trial, cheapest, breakEvens],
    ...Object.values(of).flatMap(({ netPresentCost, total, participantCost, cumulative }) => [
      ...[netPresentCost, ...cumulative.slice(0, 1)],
      ...[total, participantCost].flatMap(({ values, stretches }) => [
        values,
        ...(stretches ? [stretches.values] : []),
      ]),
    ]),
    ...(cash ?? []).flat().map(({ values }) => values),
  ];
  return [...new Set(rows.map(({ buffer }) => buffer as ArrayBuffer))];
}

/** Figures of an architecture in the trials of several parts. */
interface JoinedFigures {
  readonly netPresentCost: Float64Array;
  /** The share of trials in which each condition holds. */
  readonly shares: Readonly<Record<Condition, number>>;
}

/** The outcomes of several parts as one. */
export interface JoinedOutcomes {
  readonly architectures: Readonly<Record<Architecture, JoinedFigures>>;
  readonly trial: Uint32Array;
  readonly cheapest: Int8Array;
  readonly kept: number;
  readonly breakEvens: BreakEvens;
  readonly leftOut: ReadonlyMap<string, number>;
}

/**
 * Joins parts, in the order of their replicates, but for what only quantiles are asked of (cash-by-month.ts,
 * summed-figure.ts).
 *
 * @throws Error where they are not all replicates of that many trials, each once
 */
export function joinOutcomes(parts: readonly Outcomes[], replicates: number): JoinedOutcomes {
  const sorted = [...parts].sort((a, b) => a.from - b.from);
  const isWhole = sorted.every(({ from }, i) => from === (sorted[i - 1]?.to ?? 0)) && sorted.at(-1)?.to === replicates;
  if (!isWhole) throw new Error(`the parts are not replicates 0 to ${replicates}, each once`);
  const kept = sorted.reduce((sum, part) => sum + part.kept, 0);
  const [only] = sorted.length === 1 ? sorted : [];
  /** The figures of one part are taken as they lie. */
  const fill = <A extends Float64Array | Uint32Array | Int8Array>(
    make: (length: number) => A,
    of: (part: Outcomes) => A,
  ): A => {
    if (only) return of(only).subarray(0, kept) as A;
    const whole = make(kept);
    let at = 0;
    for (const part of sorted) {
      whole.set(of(part).subarray(0, part.kept), at);
      at += part.kept;
    }
    return whole;
  };
  const leftOut = new Map<string, number>();
  for (const part of sorted) {
    for (const [rule, count] of part.leftOut) leftOut.set(rule, (leftOut.get(rule) ?? 0) + count);
  }
  return {
    architectures: byArchitecture((a) => ({
      netPresentCost: fill(
        (length) => new Float64Array(length),
        (part) => part.architectures[a].netPresentCost,
      ),
      shares: Object.fromEntries(
        conditions.map((name, place) => [
          name,
          sorted.reduce((sum, part) => sum + (part.architectures[a].holds[place] as number), 0) / kept,
        ]),
      ) as JoinedFigures["shares"],
    })),
    trial: fill(
      (length) => new Uint32Array(length),
      (part) => part.trial,
    ),
    cheapest: fill(
      (length) => new Int8Array(length),
      (part) => part.cheapest,
    ),
    kept,
    breakEvens: sorted.reduce(
      (sum, { breakEvens }) => sum.map((count, i) => count + (breakEvens[i] as number)),
      emptyBreakEvens(sorted[0]?.months ?? 0),
    ),
    leftOut,
  };
}
