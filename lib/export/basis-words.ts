import { savedBetween } from "@/lib/analysis/against-today/against-words";
import type { UncertaintyDocument } from "@/lib/analysis/uncertainty/document";
import { formatBorne } from "@/lib/analysis/verdict/borne";
import { firstOfVerdict, type Verdict } from "@/lib/analysis/verdict/verdict";
import type { Architecture } from "@/lib/model/architectures";
import type { Inputs } from "@/lib/model/inputs";
import type { ModelResult } from "@/lib/model/result";
import { formatMonth } from "@/lib/value/calendar";
import { counted } from "@/lib/value/counted";
import { formatMoney, formatNumber, formatPercent } from "@/lib/value/format";
import { spoken } from "@/lib/value/spoken";
import { dateOf } from "./document";

/** What the amounts of the verdict are: which money, over which months. */
export function moneyWords(inputs: Inputs, startMonth: string): string {
  const last = dateOf(startMonth, inputs.horizonMonths).slice(0, 7);
  const rate = formatPercent(inputs.discountRate);
  return `Net present cost, ${rate} a year, ${formatMonth(startMonth)} to ${formatMonth(last)}`;
}

interface Middle {
  readonly uncertainty: UncertaintyDocument;
  readonly verdict: Verdict;
  readonly result: ModelResult;
  readonly currency: string;
}

/**
 * Where the base run of whom the verdict names first lies in the trials: sums of skewed figures lie above the sum of their medians. It says
 * whose that is where the verdict weighs several.
 */
export function middleWords({ uncertainty, verdict, result, currency }: Middle): string {
  const first = firstOfVerdict(verdict);
  const { quantiles, standardError } = uncertainty.architectures[first].netPresentCost;
  const base = formatMoney(result.architectures[first].netPresentCost, currency);
  const median = formatBorne(quantiles[50], standardError.quantiles[50], currency);
  const weighsSeveral = verdict.kind === "close" || (verdict.kind === "targets" && verdict.cheaper.length > 0);
  const whose = weighsSeveral ? `${spoken[first].within} ` : "";
  return `${whose}at the likeliest values ${base}, half the trials above ${median}`;
}

interface Doubt extends Middle {
  /** How many of what was drawn nobody has changed or looked at. */
  readonly untouched: number;
}

/** What the trials rest on, and where the base run lies in them. */
export const doubtWords = ({ untouched, ...middle }: Doubt) =>
  `${rangesWords(middle.uncertainty, untouched)}; ${middleWords(middle)}`;

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
