import { convertRanges } from "@/lib/model/currency";
import type { ModelDraft, Notes } from "./model";

/**
 * Notes of a model that gets another rate to the dollar while its figures keep their numbers: the ranges of untouched inputs follow the
 * defaults beside which they were stated.
 */
export function relabelledNotes(
  { notes, inputs, currencyRate }: Pick<ModelDraft, "notes" | "inputs" | "currencyRate">,
  rate: number,
): Notes {
  const typed = Object.fromEntries(Object.entries(notes).filter(([key]) => key in inputs));
  return { ...convertRanges(notes, currencyRate, rate), ...typed };
}
