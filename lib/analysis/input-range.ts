import type { NumberInput } from "../model/inputs/declaration";

export interface InputRange {
  readonly low: number;
  readonly high: number;
}

/** Shares so near to 1 are spread by what they lack: 99.5 % to 98.5 % and 99.83 %, never past 100 %. */
const nearlyAll = 0.95;

/**
 * The range to try of an input. At the default it is the one declared. Another value keeps the spread of the declared one:
 * by points for rates of change, by what is lacking for shares near 1, else by the same factors.
 *
 * @returns null where the input has no range: it is a choice
 */
export function rangeOf(input: NumberInput, value: number): InputRange | null {
  const { low, high, default: usual, min, max, unit } = input;
  if (low === undefined || high === undefined) return null;
  const within = (range: InputRange): InputRange => ({
    low: Math.min(value, Math.max(min, range.low)),
    high: Math.max(value, Math.min(max, range.high)),
  });
  if (value === usual) return { low, high };
  if (unit === "per year" && min < 0) return within({ low: value + low - usual, high: value + high - usual });
  if (usual === 1) return within({ low, high });
  if (unit === "share" && usual > nearlyAll) {
    const lacking = (bound: number) => 1 - ((1 - value) * (1 - bound)) / (1 - usual);
    return within({ low: lacking(low), high: lacking(high) });
  }
  return within({ low: (value * low) / usual, high: (value * high) / usual });
}
