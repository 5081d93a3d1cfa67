import "server-only";
import type { CostModelFull, ModelDraft } from "@/lib/draft/model";

/** The part of a model that a save carries. */
export function draftOf(model: CostModelFull): ModelDraft {
  const { name, description, startMonth, fiscalYearStart, currency, currencyRate, currencyRateDate } = model;
  const { inputs, customLines, notes, drivers, trials, seed } = model;
  const head = { name, description, startMonth, fiscalYearStart, currency, currencyRate, currencyRateDate };
  return { ...head, inputs, customLines, notes, drivers, trials, seed };
}
