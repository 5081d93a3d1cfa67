/**
 * The quantile of a sample, with linear interpolation between its values (a spreadsheet's PERCENTILE.INC).
 *
 * @param sorted two values or more, least first
 * @param p 0 to 1
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const g = (sorted.length - 1) * p;
  const k = Math.min(Math.floor(g), sorted.length - 2);
  const below = sorted[k] as number;
  return below + (g - k) * ((sorted[k + 1] as number) - below);
}
