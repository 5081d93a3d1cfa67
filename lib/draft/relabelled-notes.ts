import { convertRanges, isMoney } from "@/lib/model/currency";
import { input } from "@/lib/model/inputs";
import type { StatedMoney } from "./figures/organisation-figure";
import { followingWhere } from "./figures/take-figures";
import type { ModelDraft, Notes } from "./model";

export type Relabelled = Pick<ModelDraft, "notes" | "inputs" | "currency" | "currencyRate">;

/**
 * Notes of a model that gets another currency, or another rate to the dollar, while its figures keep their numbers: the ranges of untouched
 * inputs follow the defaults beside which they were stated. Typed money in another currency is no longer what a figure of the organisation
 * states, and follows none.
 */
export function relabelledNotes({ notes, inputs, currency, currencyRate }: Relabelled, to: StatedMoney): Notes {
  const typed = Object.fromEntries(Object.entries(notes).filter(([key]) => key in inputs));
  const relabelled = { notes: { ...convertRanges(notes, currencyRate, to.currencyRate), ...typed } };
  const isRenamed = to.currency !== currency;
  return followingWhere(relabelled, (_, key) => !(isRenamed && key in inputs && isMoney(input[key]))).notes;
}
