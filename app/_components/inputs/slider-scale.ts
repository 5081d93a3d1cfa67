import { type InputRange, triedRange } from "@/lib/analysis/sensitivity/input-range";
import type { NumberInput } from "@/lib/model/inputs/declaration";

/** A slider's places, 0 to `last`, and the figures that they stand for. */
export interface SliderScale {
  last: number;
  low: number;
  high: number;
  toPlace: (value: number) => number;
  toValue: (place: number) => number;
}

const places = 100;

/** Rounded to the digit that tells one place of the slider from the next, so that a figure has no digits that nobody chose. */
function rounded(value: number, step: number): number {
  const digits = Math.floor(Math.log10(step / 2));
  return Number((Math.round(value / 10 ** digits) * 10 ** digits).toPrecision(12));
}

/**
 * The slider over the usual range of an input (lib/analysis/sensitivity/input-range.ts); null where it has none. By equal ratios where the
 * range spans a factor of ten.
 *
 * @param around the figure that the range belongs to: the default, or what the field held when it was opened or left
 */
export function sliderScale(
  input: NumberInput,
  around: number = input.default,
  // A figure at the end of its scale, such as 0, has none of its own.
  range: InputRange | null = triedRange(input, around) ?? triedRange(input, input.default),
): SliderScale | null {
  if (range === null) return null;
  const { integer, min, max } = input;
  const [from, to] = integer ? [Math.ceil(range.low), Math.floor(range.high)] : [range.low, range.high];
  if (from >= to) return null;
  const growth = (to / from) ** (1 / places);
  // Whole numbers that lie close together would share a place.
  const isByRatio = from > 0 && to / from >= 10 && (!integer || from * (growth - 1) >= 1);
  const last = integer && !isByRatio ? Math.min(places, to - from) : places;
  const within = (value: number) => Math.min(Math.max(value, from, min), to, max);
  return {
    last,
    low: from,
    high: to,
    toPlace: (value) => {
      const inside = within(value);
      const share = isByRatio ? Math.log(inside / from) / Math.log(to / from) : (inside - from) / (to - from);
      return Math.round(share * last);
    },
    toValue: (place) => {
      const share = place / last;
      const exact = isByRatio ? from * (to / from) ** share : from + share * (to - from);
      if (integer) return within(Math.round(exact));
      return within(rounded(exact, isByRatio ? exact * (growth - 1) : (to - from) / last));
    },
  };
}
