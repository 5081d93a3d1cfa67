const digitBits = 11;
const buckets = 1 << digitBits;
const digitMask = buckets - 1;
/** 32 bits in three digits, least first. */
const shifts = [0, 11, 22] as const;
/** Runs that the first 32 bits do not tell apart, up to which insertion is fast. */
const shortRun = 24;

const high = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

interface Room {
  readonly keys: Uint32Array;
  readonly order: Uint32Array;
  readonly other: Uint32Array;
}

const counts = new Uint32Array(buckets);
let room: Room = { keys: new Uint32Array(0), order: new Uint32Array(0), other: new Uint32Array(0) };

function roomFor(length: number): Room {
  if (room.keys.length < length) {
    room = { keys: new Uint32Array(length), order: new Uint32Array(length), other: new Uint32Array(length) };
  }
  return room;
}

/** The first 32 bits of each double, so turned that they rise as the doubles do. */
function fillKeys(values: Float64Array, keys: Uint32Array): void {
  const halves = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
  for (let i = 0; i < values.length; i++) {
    // -0 is 0 in the order of numbers.
    const word = values[i] === 0 ? 0 : (halves[2 * i + high] as number);
    keys[i] = word & 0x80000000 ? ~word : word | 0x80000000;
  }
}

/** Distributes places by one digit of their keys, in order. */
function distribute(keys: Uint32Array, from: Uint32Array, to: Uint32Array, length: number, shift: number): void {
  counts.fill(0);
  for (let i = 0; i < length; i++) {
    const digit = ((keys[i] as number) >>> shift) & digitMask;
    counts[digit] = (counts[digit] as number) + 1;
  }
  let sum = 0;
  for (let digit = 0; digit < buckets; digit++) {
    const count = counts[digit] as number;
    counts[digit] = sum;
    sum += count;
  }
  for (let i = 0; i < length; i++) {
    const place = from[i] as number;
    const digit = ((keys[place] as number) >>> shift) & digitMask;
    const at = counts[digit] as number;
    counts[digit] = at + 1;
    to[at] = place;
  }
}

/** Puts a run of places with the same first 32 bits in order by the rest. */
function finishRun(values: Float64Array, order: Uint32Array, from: number, to: number): void {
  if (to - from > shortRun) {
    order.subarray(from, to).sort((a, b) => (values[a] as number) - (values[b] as number) || a - b);
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const place = order[i] as number;
    const value = values[place] as number;
    let at = i;
    while (at > from && (values[order[at - 1] as number] as number) > value) {
      order[at] = order[at - 1] as number;
      at--;
    }
    order[at] = place;
  }
}

/**
 * The places of values, least first; equal ones in the order in which they stand. Sorted by digits of their first 32
 * bits (Knuth, The Art of Computer Programming, volume 3, 5.2.5), then by the rest where these are the same.
 *
 * @param values no NaN among them
 */
export function ascending(values: Float64Array): Uint32Array {
  const { length } = values;
  const { keys, order, other } = roomFor(length);
  fillKeys(values, keys);
  for (let i = 0; i < length; i++) other[i] = i;
  distribute(keys, other, order, length, shifts[0]);
  distribute(keys, order, other, length, shifts[1]);
  distribute(keys, other, order, length, shifts[2]);
  const result = order.slice(0, length);
  for (let from = 0; from < length; ) {
    const key = keys[result[from] as number];
    let to = from + 1;
    while (to < length && keys[result[to] as number] === key) to++;
    if (to - from > 1) finishRun(values, result, from, to);
    from = to;
  }
  return result;
}

/** Where the places of each bucket begin, and where the next is put. */
let starts = { next: new Uint32Array(0), begin: new Uint32Array(0) };

/**
 * The same of values that are evenly told apart by buckets beforehand: many times faster where few are in each.
 *
 * @param bucketOf a whole number for each value, which never falls where the value rises
 * @param count buckets; each number is below it
 * @param order filled in: as long as the values
 */
export function ascendingInBuckets(
  values: Float64Array,
  bucketOf: Uint16Array,
  count: number,
  order = new Uint32Array(values.length),
): Uint32Array {
  if (starts.next.length <= count) starts = { next: new Uint32Array(count + 1), begin: new Uint32Array(count + 1) };
  const { next, begin } = starts;
  next.fill(0, 0, count + 1);
  for (let i = 0; i < values.length; i++) {
    const after = (bucketOf[i] as number) + 1;
    next[after] = (next[after] as number) + 1;
  }
  for (let b = 0; b < count; b++) next[b + 1] = (next[b + 1] as number) + (next[b] as number);
  begin.set(next.subarray(0, count + 1));
  for (let i = 0; i < values.length; i++) {
    const bucket = bucketOf[i] as number;
    const value = values[i] as number;
    const from = begin[bucket] as number;
    let at = next[bucket] as number;
    next[bucket] = at + 1;
    for (; at > from && (values[order[at - 1] as number] as number) > value; at--) order[at] = order[at - 1] as number;
    order[at] = i;
  }
  return order;
}

const mostParts = 4096;
const partCounts = new Uint32Array(mostParts + 1);
let parted = { partOf: new Uint16Array(0), values: new Float64Array(0) };

/** Puts the values from one place to another (without it) in order, quickly where they are few. No NaN may be among them. */
export function sortFew(values: Float64Array, from: number, to: number): void {
  if (to - from > shortRun) {
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

/** Puts values in order, no NaN among them: told apart by equal parts of their range first, which is faster where it is even. */
export function sortInParts(values: Float64Array): void {
  const { length } = values;
  if (length <= shortRun) {
    sortFew(values, 0, length);
    return;
  }
  let [least, greatest] = [values[0] as number, values[0] as number];
  for (let i = 1; i < length; i++) {
    const value = values[i] as number;
    if (value < least) least = value;
    else if (value > greatest) greatest = value;
  }
  let parts = 64;
  while (parts < mostParts && parts < 2 * length) parts *= 2;
  const scale = (parts - 1) / (greatest - least);
  if (!(scale > 0 && scale < Number.POSITIVE_INFINITY)) {
    values.sort();
    return;
  }
  if (parted.values.length < length) {
    parted = { partOf: new Uint16Array(2 * length), values: new Float64Array(2 * length) };
  }
  const { partOf, values: room } = parted;
  partCounts.fill(0, 0, parts + 1);
  for (let i = 0; i < length; i++) {
    const part = ((values[i] as number) - least) * scale;
    partOf[i] = part;
    const after = (partOf[i] as number) + 1;
    partCounts[after] = (partCounts[after] as number) + 1;
  }
  for (let part = 1; part <= parts; part++) {
    partCounts[part] = (partCounts[part] as number) + (partCounts[part - 1] as number);
  }
  for (let i = 0; i < length; i++) {
    const part = partOf[i] as number;
    const at = partCounts[part] as number;
    room[at] = values[i] as number;
    partCounts[part] = at + 1;
  }
  // Now each part ends where its count says.
  let from = 0;
  for (let i = 0; from < length; i++) {
    const to = partCounts[i] as number;
    if (to - from > 1) sortFew(room, from, to);
    from = to;
  }
  values.set(room.subarray(0, length));
}
