import { type Architecture, architectures } from "./architectures";
import type { ArchitectureResult } from "./result";

/** The architectures, eligible ones first, each group by net present cost; ties keep the order of the list. */
export function rank(
  results: Readonly<Record<Architecture, Pick<ArchitectureResult, "eligible" | "netPresentCost">>>,
): Architecture[] {
  return [...architectures].sort(
    (a, b) =>
      Number(results[b].eligible) - Number(results[a].eligible) ||
      results[a].netPresentCost - results[b].netPresentCost,
  );
}

/**
 * The first month (0 counts) from which a's cumulative cash never again exceeds b's by more than 1e-9 of the larger of
 * the two (and of 1); null where it ends above.
 *
 * @param cumulative of a and of b in a month; asked once for each month, in order
 * @param months the horizon
 */
export function breakEvenOf(
  cumulative: (month: number) => readonly [a: number, b: number],
  months: number,
): number | null {
  let since: number | null = null;
  for (let t = 0; t <= months; t++) {
    const [a, b] = cumulative(t);
    const isAhead = a - b <= 1e-9 * Math.max(Math.abs(a), Math.abs(b), 1);
    if (!isAhead) since = null;
    else since ??= t;
  }
  return since;
}

/** The same from the cash of each month. */
export function breakEvenMonth(a: readonly number[], b: readonly number[]): number | null {
  let [sumA, sumB] = [0, 0];
  return breakEvenOf((t) => {
    sumA += a[t] as number;
    sumB += b[t] as number;
    return [sumA, sumB];
  }, a.length - 1);
}
