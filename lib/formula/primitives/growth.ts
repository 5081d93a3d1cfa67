import { pow } from "../../math/pow";

export const monthsPerYear = 12;

/** Levels of late, by a few bits of their rate: the lines of a trial share them. */
const remembered = 64;
const rates = new Float64Array(remembered).fill(Number.NaN);
const rows: Float64Array[] = Array.from({ length: remembered }, () => new Float64Array(0));

/**
 * (1 + rate)^(t/12) for the months t = 0..months: within a year by multiplication with the twelfth root, from year to
 * year by that with 1 + rate. So a whole year is exact, and the eleven products in between cost 1e-15 at most.
 *
 * @returns a row of these months or more, to be read only
 */
export function growthLevels(rate: number, months: number): Float64Array {
  const slot = (rate * 1e9) & (remembered - 1);
  const known = rows[slot] as Float64Array;
  if (rates[slot] === rate && known.length > months) return known;
  const levels = known.length > months ? known : new Float64Array(months + 1);
  const year = 1 + rate;
  const month = pow(year, 1 / monthsPerYear);
  levels[0] = 1;
  for (let t = 1; t < levels.length; t++) {
    levels[t] = t < monthsPerYear ? (levels[t - 1] as number) * month : (levels[t - monthsPerYear] as number) * year;
  }
  rates[slot] = rate;
  rows[slot] = levels;
  return levels;
}
