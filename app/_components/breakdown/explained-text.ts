import type { Explained } from "@/lib/analysis/explain";
import { condition, equal, isPlainNumber, parseUnit } from "@/lib/formula/unit";
import { input, isInputKey } from "@/lib/model/inputs";
import { describeInput, yesOrNo } from "@/lib/value/describe-input";
import { formatExact, formatNumber, nothing, toDigits } from "@/lib/value/format";
import { inReadersMarks } from "@/lib/value/number-marks";
import { unitInCurrency, withDeclaredUnit } from "@/lib/value/unit-label";

const amounts = ["money", "money/month"].map(parseUnit);

/** A figure with its unit: money exact to its smallest coin, all else to six digits. */
export function figureWords(value: number | null, unit: string, currency: string): string {
  if (value === null) return nothing;
  if (unit === condition) return yesOrNo(value);
  const written = unitInCurrency(unit.replace(/^1\//, "per "), currency);
  if (amounts.some((amount) => equal(amount, parseUnit(unit)))) return `${formatExact(value, currency)} ${written}`;
  const text = formatNumber(toDigits(value, 6));
  return isPlainNumber(unit) ? text : withDeclaredUnit(text, written);
}

/** A formula with the currency's code where it speaks of money. */
export function inCurrency(text: string, currency: string): string {
  return text.replace(/\bmoney\b/g, currency);
}

/** A value of an input as its field shows it; of a figure of an own line, as a quantity is shown. */
function inputWords(key: string, value: number | string, unit: string, currency: string): string {
  if (isInputKey(key)) return describeInput(input[key], value, currency);
  return figureWords(Number(value), unit, currency);
}

/** The value of an entry of an explanation. */
export function describeExplained(explained: Explained, currency: string): string {
  if (explained.kind === "input") return inputWords(explained.key, explained.value, explained.unit, currency);
  return figureWords(explained.value, explained.unit, currency);
}

/**
 * The basis of an input's value: of the default, or of the figure in its place.
 *
 * @param usual the default in the model's currency; undefined for a figure of an own line
 */
export function basisWords(
  explained: Explained & { kind: "input" },
  usual: number | string | undefined,
  currency: string,
): string {
  if (usual === undefined || explained.basis === undefined) return "A figure of an own line.";
  if (explained.value === usual) return `The default. Basis: ${inReadersMarks(explained.basis.text)}.`;
  return `Changed from the default, ${inputWords(explained.key, usual, explained.unit, currency)}.`;
}
