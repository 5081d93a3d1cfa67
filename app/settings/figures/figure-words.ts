import type { FigureContent, LineContent } from "@/lib/draft/figures/organisation-figure";
import { declaredCurrency } from "@/lib/model/currency";
import { type InputKey, input } from "@/lib/model/inputs";
import type { LineTable } from "@/lib/model/rows/line-tables";
import { formatDay } from "@/lib/value/calendar";
import { describeInput } from "@/lib/value/describe-input";
import { describeRange, evidenceWords } from "@/lib/value/range-words";
import { rowWords } from "@/lib/value/rows/row-summary";

/** The value of a figure with its unit. */
export function valueWords(key: InputKey, { value, currency = declaredCurrency }: FigureContent): string {
  return describeInput(input[key], value, currency);
}

/** Its range in words; empty where it has none. */
export function rangeWords(key: InputKey, { low, high, currency = declaredCurrency }: FigureContent): string {
  if (low === undefined || high === undefined) return "";
  return describeRange(input[key], { kind: "range", low, high }, currency);
}

/** What is stated beside the value of a figure, part by part. */
export function besideWords(key: InputKey, content: FigureContent): string[] {
  const { evidence, source, owner, validFrom, reviewBy, note } = content;
  return [
    rangeWords(key, content),
    evidence && evidenceWords[evidence],
    source && `source: ${source}`,
    owner && `owner: ${owner}`,
    validFrom && `valid from ${formatDay(validFrom)}`,
    reviewBy && `review by ${formatDay(reviewBy)}`,
    note,
  ].filter((part): part is string => Boolean(part));
}

/** What is stated of a usual line beside its name, part by part. */
export function lineWords(table: LineTable, { row, isBegunWith, currency }: LineContent): string[] {
  return [
    rowWords(table, row, currency),
    isBegunWith ? "new models begin with it" : "added to models by hand",
    row.source && `source: ${row.source}`,
    row.note,
  ].filter((part): part is string => Boolean(part));
}
