import { checkInputs } from "@/lib/draft/inputs";
import type { Notes } from "@/lib/draft/model";
import { completeInputs, declaredCurrency, largestRate, smallestRate } from "@/lib/model/currency";
import type { Inputs } from "@/lib/model/inputs";
import { formatNumber } from "@/lib/value/format";
import { markHint } from "@/lib/value/parse-number";
import { day as dayOf } from "./day";
import { checkNotes } from "./notes";

interface CurrencyChange {
  currency: string;
  /** What was read of `rateText`; null where it is no number. */
  rate: number | null;
  rateText: string;
  day: string;
  /** The model's figures as they would be in the currency. */
  inputs: Partial<Inputs>;
  /** And the ranges stated beside them. */
  notes: Notes;
}

type CheckedChange =
  | { ok: true; rate: number; rateDate: string | null }
  | { ok: false; faults: { rate?: string; day?: string; form?: string } };

/** Whether a model can be given this currency at this rate; faults by the field beside which they stand. */
export function currencyChange({ currency, rate, rateText, day, inputs, notes }: CurrencyChange): CheckedChange {
  const isDollar = currency === declaredCurrency;
  const typed = rateText.trim() === "" ? "the field is empty" : `you typed ${rateText.trim().slice(0, 24)}`;
  const isRate = rate !== null && rate >= smallestRate && rate <= largestRate;
  const faults = {
    ...(!isRate && {
      rate: `The rate must be a number between ${formatNumber(smallestRate)} and ${formatNumber(largestRate)}${rate === null ? markHint(rateText) : ""}; ${typed}.`,
    }),
    ...(!isDollar && !dayOf("").safeParse(day).success && { day: "Say of which day the rate is." }),
  };
  if (!isRate || "day" in faults) return { ok: false, faults };
  const wrong = [
    checkInputs(inputs, rate, currency),
    checkNotes(notes, completeInputs(inputs, rate), rate, currency),
  ].flatMap((checked) => (checked.ok ? [] : checked.faults));
  if (wrong.length > 0) {
    const what = wrong.map(({ message }) => message).join(" ");
    return { ok: false, faults: { form: `At this rate some figures leave their bounds. ${what}` } };
  }
  return { ok: true, rate, rateDate: isDollar ? null : day };
}
