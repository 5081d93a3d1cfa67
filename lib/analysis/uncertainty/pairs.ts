import { quantilesOf } from "@/lib/math/quantile";
import { type Architecture, architectures } from "@/lib/model/architectures";
import { isAhead } from "@/lib/model/ranking";
import { differencePercentiles, type PairUncertainty } from "./document";
import type { JoinedOutcomes } from "./outcomes";
import { type Kept, shareOf } from "./sample";
import { byPercentile, percentiles, summaryOf } from "./summary";

const differenceShares = differencePercentiles.map((p) => p / 100);

/** Later than any month. */
const never = 32_767;

/** What is followed from month to month of a pair. */
interface Followed {
  readonly a: Architecture;
  readonly b: Architecture;
  /** The month since which a is ahead of b, trial by trial. */
  readonly since: Int16Array;
  /** By month, the quantiles of b's cumulative cash less a's; where they are asked for. */
  readonly differences: number[][] | undefined;
}

function followMonth({ a, b, since, differences }: Followed, cash: JoinedOutcomes["architectures"], t: number): void {
  const [own, other] = [cash[a].cumulative(t), cash[b].cumulative(t)];
  for (let i = 0; i < since.length; i++) {
    if (!isAhead(own[i] as number, other[i] as number)) since[i] = never;
    else if (since[i] === never) since[i] = t;
  }
  if (!differences) return;
  const difference = new Float64Array(own.length);
  for (let i = 0; i < own.length; i++) difference[i] = (other[i] as number) - (own[i] as number);
  differences.push(quantilesOf(difference, differenceShares));
}

function breakEven(since: Int16Array): PairUncertainty["breakEven"] {
  const months = since.slice().sort();
  const count = months.length;
  const first = months.indexOf(never);
  return {
    never: first === -1 ? 0 : (count - first) / count,
    quantiles: byPercentile(percentiles, (p) => {
      const month = months[Math.ceil((p * count) / 100) - 1] as number;
      return month === never ? null : month;
    }),
  };
}

/** Each architecture against each other. */
export function pairsOf(
  outcomes: JoinedOutcomes,
  kept: Kept,
  asked: readonly string[],
): Record<Architecture, Partial<Record<Architecture, PairUncertainty>>> {
  const followed = architectures.flatMap((a) =>
    architectures
      .filter((b) => b !== a)
      .map(
        (b): Followed => ({
          a,
          b,
          since: new Int16Array(kept.count).fill(never),
          differences: asked.includes(a) ? [] : undefined,
        }),
      ),
  );
  // All pairs a month at a time, as their cash lies.
  for (let t = 0; t <= outcomes.months; t++) {
    for (const pair of followed) followMonth(pair, outcomes.architectures, t);
  }
  const pairs = Object.fromEntries(architectures.map((a) => [a, {}])) as ReturnType<typeof pairsOf>;
  for (const { a, b, since, differences } of followed) {
    const [own, other] = [outcomes.architectures[a].netPresentCost, outcomes.architectures[b].netPresentCost];
    pairs[a][b] = {
      cheaper: shareOf(kept, (i) => (own[i] as number) < (other[i] as number)),
      difference: summaryOf(
        kept,
        own.map((x, i) => (other[i] as number) - x),
      ),
      breakEven: breakEven(since),
      ...(differences && {
        cumulativeDifference: byPercentile(differencePercentiles, (p) =>
          differences.map((month) => month[differencePercentiles.indexOf(p)] as number),
        ),
      }),
    };
  }
  return pairs;
}
