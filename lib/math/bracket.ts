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
  /** How many lie from the least to the most. */
  count: number;
  /** These come first; only one of them is put there where both ends are the same. */
  values: Float64Array;
  /** The size of the sample when the ends were found. */
  since: number;
}

/** Of a sample that is still empty: all is kept at first. */
export function emptyBracket(share: number): Bracket {
  const [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return { share, least, most, below: 0, count: 0, values: new Float64Array(0), since: 0 };
}

/** A whole sample as a bracket. */
export function wholeBracket(share: number, values: Float64Array): Bracket {
  return { ...emptyBracket(share), count: values.length, values };
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

/** Puts the first of some values that lie in a bracket in the room, from a place on, and counts those below. @returns where they end */
function gather(bracket: Bracket, values: Float64Array, count: number, at: number): number {
  const { least, most } = bracket;
  let { below } = bracket;
  let end = at;
  for (let i = 0; i < count; i++) {
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
    const { least, count, values } = bracket;
    end = gather(into, isOneValue(bracket) ? new Float64Array(count).fill(least) : values, count, end);
  }
  return end;
}

/** A bracket has room for so much more than it needs when it is given more, so that this is seldom. */
const spare = 1.25;
/** It is given less where it has so many times as much as it needs. */
const ample = 3;

/**
 * Keeps the first values of the room behind those that a bracket has.
 *
 * @param at how many these are
 * @param expected how many there will be at some time: room for them is taken at once, and never left
 */
function keep(bracket: Bracket, at: number, count: number, expected: number): void {
  const known = bracket.values;
  if (known.length < at + count || known.length > ample * Math.max(at + count, expected)) {
    bracket.values = new Float64Array(Math.max(Math.ceil(spare * (at + count)), expected));
    bracket.values.set(known.subarray(0, at));
  }
  const { values } = bracket;
  for (let i = 0; i < count; i++) values[at + i] = room[i] as number;
}

/**
 * How many values a bracket comes to hold of a sample that grows to a known size, but for equal ones: the most that its
 * stretch holds before it is made narrower, where half of them are there.
 */
function expectedIn({ share }: Bracket, { size, total, width }: Required<Sample>): number {
  if (size >= total || total === Number.POSITIVE_INFINITY) return 0;
  return Math.ceil(growth * width * Math.sqrt(total * share * (1 - share)));
}

/** Finds narrower ends of what is in the room, and forgets what lies beyond. */
function narrow(bracket: Bracket, all: Float64Array, sample: Required<Sample>): void {
  const { size, total, width } = sample;
  const { share, below } = bracket;
  bracket.since = size;
  if (all.length === 0) return;
  // By how much the quantile of all can differ from that of these: not at all where these are all.
  const around = width * size * Math.sqrt(share * (1 - share) * Math.max(0, 1 / size - 1 / total));
  const first = Math.floor((size - 1) * share - around) - below;
  const last = Math.ceil((size - 1) * share + around) + 1 - below;
  const within = (place: number) => Math.min(Math.max(place, 0), all.length - 1);
  const ends = valuesAtPlaces(all, [within(first), within(last)]);
  if (first > 0) bracket.least = ends[0] as number;
  if (last < all.length - 1) bracket.most = ends[1] as number;
  // What lies within is moved to the front of the very same room.
  bracket.count = gather(bracket, all, all.length, 0);
  if (isOneValue(bracket)) keep(bracket, 0, 1, 0);
  else keep(bracket, 0, bracket.count, expectedIn(bracket, sample));
}

/** Ends are looked for each time that a sample has grown by half: to find them takes longer than to gather. */
const growth = 1.5;

/** What values are added to. */
export interface Sample {
  /** With these. */
  readonly size: number;
  /** The greatest that it can become, with the samples that are joined to it in the end. */
  readonly total?: number;
  /** How far a bracket reaches, in standard deviations. */
  readonly width?: number;
}

/** Adds values to a sample, and forgets those that can no longer be near the quantile. */
export function addToBracket(
  bracket: Bracket,
  added: Float64Array,
  { size, total = Number.POSITIVE_INFINITY, width = reach }: Sample,
): void {
  makeRoom(bracket.count + added.length);
  const { count } = bracket;
  if (size < growth * bracket.since && size < total) {
    const more = gather(bracket, added, added.length, 0);
    bracket.count += more;
    if (!isOneValue(bracket)) keep(bracket, count, more, expectedIn(bracket, { size, total, width }));
    return;
  }
  // What is made narrower is not put by first.
  for (let i = 0; i < count; i++) room[i] = isOneValue(bracket) ? bracket.least : (bracket.values[i] as number);
  bracket.count = gather(bracket, added, added.length, count);
  narrow(bracket, room.subarray(0, bracket.count), { size, total, width });
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
