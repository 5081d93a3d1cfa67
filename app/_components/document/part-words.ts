import type { Follows } from "@/lib/draft/model";
import type { CurrencyPart } from "@/lib/draft/model-parts";
import type { Place } from "@/lib/draft/place";
import { declaredCurrency } from "@/lib/model/currency";
import { input } from "@/lib/model/inputs";
import type { Evidence, OwnRange } from "@/lib/model/spread/own-range";
import { formatDay, formatMonth, monthName } from "@/lib/value/calendar";
import { describeInput } from "@/lib/value/describe-input";
import { followsWords } from "@/lib/value/follows-words";
import { formatNumber, formatWhole } from "@/lib/value/format";
import { describeRange, evidenceWords } from "@/lib/value/range-words";
import { type AnyRow, rowName, rowParts } from "@/lib/value/rows/row-words";

/** What stands at a place of a draft, in words; what is not there is nothing. */
export function partWords(place: Place, value: unknown, currency: string): string {
  if (value === undefined || value === "") return "nothing";
  switch (place.kind) {
    case "input":
      return describeInput(input[place.key], value as number | string, currency);
    case "row": {
      if (value === null) return "left out";
      const row = value as AnyRow;
      return [`“${rowName(row)}”`, ...rowParts(place.table, row, currency)].join(", ");
    }
    case "currency":
      return currencyWords(value as CurrencyPart);
    case "startMonth":
      return formatMonth(String(value));
    case "fiscalYearStart":
      return monthName(Number(value));
    case "note":
      if (place.field === "range") return describeRange(input[place.key], value as OwnRange, currency);
      if (place.field === "evidence") return evidenceWords[value as Evidence];
      if (place.field === "follows") return followsWords(value as Follows);
      break;
    case "trials":
      return formatWhole(Number(value));
    case "seed":
    case "driver":
      return String(value);
  }
  return `“${String(value)}”`;
}

function currencyWords({ currency, currencyRate, currencyRateDate }: CurrencyPart): string {
  if (currency === declaredCurrency) return currency;
  const day = currencyRateDate === null ? "" : ` on ${formatDay(currencyRateDate)}`;
  return `${currency}, ${formatNumber(currencyRate)} ${currency} a dollar${day}`;
}
