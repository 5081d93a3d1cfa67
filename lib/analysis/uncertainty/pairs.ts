import { type Architecture, architectures } from "@/lib/model/architectures";
import { breakEvenOf } from "./break-even";
import type { CashQuantiles } from "./cash-by-month";
import { differencePercentiles, type PairUncertainty } from "./document";
import type { JoinedOutcomes } from "./outcomes";
import { type Kept, shareOf } from "./sample";
import { byPercentile, summaryOf } from "./summary";

/** @param result filled in with what one figure is above another, trial by trial */
function fillDifferences(of: Float64Array, above: Float64Array, result: Float64Array): void {
  for (let i = 0; i < result.length; i++) result[i] = (of[i] as number) - (above[i] as number);
}

/** Each architecture against each other. @param followed those whose cash is compared month by month */
export function pairsOf(
  outcomes: JoinedOutcomes,
  kept: Kept,
  cash: CashQuantiles,
  followed: ReadonlySet<Architecture>,
): Record<Architecture, Partial<Record<Architecture, PairUncertainty>>> {
  const pairs = Object.fromEntries(architectures.map((a) => [a, {}])) as ReturnType<typeof pairsOf>;
  // What is asked of each pair is found before that of the next.
  const differences = new Float64Array(kept.count);
  for (const a of architectures) {
    for (const b of architectures.filter((other) => other !== a)) {
      const [own, other] = [outcomes.architectures[a].netPresentCost, outcomes.architectures[b].netPresentCost];
      /*#__NOINLINE__*/ fillDifferences(other, own, differences);
      pairs[a][b] = {
        cheaper: shareOf(kept, (i) => (own[i] as number) < (other[i] as number)),
        difference: summaryOf(kept, differences),
        breakEven: breakEvenOf(outcomes.breakEvens, a, b),
        ...(followed.has(a) && {
          cumulativeDifference: byPercentile(differencePercentiles, (p) =>
            cash.above(b, a).map((month) => month[differencePercentiles.indexOf(p)] as number),
          ),
        }),
      };
    }
  }
  return pairs;
}
