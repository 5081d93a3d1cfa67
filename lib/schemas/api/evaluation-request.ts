import type { Checked } from "@/lib/draft/inputs";
import type { ModelDraft } from "@/lib/draft/model";
import { declaredCurrency } from "@/lib/model/currency";
import type { FieldError } from "@/lib/outcome";
import { checkDraft } from "../draft";

const parts = ["inputs", "customLines", "currency", "currencyRate", "currencyRateDate"] as const;

/** The figures of an evaluation that is not saved, in their currency. */
export type EvaluationFigures = Pick<ModelDraft, "inputs" | "customLines" | "currency" | "currencyRate">;

/**
 * Checks figures that are to be evaluated and not saved as those of a stored model are checked, and names every fault at once. Dollars where
 * no currency is given; the day of a rate may be left out, for nothing is kept of it.
 */
export function checkEvaluationRequest(given: unknown): Checked<EvaluationFigures, "figures"> {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    return { ok: false, faults: [{ key: "body", message: `The body must be an object: {"inputs": {...}}.` }] };
  }
  const { currency = declaredCurrency, currencyRate, ...rest } = given as Record<string, unknown>;
  const faults: FieldError[] = Object.keys(given)
    .filter((key) => !(parts as readonly string[]).includes(key))
    .map((key) => ({
      key,
      message: `An evaluation has no part "${key.slice(0, 60)}". It has ${parts.join(", ")}.`,
    }));
  if (currency !== declaredCurrency && currencyRate === undefined) {
    faults.push({ key: "currencyRate", message: "Say what one US dollar is in the currency of the figures." });
  }
  if (faults.length > 0) return { ok: false, faults };
  const checked = checkDraft({
    name: "Evaluation",
    description: "",
    startMonth: "2000-01",
    inputs: {},
    customLines: [],
    currencyRateDate: currency === declaredCurrency ? null : new Date().toISOString().slice(0, 10),
    ...rest,
    currency,
    currencyRate: currencyRate ?? 1,
  });
  if (!checked.ok) return checked;
  const { inputs, customLines, currency: code, currencyRate: rate } = checked.draft;
  return { ok: true, figures: { inputs, customLines, currency: code, currencyRate: rate } };
}
