import type { Figures } from "@/lib/draft/beginning";
import type { ModelDraft } from "@/lib/draft/model";
import { unchosenSettings } from "@/lib/draft/uncertainty/uncertainty-settings";
import { declaredCurrency } from "@/lib/model/currency";
import { noRows } from "@/lib/model/rows/own-rows";
import type { Calendar } from "@/lib/value/fiscal-year";
import { type OpenModel, openModel } from "./model-kind";

/** A model that is not made yet, while it is tried: in dollars, with these figures and nothing else. */
export function newOpenModel(given: Calendar & Partial<Figures & Pick<ModelDraft, "trials">>): OpenModel {
  return openModel({
    name: "",
    description: "",
    currency: declaredCurrency,
    currencyRate: 1,
    currencyRateDate: null,
    inputs: {},
    ...noRows,
    notes: {},
    ...unchosenSettings,
    ...given,
  });
}
