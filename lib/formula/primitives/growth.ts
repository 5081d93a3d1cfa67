import { pow } from "../../math/pow";

export const monthsPerYear = 12;

/**
 * (1 + rate)^(t/12) for the months t = 0..months: within a year by multiplication with the twelfth root, from year to year by that
 * with 1 + rate. So a whole year is exact, and the eleven products in between cost 1e-15 at most.
 *
 * @param levels where they go, the months one after the other
 */
export function growthLevels(rate: number, months: number, levels: Float64Array): void {
  const year = 1 + rate;
  const month = pow(year, 1 / monthsPerYear);
  levels[0] = 1;
  for (let t = 1; t <= months; t++) {
    levels[t] = t < monthsPerYear ? (levels[t - 1] as number) * month : (levels[t - monthsPerYear] as number) * year;
  }
}
