import type { CurrencyPart, Place } from "@/lib/draft/parts";
import { declaredCurrency } from "@/lib/model/currency";
import type { CustomLine } from "@/lib/model/custom-lines";
import { input, isInputKey } from "@/lib/model/inputs";
import { isFigure } from "@/lib/model/inputs/declaration";
import { formatDay, formatMonth, monthName } from "@/lib/value/calendar";
import { lineParts } from "@/lib/value/custom-line-words";
import { describeInput, describeNumber } from "@/lib/value/describe-input";
import { formatNumber } from "@/lib/value/format";

/** What stands at a place of a draft, in words; what is not there is nothing. */
export function partWords(place: Place, value: unknown, currency: string): string {
  const [kind = "", key = ""] = place.split(" ");
  if (value === undefined || value === "") return "nothing";
  if (kind === "input" && isInputKey(key)) return describeInput(input[key], value as number | string, currency);
  if (kind === "line") {
    const line = value as CustomLine;
    return `“${line.label}”, ${lineParts(line, currency).join(", ")}`;
  }
  if (place === "currency") {
    const { currency: code, currencyRate, currencyRateDate } = value as CurrencyPart;
    if (code === declaredCurrency) return code;
    const day = currencyRateDate === null ? "" : ` on ${formatDay(currencyRateDate)}`;
    return `${code}, ${formatNumber(currencyRate)} ${code} a dollar${day}`;
  }
  if (place === "startMonth") return formatMonth(String(value));
  if (place === "fiscalYearStart") return monthName(Number(value));
  const declared = kind === "note" && isInputKey(key) ? input[key] : undefined;
  return typeof value === "number" && declared !== undefined && isFigure(declared)
    ? describeNumber(declared, value, currency)
    : `“${String(value)}”`;
}
