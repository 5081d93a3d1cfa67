import { quantile } from "@/lib/math/quantile";
import { sorted } from "@/lib/math/sort";
import { type Architecture, architectures } from "@/lib/model/architectures";
import { isAhead } from "@/lib/model/ranking";
import { differencePercentiles, type PairUncertainty } from "./document";
import type { JoinedArchitecture, JoinedOutcomes } from "./outcomes";
import { type Kept, shareOf } from "./sample";
import { byPercentile, percentiles, summaryOf } from "./summary";

/** Later than any month. */
const never = 32_767;

/** The months by which a is ahead of b for good, trial by trial; all trials a month at a time, as their cash lies. */
function breakEven(
  { months, kept: count }: JoinedOutcomes,
  a: JoinedArchitecture,
  b: JoinedArchitecture,
): PairUncertainty["breakEven"] {
  const since = new Int16Array(count).fill(never);
  for (let t = 0; t <= months; t++) {
    const [own, other] = [a.cumulative(t), b.cumulative(t)];
    for (let i = 0; i < count; i++) {
      if (!isAhead(own[i] as number, other[i] as number)) since[i] = never;
      else if (since[i] === never) since[i] = t;
    }
  }
  since.sort();
  const first = since.indexOf(never);
  return {
    never: first === -1 ? 0 : (count - first) / count,
    quantiles: byPercentile(percentiles, (p) => {
      const month = since[Math.ceil((p * count) / 100) - 1] as number;
      return month === never ? null : month;
    }),
  };
}

function differenceByMonth({ months }: JoinedOutcomes, a: JoinedArchitecture, b: JoinedArchitecture) {
  const fan = Array.from({ length: months + 1 }, (_, t) => {
    const other = b.cumulative(t);
    const differences = sorted(a.cumulative(t).map((x, i) => (other[i] as number) - x));
    return differencePercentiles.map((p) => quantile(differences, p / 100));
  });
  return byPercentile(differencePercentiles, (p) =>
    fan.map((month) => month[differencePercentiles.indexOf(p)] as number),
  );
}

/** Each architecture against each other. */
export function pairsOf(
  outcomes: JoinedOutcomes,
  kept: Kept,
  followed: readonly string[],
): Record<Architecture, Partial<Record<Architecture, PairUncertainty>>> {
  const pair = (a: Architecture, b: Architecture): PairUncertainty => {
    const [own, other] = [outcomes.architectures[a], outcomes.architectures[b]];
    const difference = own.netPresentCost.map((x, i) => (other.netPresentCost[i] as number) - x);
    return {
      cheaper: shareOf(kept, (i) => (own.netPresentCost[i] as number) < (other.netPresentCost[i] as number)),
      difference: summaryOf(kept, difference),
      breakEven: breakEven(outcomes, own, other),
      ...(followed.includes(a) && { cumulativeDifference: differenceByMonth(outcomes, own, other) }),
    };
  };
  return Object.fromEntries(
    architectures.map((a) => [a, Object.fromEntries(architectures.filter((b) => b !== a).map((b) => [b, pair(a, b)]))]),
  ) as ReturnType<typeof pairsOf>;
}
