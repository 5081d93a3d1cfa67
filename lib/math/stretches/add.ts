import { countKept, countsAt, type Found, type Range, type Stretches, settle, valueAt } from "./order";

/** What a sample grows to. */
export interface Growth {
  /** The greatest that it can become, with the samples that are joined to it in the end. */
  readonly total: number;
  /** How far a stretch reaches from its quantile, in standard deviations of what the quantile's place can still move. */
  readonly width: number;
}

/** By how many places the quantile of all can differ from that of the first: not at all where these are all. */
const reachOf = (share: number, size: number, { total, width }: Growth) =>
  width * size * Math.sqrt(share * (1 - share) * Math.max(0, 1 / size - 1 / total));

/** So much more room than stretches take at most lets them gather values for a while before they are made narrower. */
const spare = 1.08;
/** And so many more places for each quantile: of few trials stretches would be made narrower again and again. */
const around = 64;

/** How many values stretches hold at most: at half of the sample, where their quantiles can still move furthest. */
export function roomFor(shares: readonly number[], growth: Growth): number {
  const half = growth.total / 2;
  const most = shares.reduce((sum, share) => sum + 2 * reachOf(share, half, growth) + around, 0);
  return Math.ceil(Math.min(growth.total, spare * most));
}

/** Of a sample that is still empty: all is kept at first. @param room as many values long as roomFor() says */
export function emptyStretches(
  shares: readonly number[],
  growth: Growth,
  room = new Float64Array(roomFor(shares, growth)),
): Stretches {
  return stretchesOf(shares, room, 0);
}

/** A whole sample. @param values the first are its; they are put in order */
export function wholeStretches(shares: readonly number[], values: Float64Array): Stretches {
  return stretchesOf(shares, values, values.length);
}

const stretchesOf = (shares: readonly number[], values: Float64Array, size: number): Stretches => ({
  ...{ shares, ends: new Float64Array(0), counts: Uint32Array.of(size), isKept: Uint8Array.of(1) },
  ...{ values, kept: size, sorted: 0, size },
});

const high = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/** The halves of doubles. */
const halvesOf = (values: Float64Array) => new Int32Array(values.buffer, values.byteOffset, 2 * values.length);

/** The first 31 bits of a double, by its high half, so turned that they rise as doubles do: two of them may be subtracted. */
const keyOf = (half: number) => (half ^ ((half >> 31) >>> 1)) >> 1;

/** No double has a greater key. */
const lastKey = 0x3fffffff;
/** The keys of ends in a row whose length is a power of two, 16 or more, so that each step of a search halves what is left. */
let keys = new Int32Array(0);

/** @returns half of what is to be searched */
function prepareSearch(ends: Float64Array): number {
  let length = 16;
  while (length <= ends.length) length *= 2;
  if (keys.length < length) keys = new Int32Array(length);
  const halves = halvesOf(ends);
  for (let i = 0; i < ends.length; i++) keys[i] = keyOf(ends[i] === 0 ? 0 : (halves[2 * i + high] as number));
  keys.fill(lastKey, ends.length);
  return length >> 1;
}

/** Adds values to a sample, and forgets those that can no longer be near a quantile. No NaN may be among them. */
export function addToStretches(stretches: Stretches, added: Float64Array, growth: Growth): void {
  for (let from = 0; from < added.length; ) {
    from = gather(stretches, added, from);
    if (from < added.length) makeRoom(stretches, growth);
  }
  if (stretches.size >= growth.total) narrow(stretches, growth);
}

/** Takes values in until there is no more room. @returns which would be the next */
function gather(stretches: Stretches, added: Float64Array, first: number): number {
  const { ends, counts, isKept, values } = stretches;
  let { kept } = stretches;
  if (ends.length === 0) {
    const some = added.subarray(first, first + values.length - kept);
    values.set(some, kept);
    counts[0] = (counts[0] as number) + some.length;
    stretches.kept += some.length;
    stretches.size += some.length;
    return first + some.length;
  }
  const half = prepareSearch(ends);
  const row = keys;
  const halves = halvesOf(added);
  let i = first;
  for (; i < added.length && kept < values.length; i++) {
    const value = added[i] as number;
    const key = keyOf(value === 0 ? 0 : (halves[2 * i + high] as number));
    // Without a branch: of values near the middle each would be guessed wrong every other time.
    let gap = 0;
    for (let step = half; step > 8; step >>= 1) gap += (((row[gap + step - 1] as number) - key) >> 31) & step;
    gap += (((row[gap + 7] as number) - key) >> 31) & 8;
    gap += (((row[gap + 3] as number) - key) >> 31) & 4;
    gap += (((row[gap + 1] as number) - key) >> 31) & 2;
    gap += (((row[gap] as number) - key) >> 31) & 1;
    let isEnd = 0;
    if (row[gap] === key) {
      while (gap < ends.length && (ends[gap] as number) < value) gap++;
      if (ends[gap] === value) isEnd = 1;
    }
    const place = 2 * gap + isEnd;
    counts[place] = (counts[place] as number) + 1;
    values[kept] = value;
    kept += (1 - isEnd) & (isKept[gap] as number);
  }
  stretches.kept = kept;
  stretches.size += i - first;
  return i;
}

function makeRoom(stretches: Stretches, growth: Growth): void {
  narrow(stretches, growth);
  const { values, kept } = stretches;
  // Seldom: where many values lie in the stretches by chance.
  if (kept * spare < values.length) return;
  stretches.values = new Float64Array(Math.ceil(kept * spare) + around);
  stretches.values.set(values.subarray(0, kept));
}

/** The values between which a quantile of all may lie: as far as they are known. */
function rangeOf(stretches: Stretches, share: number, growth: Growth): Range | null {
  const { ends, size } = stretches;
  const reach = reachOf(share, size, growth);
  const first = Math.floor((size - 1) * share - reach);
  const last = Math.ceil((size - 1) * share + reach) + 1;
  const [lower, upper] = [first, last].map((place) => valueAt(stretches, Math.min(Math.max(place, 0), size - 1))) as [
    Found,
    Found,
  ];
  let from = "value" in lower ? lower.value : (ends[lower.forgotten] ?? Number.POSITIVE_INFINITY);
  let to = "value" in upper ? upper.value : (ends[upper.forgotten - 1] ?? Number.NEGATIVE_INFINITY);
  // What is less or more than all so far belongs to a stretch that takes in the first or the last of them.
  if (first <= 0 && "value" in lower && stretches.isKept[0]) from = Number.NEGATIVE_INFINITY;
  if (last >= size - 1 && "value" in upper && stretches.isKept[ends.length]) to = Number.POSITIVE_INFINITY;
  return from <= to ? { from, to } : null;
}

/** The ranges around all quantiles, those that overlap as one. Where two meet is an end, as many values may be equal to it. */
function rangesOf(stretches: Stretches, growth: Growth): Range[] {
  const joined: Range[] = [];
  for (const share of stretches.shares) {
    const range = rangeOf(stretches, share, growth);
    const last = joined.at(-1);
    if (!range) continue;
    if (last && range.from < last.to) {
      joined[joined.length - 1] = { from: Math.min(last.from, range.from), to: Math.max(last.to, range.to) };
    } else joined.push(range);
  }
  return joined;
}

/** Whether the values in a gap are kept. @param from the end at which it begins */
function keepsAbove({ ends, isKept }: Stretches, from: number): boolean {
  let gap = 0;
  while (gap < ends.length && (ends[gap] as number) <= from) gap++;
  return isKept[gap] === 1;
}

/** Finds narrower stretches, and forgets what lies beyond. */
function narrow(stretches: Stretches, growth: Growth): void {
  settle(stretches);
  if (stretches.size === 0) return;
  const ranges = rangesOf(stretches, growth);
  const inside = (value: number) => ranges.some(({ from, to }) => from < value && value < to);
  const found = [...ranges.flatMap(({ from, to }) => [from, to]), ...[...stretches.ends].filter(inside)]
    .filter((value) => Number.isFinite(value))
    .sort((a, b) => a - b);
  const ends = Float64Array.from(found.filter((value, i) => value !== found[i - 1]));
  const counts = new Uint32Array(2 * ends.length + 1);
  const isKept = new Uint8Array(ends.length + 1);
  const { values } = stretches;
  let [before, kept] = [0, 0];
  for (let gap = 0; gap <= ends.length; gap++) {
    const [from, to] = [ends[gap - 1] ?? Number.NEGATIVE_INFINITY, ends[gap] ?? Number.POSITIVE_INFINITY];
    const { below, at } = gap < ends.length ? countsAt(stretches, to) : { below: stretches.size, at: 0 };
    counts[2 * gap] = below - before;
    if (gap < ends.length) counts[2 * gap + 1] = at;
    before = below + at;
    const isWanted = ranges.some((range) => range.from <= from && to <= range.to);
    if (!isWanted || !keepsAbove(stretches, from)) continue;
    isKept[gap] = 1;
    const first = countKept(stretches, from, true);
    const last = countKept(stretches, to, false);
    values.copyWithin(kept, first, last);
    kept += last - first;
  }
  Object.assign(stretches, { ends, counts, isKept, kept, sorted: kept });
  // Nothing more will come.
  if (stretches.size >= growth.total) stretches.values = values.slice(0, kept);
}
