import { compare, inCurrency, levelOf } from "@/lib/analysis/objectives/comparison";
import { computedLevels } from "@/lib/analysis/objectives/levels";
import type { StoredDecision } from "@/lib/draft/decision";
import type { CostModelFull } from "@/lib/draft/model";
import { architectures } from "@/lib/model/architectures";
import { completeInputs } from "@/lib/model/currency";
import type { ModelResult } from "@/lib/model/result";

/**
 * What a decision was weighed by, as a record keeps it: each criterion with its ends, its weight and its exchange rate, the level and the
 * score of each architecture, and how each person weighs.
 *
 * @returns null where the model weighs nothing, or has no result
 */
export function frozenCriteria(
  { settings, weights }: Pick<StoredDecision, "settings" | "weights">,
  model: CostModelFull,
  result: ModelResult,
): Readonly<Record<string, unknown>> | null {
  if (settings === null) return null;
  const levels = computedLevels(completeInputs(model.inputs, model.currencyRate), model);
  if (levels === null) return null;
  const asked = inCurrency(settings, model.currencyRate / settings.currencyRate);
  const among = architectures.flatMap((name, place) => (result.architectures[name].eligible ? [place] : []));
  const { criteria, scores, ranking } = compare(asked, levels, among);
  return {
    criteria: criteria.map(({ criterion, ends, swing, weight, rate }) => ({
      ...{ key: criterion.key, name: criterion.name, worst: ends.worst, best: ends.best, swing, weight, rate },
      levels: Object.fromEntries(architectures.map((name) => [name, levelOf(criterion.key, name, levels, asked)])),
    })),
    scores: Object.fromEntries(architectures.map((name, place) => [name, scores[place]])),
    ranking: ranking.map((place) => architectures[place]),
    people: weights.map(({ name, swings }) => ({ name, swings })),
  };
}
