import type { Architecture } from "@/lib/model/architectures";
import { breakEvenMonth, isAhead } from "@/lib/model/ranking";
import type { ModelResult, Series } from "@/lib/model/result";
import type { PairUncertainty, UncertaintyDocument } from "../uncertainty/document";

/** What trials tell of an architecture against going on as now. */
export interface SavingsDoubt {
  /** The share of trials in which it costs less, net present, 0 to 1. */
  readonly saves: number;
  /** Net present savings by percentile, money; below zero it costs more. */
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** The month by which it has paid back in 10, 50 and 90 of 100 trials; null where it has not in so many. */
  readonly payback: Readonly<Record<10 | 50 | 90, number | null>>;
  /** The share of trials in which it never does. */
  readonly never: number;
}

/** An architecture against going on as now; money. */
export interface Savings {
  readonly architecture: Architecture;
  readonly isEligible: boolean;
  /** What runs today costs less its own cost; below zero it costs more. */
  readonly netPresent: number;
  readonly cash: number;
  /** The first month, 0 being set-up, from which it has never again cost more in cash than going on; null within the horizon never. */
  readonly payback: number | null;
  /** The most by which it has cost more so far, and when; null where it never has. */
  readonly ahead: { readonly amount: number; readonly month: number } | null;
  /** Null before trials, and for what runs today: against itself nothing is in doubt. */
  readonly doubt: SavingsDoubt | null;
}

/** The four architectures by rank, those that miss a target last. */
export function savingsOf(
  { ranking, architectures: of }: Pick<ModelResult, "ranking" | "architectures">,
  today: Architecture,
  uncertainty: Pick<UncertaintyDocument, "pairs"> | null,
): Savings[] {
  const now = of[today];
  return ranking.map((architecture) => {
    const own = of[architecture];
    const [cash, cashNow] = [own.views.cash.total, now.views.cash.total];
    const pair = uncertainty?.pairs[architecture][today];
    return {
      architecture,
      isEligible: own.eligible,
      netPresent: now.netPresentCost - own.netPresentCost,
      cash: now.total - own.total,
      payback: breakEvenMonth(cash, cashNow),
      ahead: mostAhead(cash, cashNow),
      doubt: pair === undefined ? null : doubtOf(pair),
    };
  });
}

function mostAhead(own: Series, now: Series): Savings["ahead"] {
  let [spent, otherwise] = [0, 0];
  let most: Savings["ahead"] = null;
  for (const [month, cash] of own.entries()) {
    spent += cash;
    otherwise += now[month] as number;
    const amount = spent - otherwise;
    if (!isAhead(spent, otherwise) && amount > (most?.amount ?? 0)) most = { amount, month };
  }
  return most;
}

function doubtOf({ cheaper, difference, breakEven }: PairUncertainty): SavingsDoubt {
  const { 10: p10, 50: p50, 90: p90 } = difference.quantiles;
  const { 10: early, 50: middle, 90: late } = breakEven.quantiles;
  return {
    ...{ saves: cheaper.share, p10, p50, p90, never: breakEven.never },
    payback: { 10: early, 50: middle, 90: late },
  };
}
