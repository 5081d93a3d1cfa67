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
  /** How many lie from the least to the most, and these; only one of them where both ends are the same. */
  count: number;
  pieces: Float64Array[];
  /** The size of the sample when the ends were found. */
  since: number;
}

/** Of a sample that is still empty: all is kept at first. */
export function emptyBracket(share: number): Bracket {
  const [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return { share, least, most, below: 0, count: 0, pieces: [], since: 0 };
}

/** A whole sample as a bracket. */
export function wholeBracket(share: number, values: Float64Array): Bracket {
  return { ...emptyBracket(share), count: values.length, pieces: [values] };
}

/**
 * How far the quantile of a greater sample may lie from that of this one, in standard deviations of its place. Beyond
 * lies one in 500 million, where values come in no order; and where it does, that is seen.
 */
const reach = 6;

const isOneValue = ({ least, most }: Bracket) => least === most;

/** Values of a bracket, until those of another are gathered. */
let room = new Float64Array(0);

function makeRoom(length: number): void {
  if (room.length < length) room = new Float64Array(2 * length);
}

/** Puts the values that lie in a bracket in the room, from a place on, and counts those below. @returns where they end */
function gather(bracket: Bracket, values: Float64Array, at: number): number {
  const { least, most } = bracket;
  let { below } = bracket;
  let end = at;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < least) below++;
    else if (value <= most) room[end++] = value;
  }
  bracket.below = below;
  return end;
}

/** Gathers what several brackets keep in one. @returns where it ends in the room */
function gatherAll(into: Bracket, brackets: readonly Bracket[]): number {
  makeRoom(brackets.reduce((sum, { count }) => sum + count, 0));
  let end = 0;
  for (const bracket of brackets) {
    const { least, count, pieces } = bracket;
    const all = isOneValue(bracket) ? [new Float64Array(count).fill(least)] : pieces;
    for (const piece of all) end = gather(into, piece, end);
  }
  return end;
}

/** Finds narrower ends, and forgets what lies beyond. */
function narrow(bracket: Bracket, size: number, width: number): void {
  const { share, below } = bracket;
  const all = room.subarray(0, gatherAll({ ...bracket }, [bracket]));
  bracket.since = size;
  if (all.length === 0) return;
  const around = width * Math.sqrt(size * share * (1 - share));
  const first = Math.floor((size - 1) * share - around) - below;
  const last = Math.ceil((size - 1) * share + around) + 1 - below;
  const within = (place: number) => Math.min(Math.max(place, 0), all.length - 1);
  const ends = valuesAtPlaces(all, [within(first), within(last)]);
  if (first > 0) bracket.least = ends[0] as number;
  if (last < all.length - 1) bracket.most = ends[1] as number;
  // What lies within is moved to the front of the very same room.
  bracket.count = gather(bracket, all, 0);
  bracket.pieces = [room.slice(0, isOneValue(bracket) ? 1 : bracket.count)];
}

/**
 * Adds values to a sample, and forgets those that can no longer be near the quantile.
 *
 * @param size of the sample, with these
 * @param width how far the bracket reaches, in standard deviations
 */
export function addToBracket(bracket: Bracket, added: Float64Array, size: number, width = reach): void {
  makeRoom(added.length);
  const more = gather(bracket, added, 0);
  bracket.count += more;
  if (more > 0 && !isOneValue(bracket)) bracket.pieces.push(room.slice(0, more));
  // Each time the sample has doubled: to find the ends takes longer than to gather.
  if (size >= 2 * bracket.since) narrow(bracket, size, width);
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
  const below = brackets.reduce((sum, bracket) => sum + bracket.below, 0);
  const joined: Bracket = { ...emptyBracket(share), least, most, below };
  const count = gatherAll(joined, brackets);
  const place = placeBelow(size, share) - joined.below;
  if (place < 0 || place + 1 >= count) return null;
  const [lower, upper] = valuesAtPlaces(room.subarray(0, count), [place, place + 1]) as [number, number];
  return between(lower, upper, size, share);
}
