import { sortInParts } from "../sort";

/**
 * What is kept of a growing sample to know some of its quantiles exactly in the end: the values of the stretches of its
 * order that are around them, and how many lie between these. Plain data, so that one thread may send it to another.
 */
export interface Stretches {
  /** The quantiles' shares, 0 to 1, ascending. */
  readonly shares: readonly number[];
  /** The values at which stretches begin and end, ascending, each once. */
  ends: Float64Array;
  /** How many values lie below the first end, at it, between it and the second, and so on to those above the last. */
  counts: Uint32Array;
  /** Of the gaps below the first end, between two, and above the last: 1 where the values in it are kept. */
  isKept: Uint8Array;
  /** Those that are kept, in room that they need not fill. */
  values: Float64Array;
  /** How many these are. */
  kept: number;
  /** How many of them, the first ones, are in order. */
  sorted: number;
  /** The size of the sample. */
  size: number;
}

let room = new Float64Array(0);

/** Puts what is kept in order: what came last is sorted, and merged with the rest. */
export function settle(stretches: Stretches): void {
  const { values, sorted, kept } = stretches;
  const late = values.subarray(sorted, kept);
  sortInParts(late);
  stretches.sorted = kept;
  if (sorted === 0 || late.length === 0) return;
  if (room.length < late.length) room = new Float64Array(2 * late.length);
  room.set(late);
  let [early, next] = [sorted - 1, late.length - 1];
  for (let at = kept - 1; next >= 0; at--) {
    const value = room[next] as number;
    if (early >= 0 && (values[early] as number) > value) values[at] = values[early--] as number;
    else {
      values[at] = value;
      next--;
    }
  }
}

/** How many of the kept values are below one, or at most it. They are in order. */
export function countKept({ values, kept }: Stretches, value: number, isWith: boolean): number {
  let [from, to] = [0, kept];
  while (from < to) {
    const middle = (from + to) >> 1;
    const at = values[middle] as number;
    if (at < value || (isWith && at === value)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** How many values of the sample lie below one, and at it; it must be an end or lie in a gap that is kept. */
export function countsAt(stretches: Stretches, value: number): { readonly below: number; readonly at: number } {
  const { ends, counts, isKept } = stretches;
  let below = 0;
  let keptBelow = 0;
  for (let gap = 0; ; gap++) {
    const inGap = counts[2 * gap] as number;
    if (gap === ends.length || value < (ends[gap] as number)) {
      const first = countKept(stretches, value, false);
      return { below: below + first - keptBelow, at: countKept(stretches, value, true) - first };
    }
    below += inGap;
    if (isKept[gap]) keptBelow += inGap;
    const atEnd = counts[2 * gap + 1] as number;
    if (value === ends[gap]) return { below, at: atEnd };
    below += atEnd;
  }
}

/** Where a place of a sample's order lies: a value, or a gap whose values were forgotten. */
export type Found = { readonly value: number } | { readonly forgotten: number };

/** @param place from 0, within the sample, whose kept values are in order */
export function valueAt({ ends, counts, isKept, values }: Stretches, place: number): Found {
  let below = 0;
  let keptBelow = 0;
  for (let gap = 0; ; gap++) {
    const inGap = counts[2 * gap] as number;
    if (place < below + inGap) {
      return isKept[gap] ? { value: values[keptBelow + place - below] as number } : { forgotten: gap };
    }
    below += inGap;
    if (isKept[gap]) keptBelow += inGap;
    below += counts[2 * gap + 1] as number;
    if (place < below) return { value: ends[gap] as number };
  }
}

export interface Range {
  readonly from: number;
  readonly to: number;
}
