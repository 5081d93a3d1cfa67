import { savedBetween } from "@/lib/analysis/against-today/against-words";
import type { UncertaintyDocument } from "@/lib/analysis/uncertainty/document";
import { formatBorne } from "@/lib/analysis/verdict/borne";
import type { Architecture } from "@/lib/model/architectures";
import type { Inputs } from "@/lib/model/inputs";
import type { ModelResult } from "@/lib/model/result";
import { formatMonth } from "@/lib/value/calendar";
import { counted } from "@/lib/value/counted";
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
  const { quantiles, standardError } = uncertainty.architectures[first].netPresentCost;
  const base = formatMoney(result.architectures[first].netPresentCost, currency);
  const median = formatBorne(quantiles[50], standardError.quantiles[50], currency);
  return `${rangesWords(uncertainty, untouched)}; at the likeliest values ${base}, half the trials above ${median}`;
}

function rangesWords({ trials, drawn }: UncertaintyDocument, untouched: number): string {
  const looked = untouched === 0 ? "" : `, ${formatNumber(untouched)} of them nobody here has looked at`;
  return `${formatNumber(trials)} trials over the ranges of ${counted(drawn.length, "input")}${looked}`;
}

interface DoubtOfSaving extends Pick<Doubt, "uncertainty" | "untouched" | "currency"> {
  /** Where moving is weighed to, and what it is weighed against. */
  readonly to: Architecture;
  readonly today: Architecture;
}

/** The same against going on as now: what the trials rest on, and what moving saves in the middle of them. */
export function savingDoubtWords({ uncertainty, untouched, to, today, currency }: DoubtOfSaving): string {
  const ranges = rangesWords(uncertainty, untouched);
  const pair = uncertainty.pairs[to][today];
  if (pair === undefined) return ranges;
  const { 10: low, 50: median, 90: high } = pair.difference.quantiles;
  const middle = `half of them ${median < 0 ? "cost" : "save"} ${median < 0 ? "at least" : "more than"}`;
  const amount = formatBorne(Math.abs(median), pair.difference.standardError.quantiles[50], currency);
  return `${ranges}; ${middle} ${amount}${median < 0 ? " more" : ""}, 80 of 100 lie between ${savedBetween(low, high).replace(" to ", " and ")}`;
}
