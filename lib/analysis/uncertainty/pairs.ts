import { quantile } from "@/lib/math/quantile";
import { type Architecture, architectures } from "@/lib/model/architectures";
import { breakEvenOf } from "@/lib/model/ranking";
import { differencePercentiles, type PairUncertainty } from "./document";
import type { Outcomes } from "./outcomes";
import { type Kept, shareOf } from "./sample";
import { byPercentile, percentiles, summaryOf } from "./summary";

/** Later than any month. */
const never = 32_767;

function breakEven(
  a: readonly Float64Array[],
  b: readonly Float64Array[],
  count: number,
): PairUncertainty["breakEven"] {
  const months = Int16Array.from(
    { length: count },
    (_, i) => breakEvenOf((t) => [a[t]?.[i] as number, b[t]?.[i] as number], a.length - 1) ?? never,
  ).sort();
  const first = months.indexOf(never);
  return {
    never: first === -1 ? 0 : (count - first) / count,
    quantiles: byPercentile(percentiles, (p) => {
      const month = months[Math.ceil((p * count) / 100) - 1] as number;
      return month === never ? null : month;
    }),
  };
}

function differenceByMonth(a: readonly Float64Array[], b: readonly Float64Array[]) {
  const sorted = a.map((cash, t) => cash.map((x, i) => (b[t]?.[i] as number) - x).sort());
  return byPercentile(differencePercentiles, (p) => sorted.map((differences) => quantile(differences, p / 100)));
}

/** Each architecture against each other. */
export function pairsOf(
  { architectures: outcomes }: Outcomes,
  kept: Kept,
  followed: readonly string[],
): Record<Architecture, Partial<Record<Architecture, PairUncertainty>>> {
  const pair = (a: Architecture, b: Architecture): PairUncertainty => {
    const [own, other] = [outcomes[a], outcomes[b]];
    const difference = own.netPresentCost.map((x, i) => (other.netPresentCost[i] as number) - x);
    return {
      cheaper: shareOf(kept, (i) => (own.netPresentCost[i] as number) < (other.netPresentCost[i] as number)),
      difference: summaryOf(kept, difference),
      breakEven: breakEven(own.cumulative, other.cumulative, kept.count),
      ...(followed.includes(a) && { cumulativeDifference: differenceByMonth(own.cumulative, other.cumulative) }),
    };
  };
  return Object.fromEntries(
    architectures.map((a) => [a, Object.fromEntries(architectures.filter((b) => b !== a).map((b) => [b, pair(a, b)]))]),
  ) as ReturnType<typeof pairsOf>;
}
