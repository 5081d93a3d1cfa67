import { between, placeBelow, valuesAtPlaces } from "./quantile";

/**
 * What is kept of a growing sample to know one of its quantiles exactly in the end: the values of some stretch around
 * it, and how many lie below. Plain data, so that one thread may send it to another.
 */
export interface Bracket {
  /** The quantile's share, 0 to 1. */
  readonly share: number;
  least: number;
  most: number;
  /** How many values were below the least. */
  below: number;
  /** Those from the least to the most: so many of these. */
  values: Float64Array;
  count: number;
}

/** Of a sample that is still empty: all is kept at first. */
export function emptyBracket(share: number): Bracket {
  const [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return { share, least, most, below: 0, values: new Float64Array(0), count: 0 };
}

/** A whole sample as a bracket. */
export function wholeBracket(share: number, values: Float64Array): Bracket {
  return { ...emptyBracket(share), values, count: values.length };
}

/**
 * How far the quantile of a greater sample may lie from that of this one, in standard deviations of its place. Beyond
 * lies one in 500 million, where values come in no order; and where it does, that is seen.
 */
const reach = 6;

/** Takes the values that lie within the bracket. @returns how many it has then */
function gather(bracket: Bracket, values: Float64Array): number {
  const { least, most, values: into } = bracket;
  let { below, count } = bracket;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < least) below++;
    else if (value <= most) into[count++] = value;
  }
  bracket.below = below;
  bracket.count = count;
  return count;
}

/** Room for both sides of a bracket, before it is known how many will be kept. */
let room = new Float64Array(0);

/**
 * Adds values to a sample, and forgets those that can no longer be near the quantile.
 *
 * @param size of the sample, with these
 * @param width how far the bracket reaches, in standard deviations
 */
export function addToBracket(bracket: Bracket, added: Float64Array, size: number, width = reach): void {
  const most = bracket.count + added.length;
  if (room.length < most) room = new Float64Array(2 * most);
  room.set(bracket.values.subarray(0, bracket.count));
  bracket.values = room;
  gather(bracket, added);
  const all = room.subarray(0, bracket.count);
  if (all.length === 0) return;
  const { share } = bracket;
  const around = width * Math.sqrt(size * share * (1 - share));
  const first = Math.floor((size - 1) * share - around) - bracket.below;
  const last = Math.ceil((size - 1) * share + around) + 1 - bracket.below;
  const within = (place: number) => Math.min(Math.max(place, 0), all.length - 1);
  const ends = valuesAtPlaces(all, [within(first), within(last)]);
  if (first > 0) bracket.least = ends[0] as number;
  if (last < all.length - 1) bracket.most = ends[1] as number;
  bracket.count = 0;
  // What lies within is moved to the front of the very same room.
  gather(bracket, all);
  bracket.values = room.slice(0, bracket.count);
}

/**
 * The quantile of several samples as one, exactly.
 *
 * @param brackets of each, of the same share
 * @param size of all of them together, two values or more
 * @returns null where the values that it takes were forgotten
 */
export function quantileOfBrackets(brackets: readonly Bracket[], size: number): number | null {
  const share = (brackets[0] as Bracket).share;
  const least = Math.max(...brackets.map((bracket) => bracket.least));
  const most = Math.min(...brackets.map((bracket) => bracket.most));
  const joined: Bracket = { ...emptyBracket(share), least, most };
  const count = brackets.reduce((sum, each) => sum + each.count, 0);
  if (room.length < count) room = new Float64Array(2 * count);
  joined.values = room;
  for (const { below, values, count } of brackets) {
    joined.below += below;
    gather(joined, values.subarray(0, count));
  }
  const place = placeBelow(size, share) - joined.below;
  if (place < 0 || place + 1 >= joined.count) return null;
  const [lower, upper] = valuesAtPlaces(room.subarray(0, joined.count), [place, place + 1]) as [number, number];
  return between(lower, upper, size, share);
}
