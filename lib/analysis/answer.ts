import { formatMoney, formatPercent } from "@/lib/format";
import { architectureNames } from "@/lib/model/architectures";
import type { Inputs } from "@/lib/model/inputs";
import type { ModelResult } from "@/lib/model/result";

/** The answer in sentences, the verdict first. */
export function answerSentences(result: ModelResult, inputs: Inputs, currency: string): string[] {
  const years = inputs.horizonMonths / 12;
  const span = Number.isInteger(years) ? `${years} years` : `${inputs.horizonMonths} months`;
  const [first, ...others] = result.ranking;
  if (first === undefined) return [];
  const best = result.architectures[first];
  const opening = best.eligible
    ? `${architectureNames[first]}: the cheapest that meets your targets, ${formatMoney(best.netPresentCost, currency)} over ${span} at today's worth.`
    : "None meets your targets.";
  const rest = others.map((name) => {
    const more = result.architectures[name].netPresentCost / best.netPresentCost - 1;
    return `${architectureNames[name]}: ${formatPercent(Math.abs(more))} ${more < 0 ? "less" : "more"}.`;
  });
  return [opening, rest.join(" ")];
}
