import { type Architecture, architectures } from "@/lib/model/architectures";
import { isAhead } from "@/lib/model/ranking";
import type { PairUncertainty } from "./document";
import { byPercentile, percentiles } from "./summary";

/**
 * In how many trials one architecture is ahead of another for good from each month on: of each pair, in the order of
 * the list, the months from 0 to the horizon, then never.
 */
export type BreakEvens = Uint32Array;

/** One of each pair is compared with the other. */
export const pairs = architectures.flatMap((a) => architectures.filter((b) => b !== a).map((b) => ({ a, b })));

export const emptyBreakEvens = (months: number): BreakEvens => new Uint32Array(pairs.length * (months + 2));

/** Counts one trial. @param since from which month on one of each pair is ahead; months + 1 is never */
export function countMonths(counts: BreakEvens, months: number, since: (pair: number) => number): void {
  for (let i = 0; i < pairs.length; i++) {
    const place = i * (months + 2) + since(i);
    counts[place] = (counts[place] as number) + 1;
  }
}

/** Counts one trial. @param paths the cumulative cash of each architecture, from month 0 to the horizon */
export function countBreakEvens(counts: BreakEvens, paths: Readonly<Record<Architecture, Float64Array>>): void {
  let begin = 0;
  for (const { a, b } of pairs) {
    const [own, other] = [paths[a], paths[b]];
    let since = own.length;
    while (since > 0 && isAhead(own[since - 1] as number, other[since - 1] as number)) since--;
    counts[begin + since] = (counts[begin + since] as number) + 1;
    begin += own.length + 1;
  }
}

/** By which month a is ahead of b for good (uncertainty.md section 17). */
export function breakEvenOf(counts: BreakEvens, a: Architecture, b: Architecture): PairUncertainty["breakEven"] {
  const length = counts.length / pairs.length;
  const place = pairs.findIndex((pair) => pair.a === a && pair.b === b);
  const ofPair = counts.subarray(place * length, (place + 1) * length);
  const kept = ofPair.reduce((sum, count) => sum + count, 0);
  const months = length - 1;
  /** The month of the trial at a place, from 1, of all in the order of theirs. */
  const monthAt = (wanted: number): number => {
    let month = 0;
    for (let sum = ofPair[0] as number; sum < wanted; sum += ofPair[month] as number) month++;
    return month;
  };
  return {
    never: (ofPair[months] as number) / kept,
    quantiles: byPercentile(percentiles, (p) => {
      const month = monthAt(Math.ceil((p * kept) / 100));
      return month === months ? null : month;
    }),
  };
}
