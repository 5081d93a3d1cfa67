import type { ModelDraft } from "@/lib/draft/model";
import { isSameValue } from "@/lib/draft/same-value";
import { declaredAt } from "@/lib/model/currency";
import { type InputKey, inputList } from "@/lib/model/inputs";
import { formatDay, formatMonth, monthName } from "@/lib/value/calendar";
import { describeInput } from "@/lib/value/describe-input";
import { formatNumber } from "@/lib/value/format";
import { inputName } from "@/lib/value/input-name";
import { inputsOf } from "./model-kind";

/** Something in which two drafts differ, as each has it. */
export interface Difference {
  key: string;
  label: string;
  now: string;
  next: string;
}

function words(draft: ModelDraft, key: InputKey): string {
  const declared = declaredAt(draft.currencyRate).input[key];
  const value = inputsOf(draft)[key];
  return describeInput(declared, value, draft.currency);
}

const count = (many: number, one: string) => `${many} ${many === 1 ? one : `${one}s`}`;
const currencyWords = ({ currency, currencyRate, currencyRateDate }: ModelDraft) =>
  currencyRateDate === null
    ? currency
    : `${currency}, ${formatNumber(currencyRate)} to the dollar on ${formatDay(currencyRateDate)}`;

/** What would change if one draft took the other's place, in the order of the inputs. */
export function figureDifferences(now: ModelDraft, next: ModelDraft): Difference[] {
  const differs = (...keys: (keyof ModelDraft)[]) => keys.some((key) => !isSameValue(now[key], next[key]));
  const noted = ({ notes }: ModelDraft) => count(Object.keys(notes).length, "input");
  return [
    ...(differs("currency", "currencyRate", "currencyRateDate")
      ? [{ key: "currency", label: "Currency", now: currencyWords(now), next: currencyWords(next) }]
      : []),
    ...(differs("startMonth")
      ? [
          {
            key: "startMonth",
            label: "First month",
            now: formatMonth(now.startMonth),
            next: formatMonth(next.startMonth),
          },
        ]
      : []),
    ...(differs("fiscalYearStart")
      ? [
          {
            key: "fiscalYearStart",
            label: "First month of the fiscal year",
            now: monthName(now.fiscalYearStart),
            next: monthName(next.fiscalYearStart),
          },
        ]
      : []),
    ...inputList
      // Untouched defaults follow the currency, which is said above.
      .filter(({ key }) => Object.hasOwn(now.inputs, key) || Object.hasOwn(next.inputs, key))
      .map(({ key, label }) => ({
        key,
        label: inputName({ key, label }),
        now: words(now, key as InputKey),
        next: words(next, key as InputKey),
      }))
      .filter((each) => each.now !== each.next),
    ...(differs("customLines")
      ? [
          {
            key: "customLines",
            label: "Own lines",
            now: count(now.customLines.length, "line"),
            next: count(next.customLines.length, "line"),
          },
        ]
      : []),
    ...(differs("notes")
      ? [{ key: "notes", label: "Notes, sources and ranges", now: `on ${noted(now)}`, next: `on ${noted(next)}` }]
      : []),
  ];
}
