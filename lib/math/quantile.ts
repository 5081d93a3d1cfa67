import { sortFew } from "./sort";

/**
 * The quantile of a sample, with linear interpolation between its values (a spreadsheet's PERCENTILE.INC).
 *
 * @param sorted two values or more, least first
 * @param p 0 to 1
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const k = placeBelow(sorted.length, p);
  return between(sorted[k] as number, sorted[k + 1] as number, sorted.length, p);
}

/** The place of the value from which a quantile is interpolated to the next. */
export const placeBelow = (length: number, p: number) => Math.min(Math.floor((length - 1) * p), length - 2);

/** The quantile of a sample of so many, from its values at the place below and the next. */
export const between = (below: number, next: number, length: number, p: number) =>
  below + ((length - 1) * p - placeBelow(length, p)) * (next - below);

const mostBuckets = 4096;

/** Finds values by their places. A class, for what an engine has optimised of its methods stays (docs/decisions/090). */
class PlaceFinder {
  private readonly counts = new Uint32Array(mostBuckets);
  private readonly next = new Uint32Array(mostBuckets);
  private readonly isWanted = new Uint8Array(mostBuckets);
  private bucketOf = new Uint16Array(0);
  private values = new Float64Array(0);

  /** The bucket in which a place lies, by where each begins. */
  private bucketAt(place: number, buckets: number): number {
    const { next } = this;
    let [from, to] = [0, buckets];
    while (to - from > 1) {
      const middle = (from + to) >> 1;
      if ((next[middle] as number) <= place) from = middle;
      else to = middle;
    }
    return from;
  }

  valuesAt(sample: Float64Array, places: readonly number[]): number[] {
    const { length } = sample;
    let least = sample[0] as number;
    let greatest = least;
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
      return places.map((place) => sorted[place] as number);
    }
    if (this.values.length < length) {
      this.bucketOf = new Uint16Array(length);
      this.values = new Float64Array(length);
    }
    const { counts, next, isWanted, bucketOf, values } = this;
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
    isWanted.fill(0, 0, buckets);
    const wanted: number[] = [];
    for (const place of places) {
      const bucket = this.bucketAt(place, buckets);
      if (isWanted[bucket] === 0) wanted.push(bucket);
      isWanted[bucket] = 1;
    }
    for (let i = 0; i < length; i++) {
      const bucket = bucketOf[i] as number;
      if (isWanted[bucket] === 0) continue;
      const at = next[bucket] as number;
      values[at] = sample[i] as number;
      next[bucket] = at + 1;
    }
    for (const bucket of wanted) {
      const to = next[bucket] as number;
      sortFew(values, to - (counts[bucket] as number), to);
    }
    return places.map((place) => values[place] as number);
  }
}

const finder = new PlaceFinder();

/**
 * The values at some places of a sample in order, without sorting all of it: values are told apart by equal parts of
 * their range, and only the parts in which a place lies are put in order.
 *
 * @param sample one value or more in any order, no NaN among them; it stays as it is
 * @param places from 0, within the sample
 */
export function valuesAtPlaces(sample: Float64Array, places: readonly number[]): number[] {
  return finder.valuesAt(sample, places);
}

/**
 * Several quantiles of a sample, as quantile() gives them.
 *
 * @param sample two values or more in any order, no NaN among them
 * @param ps 0 to 1
 */
export function quantilesOf(sample: Float64Array, ps: readonly number[]): number[] {
  const { length } = sample;
  const places = ps.flatMap((p) => [placeBelow(length, p), placeBelow(length, p) + 1]);
  const values = valuesAtPlaces(sample, places);
  return ps.map((p, i) => between(values[2 * i] as number, values[2 * i + 1] as number, length, p));
}
