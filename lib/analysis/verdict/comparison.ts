import type { Architecture } from "@/lib/model/architectures";
import type { Inputs } from "@/lib/model/inputs";
import type { ModelResult } from "@/lib/model/result";
import { todayOf } from "@/lib/model/today-of";
import { reasonsOut } from "../comparing";
import type { UncertaintyDocument } from "../uncertainty/document";
import { worstDowntime } from "./targets";

/** What trials tell of an architecture in the comparison. Money by percentile; shares 0 to 1. */
export interface RowDoubt {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** Null where it is not among those between which money decides. */
  readonly costsLeast: number | null;
  readonly meetsTargets: number;
  readonly comesFirst: number;
}

/** An architecture in the comparison. */
export interface ComparisonRow {
  readonly architecture: Architecture;
  readonly isEligible: boolean;
  /** Of the base run, money. */
  readonly netPresentCost: number;
  readonly cash: number;
  /** Net present cost less that of what runs today; null where nothing runs today, and for that itself. */
  readonly againstToday: number | null;
  /** The worst month's share of downtime, and the yearly chance of losing an object. */
  readonly downtime: number;
  readonly meetsAvailability: boolean;
  readonly annualLoss: number;
  readonly meetsAnnualLoss: boolean;
  /** Why it is excluded, each reason in words. */
  readonly reasons: readonly string[];
  readonly doubt: RowDoubt | null;
}

/** Among whom it is counted who costs least: others may cost less. */
export const leastCostWords =
  "Costs least: of those that meet your targets at the likeliest values and in at least half of the trials, where any do.";

/** The four architectures by rank, those that miss a target last. */
export function comparisonRows(
  result: ModelResult,
  inputs: Inputs,
  uncertainty: UncertaintyDocument | null,
): ComparisonRow[] {
  const today = todayOf(inputs);
  const costToday = today === null ? null : result.architectures[today].netPresentCost;
  return result.ranking.map((architecture) => {
    const one = result.architectures[architecture];
    return {
      architecture,
      isEligible: one.eligible,
      netPresentCost: one.netPresentCost,
      cash: one.total,
      againstToday: costToday === null || architecture === today ? null : one.netPresentCost - costToday,
      downtime: worstDowntime(result, architecture),
      meetsAvailability: one.meetsAvailability,
      annualLoss: one.annualLoss,
      meetsAnnualLoss: one.meetsAnnualLoss,
      reasons: reasonsOut(one, inputs),
      doubt: uncertainty && doubtOf(uncertainty, architecture),
    };
  });
}

function doubtOf({ architectures }: UncertaintyDocument, architecture: Architecture): RowDoubt {
  const { netPresentCost, leastCost, eligible, cheapest } = architectures[architecture];
  const { 10: p10, 50: p50, 90: p90 } = netPresentCost.quantiles;
  return { p10, p50, p90, costsLeast: leastCost?.share ?? null, meetsTargets: eligible, comesFirst: cheapest.share };
}
