import type { Bracket } from "@/lib/math/bracket";
import { type Architecture, architectures } from "@/lib/model/architectures";
import { type BreakEvens, emptyBreakEvens } from "./break-even";

/** Figures of one architecture in the kept trials, trial by trial. */
interface TrialFigures {
  readonly netPresentCost: Float64Array;
  readonly total: Float64Array;
  /** What participants bear over the horizon, money. */
  readonly participantCost: Float64Array;
  /** 0 or 1. */
  readonly feasible: Uint8Array;
  readonly meetsAvailability: Uint8Array;
  readonly meetsAnnualLoss: Uint8Array;
  readonly eligible: Uint8Array;
}

const figures = [
  "netPresentCost",
  "total",
  "participantCost",
  "feasible",
  "meetsAvailability",
  "meetsAnnualLoss",
  "eligible",
] as const satisfies readonly (keyof TrialFigures)[];

/** What became of an architecture in the kept trials. */
export interface ArchitectureOutcomes extends TrialFigures {
  /** Cumulative cash by month, 0 to the horizon, in one buffer: of the kept trials that are not in brackets. */
  readonly cumulative: readonly Float64Array[];
}

export const byArchitecture = <T>(of: (architecture: Architecture) => T) =>
  Object.fromEntries(architectures.map((a) => [a, of(a)])) as Record<Architecture, T>;

/** Of each series of cash by month (cash-by-month.ts) and each month, a bracket for each percentile. */
type CashBrackets = readonly (readonly (readonly Bracket[])[])[];

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
  readonly months: number;
  kept: number;
  /** How many of the kept trials, the first ones, have their cash by month in brackets. */
  bracketed: number;
  brackets: CashBrackets | null;
  readonly breakEvens: BreakEvens;
  /** How many trials were left out, by the rule that each broke first. */
  readonly leftOut: Map<string, number>;
}

/** Room for the outcomes of so many trials. @param whole how many of them at most have their cash by month kept whole */
export function emptyOutcomes(from: number, to: number, trials: number, months: number, whole = trials): Outcomes {
  const money = () => new Float64Array(trials);
  const flags = () => new Uint8Array(trials);
  return {
    from,
    to,
    architectures: byArchitecture(() => {
      const cash = new Float64Array((months + 1) * whole);
      return {
        netPresentCost: money(),
        total: money(),
        participantCost: money(),
        feasible: flags(),
        meetsAvailability: flags(),
        meetsAnnualLoss: flags(),
        eligible: flags(),
        cumulative: Array.from({ length: months + 1 }, (_, t) => cash.subarray(t * whole, (t + 1) * whole)),
      };
    }),
    trial: new Uint32Array(trials),
    months,
    kept: 0,
    bracketed: 0,
    brackets: null,
    breakEvens: emptyBreakEvens(months),
    leftOut: new Map(),
  };
}

export function leaveOut({ leftOut }: { leftOut: Map<string, number> }, rule: string): void {
  leftOut.set(rule, (leftOut.get(rule) ?? 0) + 1);
}

/** Without the room for cash by month, where all of it is in brackets. */
export function withoutCash(outcomes: Outcomes): Outcomes {
  const { architectures: of } = outcomes;
  return { ...outcomes, architectures: byArchitecture((a) => ({ ...of[a], cumulative: [] })) };
}

/** The buffers of outcomes, to be handed from thread to thread without a copy. */
export function buffersOf({ architectures: of, trial, breakEvens, brackets }: Outcomes): ArrayBuffer[] {
  const rows = [
    ...[trial, breakEvens],
    ...Object.values(of).flatMap((each) => [...figures.map((name) => each[name]), ...each.cumulative.slice(0, 1)]),
    ...(brackets ?? []).flat(2).map(({ values }) => values),
  ];
  return rows.map(({ buffer }) => buffer as ArrayBuffer);
}

/** The outcomes of several parts as one. */
export interface JoinedOutcomes {
  readonly architectures: Readonly<Record<Architecture, TrialFigures>>;
  readonly trial: Uint32Array;
  readonly kept: number;
  readonly breakEvens: BreakEvens;
  readonly leftOut: ReadonlyMap<string, number>;
}

/**
 * Joins parts, in the order of their replicates, but for their cash by month (cash-by-month.ts).
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
  const fill = <A extends Float64Array | Uint32Array | Uint8Array>(
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
    architectures: byArchitecture((a) => {
      const money = (of: (outcomes: ArchitectureOutcomes) => Float64Array) =>
        fill(
          (length) => new Float64Array(length),
          (part) => of(part.architectures[a]),
        );
      const flags = (of: (outcomes: ArchitectureOutcomes) => Uint8Array) =>
        fill(
          (length) => new Uint8Array(length),
          (part) => of(part.architectures[a]),
        );
      return {
        netPresentCost: money((of) => of.netPresentCost),
        total: money((of) => of.total),
        participantCost: money((of) => of.participantCost),
        feasible: flags((of) => of.feasible),
        meetsAvailability: flags((of) => of.meetsAvailability),
        meetsAnnualLoss: flags((of) => of.meetsAnnualLoss),
        eligible: flags((of) => of.eligible),
      };
    }),
    trial: fill(
      (length) => new Uint32Array(length),
      (part) => part.trial,
    ),
    kept,
    breakEvens: sorted.reduce(
      (sum, { breakEvens }) => sum.map((count, i) => count + (breakEvens[i] as number)),
      emptyBreakEvens(sorted[0]?.months ?? 0),
    ),
    leftOut,
  };
}
