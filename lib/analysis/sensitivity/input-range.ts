import type { NumberInput } from "@/lib/model/inputs/declaration";

/** The range over which an input is tried, in its own unit. */
export interface InputRange {
  readonly low: number;
  readonly high: number;
}

/** Shares so near to 1 are spread by what they lack: 99.5 % to 98.5 % and 99.83 %, never past 100 %. */
const nearlyAll = 0.95;

/** The ends of a person's own ranges, by the key of their input; either may be missing. */
export type OwnRanges = Readonly<Record<string, Partial<InputRange> | undefined>>;

/** Whether an end of the range is a person's own. */
export function isOwnRange(own: Partial<InputRange> | undefined): boolean {
  return own?.low !== undefined || own?.high !== undefined;
}

/**
 * The range to try of an input: a person's own ends, and for a missing one the usual end, or the value where there is none.
 *
 * @returns null where no end is a person's own and the input has no usual range
 */
export function triedRange(input: NumberInput, value: number, own: Partial<InputRange> | undefined): InputRange | null {
  const usual = rangeOf(input, value);
  if (!isOwnRange(own)) return usual;
  const { low = usual?.low ?? value, high = usual?.high ?? value } = own ?? {};
  // Of two ends that do not meet, the one that was stated stands.
  if (low <= high) return { low, high };
  return own?.low === undefined ? { low: high, high } : { low, high: low };
}

/**
 * The usual range of an input. At the default it is the one declared. Another value keeps the spread of the declared one:
 * by points for rates of change, by what is lacking for shares near 1, else by the same factors.
 *
 * @returns null where the input has no range: it is a choice
 */
export function rangeOf(input: NumberInput, value: number): InputRange | null {
  const { low, high, default: usual, min, max, format, integer } = input;
  if (low === undefined || high === undefined) return null;
  const nearest = (end: number) => (integer ? Math.floor(end + 0.5) : end);
  const within = (range: InputRange): InputRange => ({
    low: Math.min(value, Math.max(min, nearest(range.low))),
    high: Math.max(value, Math.min(max, nearest(range.high))),
  });
  if (value === usual) return { low, high };
  if (format === "yearlyChange") return within({ low: value + low - usual, high: value + high - usual });
  if (usual === 1) return within({ low, high });
  if (format === "percent" && usual > nearlyAll) {
    const lacking = (bound: number) => 1 - ((1 - value) * (1 - bound)) / (1 - usual);
    return within({ low: lacking(low), high: lacking(high) });
  }
  return within({ low: (value * low) / usual, high: (value * high) / usual });
}
