import { between, placeBelow } from "../quantile";
import { countKept, countsAt, type Found, type Range, type Stretches, settle, valueAt } from "./order";

/** All that is known around a place: no value between these ends was forgotten. */
function knownAround({ ends, isKept }: Stretches, found: Found): Range | null {
  if ("forgotten" in found) return null;
  const { value } = found;
  let lower = 0;
  while (lower < ends.length && (ends[lower] as number) < value) lower++;
  let upper = ends[lower] === value ? lower + 1 : lower;
  while (lower >= 0 && isKept[lower]) lower--;
  // The gap at `lower` was forgotten, so the stretch begins at the end above it.
  while (upper <= ends.length && isKept[upper]) upper++;
  return { from: ends[lower] ?? Number.NEGATIVE_INFINITY, to: ends[upper - 1] ?? Number.POSITIVE_INFINITY };
}

const placeOf = (share: number, size: number) => Math.max(0, placeBelow(size, share));

let room = new Float64Array(0);

/** The values that samples know in a range, in order; they lie where the next ones will. */
function knownIn(samples: readonly Stretches[], { from, to }: Range): Float64Array {
  const most = samples.reduce((sum, { kept, ends }) => sum + kept + ends.length, 0);
  if (room.length < most) room = new Float64Array(most);
  let count = 0;
  for (const sample of samples) {
    for (const end of sample.ends) if (from <= end && end <= to) room[count++] = end;
    const some = sample.values.subarray(countKept(sample, from, false), countKept(sample, to, true));
    room.set(some, count);
    count += some.length;
  }
  return room.subarray(0, count).sort();
}

/** The value at a place of several samples as one; null where it was forgotten. @param known the values that may be there */
function valueOfAll(samples: readonly Stretches[], known: Float64Array, place: number): number | null {
  const counted = (value: number) =>
    samples.reduce(
      (sum, sample) => {
        const { below, at } = countsAt(sample, value);
        return { below: sum.below + below, upTo: sum.upTo + below + at };
      },
      { below: 0, upTo: 0 },
    );
  let [from, to] = [0, known.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (counted(known[middle] as number).upTo <= place) from = middle + 1;
    else to = middle;
  }
  const value = known[from];
  return value !== undefined && counted(value).below <= place ? value : null;
}

/**
 * A quantile of several samples as one, exactly.
 *
 * @param parts the samples, two values or more in all
 * @param share one of those that they are kept for
 * @returns null where the values that it takes were forgotten
 */
export function quantileOfStretches(parts: readonly Stretches[], share: number): number | null {
  const samples = parts.filter(({ size }) => size > 0);
  const size = samples.reduce((sum, sample) => sum + sample.size, 0);
  const ranges = samples.map((sample) => {
    settle(sample);
    return knownAround(sample, valueAt(sample, placeOf(share, sample.size)));
  });
  const range = ranges.reduce(
    (all, each) => all && each && { from: Math.max(all.from, each.from), to: Math.min(all.to, each.to) },
    { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY },
  );
  if (!range || range.from > range.to) return null;
  const known = knownIn(samples, range);
  const place = placeBelow(size, share);
  const [below, next] = [place, place + 1].map((at) => valueOfAll(samples, known, at)) as [
    number | null,
    number | null,
  ];
  return below === null || next === null ? null : between(below, next, size, share);
}
