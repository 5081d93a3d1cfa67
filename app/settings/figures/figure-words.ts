import type { FigureContent } from "@/lib/draft/figures/organisation-figure";
import { declaredCurrency } from "@/lib/model/currency";
import { type InputKey, input } from "@/lib/model/inputs";
import { describeInput } from "@/lib/value/describe-input";
import { describeRange } from "@/lib/value/range-words";

/** The value of a figure with its unit. */
export function valueWords(key: InputKey, { value, currency = declaredCurrency }: FigureContent): string {
  return describeInput(input[key], value, currency);
}

/** Its range in words; empty where it has none. */
export function rangeWords(key: InputKey, { low, high, currency = declaredCurrency }: FigureContent): string {
  if (low === undefined || high === undefined) return "";
  return describeRange(input[key], { kind: "range", low, high }, currency);
}
