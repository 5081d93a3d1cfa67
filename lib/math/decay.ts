import { inverseLn2, ln2High, ln2Low } from "./exp";

/** e^-44 is less than half of the last digit of 1. */
export const gone = 44;
/** 2^-k. */
const halves = Float64Array.from({ length: 65 }, (_, k) => 2 ** -k);

/**
 * e^-x - 1 for x >= 0, to some 2e-16 of itself: several times faster than expm1, for sums of hundreds of them. With 1
 * added it is e^-x to a last digit of 1.
 */
export function lostOf(x: number): number {
  if (!(x < gone)) return x >= gone ? -1 : Number.NaN;
  // x = k ln 2 - r with |r| at most half of ln 2, where Taylor's series to the 13th power has all digits.
  const k = Math.floor(x * inverseLn2 + 0.5);
  const r = k * ln2High - x + k * ln2Low;
  const r2 = r * r;
  const r4 = r2 * r2;
  const low = 1 / 2 + r * (1 / 6) + r2 * (1 / 24 + r * (1 / 120));
  const middle = 1 / 720 + r * (1 / 5040) + r2 * (1 / 40_320 + r * (1 / 362_880));
  const high = 1 / 3_628_800 + r * (1 / 39_916_800) + r2 * (1 / 479_001_600 + r * (1 / 6_227_020_800));
  const grown = r + r2 * (low + r4 * (middle + r4 * high));
  const scale = halves[k] as number;
  return scale * grown + (scale - 1);
}

/** Puts e^-x - 1 in the place of each of the first values: in one loop, where no result is boxed. */
export function loseAll(values: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) values[i] = lostOf(values[i] as number);
}
