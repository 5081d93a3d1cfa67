import "server-only";
import type { ModelDraft } from "@/lib/draft/model";
import { ownRowsOf } from "@/lib/model/rows/own-rows";

/** The part of a model that a save carries. */
export function draftOf(model: ModelDraft): ModelDraft {
  const { name, description, startMonth, fiscalYearStart, currency, currencyRate, currencyRateDate } = model;
  const { inputs, notes, drivers, trials, seed } = model;
  const head = { name, description, startMonth, fiscalYearStart, currency, currencyRate, currencyRateDate };
  return { ...head, inputs, ...ownRowsOf(model), notes, drivers, trials, seed };
}
