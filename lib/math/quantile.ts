/**
 * The quantile of a sample, with linear interpolation between its values (a spreadsheet's PERCENTILE.INC).
 *
 * @param sorted two values or more, least first
 * @param p 0 to 1
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const g = (sorted.length - 1) * p;
  const k = placeBelow(sorted.length, p);
  const below = sorted[k] as number;
  return below + (g - k) * ((sorted[k + 1] as number) - below);
}

/** The place of the value from which a quantile is interpolated to the next. */
const placeBelow = (length: number, p: number) => Math.min(Math.floor((length - 1) * p), length - 2);

const mostBuckets = 4096;
const counts = new Uint32Array(mostBuckets);
const next = new Uint32Array(mostBuckets);
const isWanted = new Uint8Array(mostBuckets);
let room = { bucketOf: new Uint16Array(0), values: new Float64Array(0) };

function roomFor(length: number): typeof room {
  if (room.values.length < length) room = { bucketOf: new Uint16Array(length), values: new Float64Array(length) };
  return room;
}

/** Up to so many, insertion sorts faster. */
const few = 32;

function sortPart(values: Float64Array, from: number, to: number): void {
  if (to - from > few) {
    values.subarray(from, to).sort();
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const value = values[i] as number;
    let at = i;
    for (; at > from && (values[at - 1] as number) > value; at--) values[at] = values[at - 1] as number;
    values[at] = value;
  }
}

/**
 * Several quantiles of a sample, as quantile() gives them, without sorting all of it: values are told apart by equal
 * parts of their range, and only the parts in which a quantile lies are put in order.
 *
 * @param sample two values or more in any order, no NaN among them
 * @param ps 0 to 1
 */
export function quantilesOf(sample: Float64Array, ps: readonly number[]): number[] {
  const { length } = sample;
  let [least, greatest] = [sample[0] as number, sample[0] as number];
  for (let i = 1; i < length; i++) {
    const value = sample[i] as number;
    if (value < least) least = value;
    else if (value > greatest) greatest = value;
  }
  let buckets = 1;
  while (buckets < mostBuckets && buckets * 4 < length) buckets *= 2;
  const scale = (buckets - 1) / (greatest - least);
  // All alike, or so close together or far apart that no scale tells them apart.
  if (!(scale > 0 && scale < Number.POSITIVE_INFINITY)) {
    const sorted = sample.slice().sort();
    return ps.map((p) => quantile(sorted, p));
  }
  const { bucketOf, values } = roomFor(length);
  counts.fill(0, 0, buckets);
  for (let i = 0; i < length; i++) {
    const bucket = Math.floor(((sample[i] as number) - least) * scale);
    bucketOf[i] = bucket;
    counts[bucket] = (counts[bucket] as number) + 1;
  }
  let sum = 0;
  for (let bucket = 0; bucket < buckets; bucket++) {
    next[bucket] = sum;
    sum += counts[bucket] as number;
  }
  const wanted = new Set<number>();
  for (const p of ps) {
    const place = placeBelow(length, p);
    let bucket = buckets - 1;
    for (const at of [place + 1, place]) {
      while ((next[bucket] as number) > at) bucket--;
      wanted.add(bucket);
    }
  }
  isWanted.fill(0, 0, buckets);
  for (const bucket of wanted) isWanted[bucket] = 1;
  for (let i = 0; i < length; i++) {
    const bucket = bucketOf[i] as number;
    if (isWanted[bucket] === 0) continue;
    const at = next[bucket] as number;
    values[at] = sample[i] as number;
    next[bucket] = at + 1;
  }
  for (const bucket of wanted) {
    const to = next[bucket] as number;
    sortPart(values, to - (counts[bucket] as number), to);
  }
  return ps.map((p) => quantile(values.subarray(0, length), p));
}
