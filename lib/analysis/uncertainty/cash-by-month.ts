import { quantilesOf } from "@/lib/math/quantile";
import { addToStretches, emptyStretches, type Growth, roomFor, wholeStretches } from "@/lib/math/stretches/add";
import { quantileOfStretches } from "@/lib/math/stretches/quantile-of-stretches";
import { type Architecture, architectures } from "@/lib/model/architectures";
import type { Steps } from "../steps";
import { differencePercentiles } from "./document";
import type { Outcomes } from "./outcomes";
import { shares } from "./summary";

/** Cumulative cash of an architecture by month, or what it is above another's. */
interface Series {
  readonly of: Architecture;
  readonly above: Architecture | null;
  readonly shares: readonly number[];
}

const differenceShares = differencePercentiles.map((p) => p / 100);

/** What is asked of cash by month: each architecture's, and what the others' are above that of those that are followed. */
function seriesOf(followed: ReadonlySet<Architecture>): Series[] {
  return [
    ...architectures.map((of): Series => ({ of, above: null, shares })),
    ...[...followed].flatMap((above) =>
      architectures.filter((of) => of !== above).map((of): Series => ({ of, above, shares: differenceShares })),
    ),
  ];
}

/** Differences of one month, to be read until the next are worked out. */
let room = new Float64Array(0);

/** A month's values in the kept trials that are not folded. */
function valuesAt({ architectures: of, kept, folded }: Outcomes, series: Series, month: number): Float64Array {
  const count = kept - folded;
  const own = (of[series.of].cumulative[month] as Float64Array).subarray(0, count);
  if (series.above === null) return own;
  const other = of[series.above].cumulative[month] as Float64Array;
  if (room.length < count) room = new Float64Array(count);
  const differences = room.subarray(0, count);
  for (let i = 0; i < count; i++) differences[i] = (own[i] as number) - (other[i] as number);
  return differences;
}

/** Of each series and month. All of it lies in one buffer, which goes back to the system when it is let go. */
function emptyCash(asked: readonly Series[], months: number, growth: Growth): NonNullable<Outcomes["cash"]> {
  const lengths = asked.map(({ shares }) => roomFor(shares, growth));
  const room = new Float64Array(months * lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  return asked.map(({ shares }, i) =>
    Array.from({ length: months }, () => {
      const from = at;
      at += lengths[i] as number;
      return emptyStretches(shares, growth, room.subarray(from, at));
    }),
  );
}

/**
 * Keeps of the trials' cash by month what lies near its quantiles, and makes room for that of others. So what a run
 * holds hardly grows with its trials.
 */
export function* foldCash(outcomes: Outcomes, followed: ReadonlySet<Architecture>, growth: Growth): Steps<void> {
  const asked = seriesOf(followed);
  const months = outcomes.months + 1;
  outcomes.cash ??= emptyCash(asked, months, growth);
  for (const [i, series] of asked.entries()) {
    for (const [month, stretches] of (outcomes.cash[i] ?? []).entries()) {
      addToStretches(stretches, valuesAt(outcomes, series, month), growth);
    }
    yield;
  }
  outcomes.folded = outcomes.kept;
}

/** Quantiles by month, in the order of the percentiles. */
export type ByMonth = readonly (readonly number[])[];

export interface CashQuantiles {
  readonly of: (architecture: Architecture) => ByMonth;
  /** What the cash of one is above that of another, which is followed. */
  readonly above: (of: Architecture, other: Architecture) => ByMonth;
}

const isWhole = (parts: readonly Outcomes[]) => parts.every(({ cash }) => cash === null);

/** A month's values in the kept trials of several parts, none of them folded. @param joined room for them */
function joinedAt(parts: readonly Outcomes[], series: Series, month: number, joined: Float64Array): Float64Array {
  if (parts.length === 1) return valuesAt(parts[0] as Outcomes, series, month);
  let at = 0;
  for (const part of parts) {
    joined.set(valuesAt(part, series, month), at);
    at += part.kept;
  }
  return joined;
}

/** Quantiles of a month, in the kept trials of all parts. @param joined room for its values */
function quantilesAt(
  parts: readonly Outcomes[],
  series: Series,
  place: number,
  month: number,
  joined: Float64Array,
): (number | null)[] {
  const { shares } = series;
  if (isWhole(parts)) return quantilesOf(joinedAt(parts, series, month, joined), shares);
  const samples = parts.map(
    (part) => part.cash?.[place]?.[month] ?? wholeStretches(shares, valuesAt(part, series, month).slice()),
  );
  return shares.map((share) => quantileOfStretches(samples, share));
}

/**
 * The quantiles of cash by month in the trials of several parts.
 *
 * @returns null where what they take was forgotten
 */
export function* cashQuantiles(
  parts: readonly Outcomes[],
  followed: ReadonlySet<Architecture>,
): Steps<CashQuantiles | null> {
  const months = 1 + Math.max(...parts.map(({ months }) => months));
  const asked = seriesOf(followed);
  const kept = parts.reduce((sum, { kept }) => sum + kept, 0);
  const joined = new Float64Array(isWhole(parts) && parts.length > 1 ? kept : 0);
  const found: ByMonth[] = [];
  for (const [place, series] of asked.entries()) {
    const byMonth: (number | null)[][] = [];
    for (let month = 0; month < months; month++) byMonth.push(quantilesAt(parts, series, place, month, joined));
    if (byMonth.some((quantiles) => quantiles.includes(null))) return null;
    found.push(byMonth as number[][]);
    yield;
  }
  const find = (of: Architecture, above: Architecture | null) =>
    found[asked.findIndex((series) => series.of === of && series.above === above)] as ByMonth;
  return { of: (architecture) => find(architecture, null), above: find };
}
