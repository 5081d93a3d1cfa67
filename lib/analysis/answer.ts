import type { Architecture } from "@/lib/model/architectures";
import type { Inputs } from "@/lib/model/inputs";
import type { ArchitectureResult, ModelResult } from "@/lib/model/result";
import {
  formatAvailability,
  formatMoney,
  formatNumber,
  formatPercent,
  formatShort,
  formatYearlyChance,
  toDigits,
} from "@/lib/value/format";
import { spoken, verb } from "@/lib/value/spoken";
import type { Crossing } from "./crossings";
import { leadMonth, leadsOf } from "./lead";

/** Costs closer than this share of the larger are called a tie: the figures are not that sure. */
const tie = 0.01;

export function isTie(a: number, b: number): boolean {
  return Math.abs(a - b) <= tie * Math.max(Math.abs(a), Math.abs(b));
}

export function spanOf(horizonMonths: number): string {
  const years = horizonMonths / 12;
  if (!Number.isInteger(years)) return `${horizonMonths} months`;
  return `${years} ${years === 1 ? "year" : "years"}`;
}

/** By how much `cost` differs from `than`, in words; a share only where it is one of a cost. */
export function differenceWords(cost: number, than: number, currency: string): string {
  if (isTie(cost, than)) return "the same within 1 %";
  // Beyond twice as much a factor reads better than a percentage.
  if (than > 0 && cost >= 2 * than) return `${formatNumber(toDigits(cost / than, 2))} times as much`;
  const amount = than > 0 ? formatPercent(Math.abs(cost / than - 1)) : formatMoney(Math.abs(cost - than), currency);
  return `${amount} ${cost > than ? "more" : "less"}`;
}

/** From when the first has cost less in all than the second, in cash; the chart marks the same month. */
function leadWords(result: ModelResult, changes: readonly Crossing[], them: string): string {
  const last = changes.at(-1);
  if (!last) return `the same as ${them} in every month`;
  if (!last.isFirstAhead) {
    return changes.length > 1
      ? `though in cash it is ahead of ${them} for a time, then behind again`
      : `though in cash it is never ahead of ${them} in that time`;
  }
  const lead = leadMonth(result);
  if (lead === null) return `ahead of ${them} from the start`;
  return `ahead of ${them} ${changes.length > 2 ? "for good " : ""}from month ${lead.month}`;
}

const largest = (series: readonly (number | null)[]) =>
  series.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);

/** Why one is not eligible: every reason, in words. */
export function reasonsOut(result: ArchitectureResult, inputs: Inputs): string[] {
  const reasons: string[] = [];
  if (!result.permitted) reasons.push("not allowed by law or policy");
  if (!result.feasible && result.participation) {
    const { month, installs, willing } = result.participation;
    reasons.push(
      `${formatShort(installs)} installs needed in month ${month}, ${formatShort(willing)} users willing to take part`,
    );
  }
  if (!result.meetsAvailability) {
    const [reached, asked] = [largest(result.unavailability), 1 - inputs.targetAvailability].map((down) =>
      formatAvailability(down),
    );
    reasons.push(`${reached} available in the worst month, ${asked} needed`);
  }
  if (!result.meetsAnnualLoss) {
    const asked = formatYearlyChance(inputs.targetAnnualLoss);
    const reached = formatYearlyChance(result.annualLoss, inputs.targetAnnualLoss);
    reasons.push(`yearly chance of losing an object ${reached}, at most ${asked} accepted`);
  }
  return reasons;
}

/** The answer in sentences, the verdict first (model.md section 11: by net present cost, eligible ones first). */
export function answerSentences(result: ModelResult, inputs: Inputs, currency: string): string[] {
  const { ranking, architectures } = result;
  const { contenders, changes } = leadsOf(result);
  const { first, second, further } = contenders;
  const best = architectures[first];

  const sentences = [
    `${opening(first, best, second !== null, inputs, currency)}${second ? `, ${againstSecond(result, first, second, changes, currency)}` : ""}.`,
  ];
  const others = further.map((name, i) => {
    const cost = differenceWords(architectures[name].netPresentCost, best.netPresentCost, currency);
    return `${i === 0 ? verb(name, "costs", "cost") : spoken[name].within} ${cost}`;
  });
  if (others.length > 0) sentences.push(`${others.join("; ")}.`);
  for (const name of ranking.filter((name) => !architectures[name].eligible)) {
    sentences.push(`${exclusion(name, architectures[name])}: ${reasonsOut(architectures[name], inputs).join("; ")}.`);
  }
  return sentences;
}

function exclusion(name: Architecture, result: ArchitectureResult): string {
  if (!result.permitted || !result.feasible) return verb(name, "is ruled out", "are ruled out");
  const misses = result.meetsAvailability || result.meetsAnnualLoss ? "the target" : "both targets";
  return verb(name, `misses ${misses}`, `miss ${misses}`);
}

function opening(
  first: Architecture,
  best: ArchitectureResult,
  hasSecond: boolean,
  inputs: Inputs,
  currency: string,
): string {
  const worth = `${formatMoney(best.netPresentCost, currency)} over ${spanOf(inputs.horizonMonths)} in today’s money`;
  if (!best.eligible) return `None meets your targets; of all, ${spoken[first].within} would cost the least: ${worth}`;
  if (!hasSecond)
    return `${verb(first, "is the only one to meet", "are the only ones to meet")} your targets: ${worth}`;
  return `${verb(first, "is the cheapest that meets", "are the cheapest that meet")} your targets: ${worth}`;
}

function againstSecond(
  result: ModelResult,
  first: Architecture,
  second: Architecture,
  changes: readonly Crossing[],
  currency: string,
): string {
  const [a, b] = [result.architectures[first], result.architectures[second]];
  if (isTie(a.netPresentCost, b.netPresentCost)) return `a tie with ${spoken[second].within} within 1 %`;
  const less = differenceWords(a.netPresentCost, b.netPresentCost, currency);
  return `${less} than ${spoken[second].within}, ${leadWords(result, changes, spoken[second].isPlural ? "them" : "it")}`;
}
