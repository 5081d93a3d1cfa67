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

/** So much of the greater sum, or of so much money, is no difference. */
export const aheadBy = { share: 1e-9, atLeast: 1 } as const;

/** Whether a's cumulative cash exceeds b's by no more than 1e-9 of the larger of the two (and of 1). */
export function isAhead(a: number, b: number): boolean {
  // The first tells most of them apart, many times faster.
  return a <= b || a - b <= aheadBy.share * Math.max(Math.abs(a), Math.abs(b), aheadBy.atLeast);
}

/**
 * The first month (0 counts) from which a's cumulative cash never again exceeds b's; null where it ends above.
 *
 * @param a cash of each month
 */
export function breakEvenMonth(a: readonly number[], b: readonly number[]): number | null {
  let [sumA, sumB] = [0, 0];
  let since: number | null = null;
  for (const [t, cash] of a.entries()) {
    sumA += cash;
    sumB += b[t] as number;
    if (!isAhead(sumA, sumB)) since = null;
    else since ??= t;
  }
  return since;
}
