import type { ModelDraft } from "@/lib/draft/model";
import { unchosenSettings } from "@/lib/draft/uncertainty/uncertainty-settings";
import { noRows } from "@/lib/model/rows/own-rows";

/** A draft in which nothing has been typed yet. */
export const blankDraft: ModelDraft = {
  name: "A service",
  description: "",
  ...{ startMonth: "2027-01", fiscalYearStart: 1 },
  ...{ currency: "USD", currencyRate: 1, currencyRateDate: null },
  inputs: {},
  ...noRows,
  notes: {},
  ...unchosenSettings,
};
