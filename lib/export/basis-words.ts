import type { UncertaintyDocument } from "@/lib/analysis/uncertainty/document";
import { formatBorne } from "@/lib/analysis/verdict/borne";
import type { Architecture } from "@/lib/model/architectures";
import type { Inputs } from "@/lib/model/inputs";
import type { ModelResult } from "@/lib/model/result";
import { formatMonth } from "@/lib/value/calendar";
import { formatMoney, formatNumber, formatPercent } from "@/lib/value/format";
import { dateOf } from "./document";

/** What the amounts of the verdict are: which money, over which months. */
export function moneyWords(inputs: Inputs, startMonth: string): string {
  const last = dateOf(startMonth, inputs.horizonMonths).slice(0, 7);
  const rate = formatPercent(inputs.discountRate);
  return `Net present cost, ${rate} a year, ${formatMonth(startMonth)} to ${formatMonth(last)}`;
}

interface Doubt {
  readonly uncertainty: UncertaintyDocument;
  /** How many of what was drawn nobody has changed or looked at. */
  readonly untouched: number;
  /** Whom the verdict names first. */
  readonly first: Architecture;
  readonly result: ModelResult;
  readonly currency: string;
}

/** What the trials rest on, and where the base run lies in them: sums of skewed figures lie above the sum of their medians. */
export function doubtWords({ uncertainty, untouched, first, result, currency }: Doubt): string {
  const { drawn, trials, architectures } = uncertainty;
  const { quantiles, standardError } = architectures[first].netPresentCost;
  const ranges = `${formatNumber(trials)} trials over the ranges of ${formatNumber(drawn.length)} inputs`;
  const looked = untouched === 0 ? "" : `, ${formatNumber(untouched)} of them nobody here has looked at`;
  const base = formatMoney(result.architectures[first].netPresentCost, currency);
  const median = formatBorne(quantiles[50], standardError.quantiles[50], currency);
  return `${ranges}${looked}; at the likeliest values ${base}, half the trials above ${median}`;
}
