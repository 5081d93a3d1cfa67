import type { Explained } from "@/lib/analysis/explain";
import { type Architecture, architectureNames } from "@/lib/model/architectures";
import { input, isInputKey } from "@/lib/model/inputs";
import { describeNumber } from "@/lib/value/describe-input";
import { formatExact, formatNumber, nothing, toDigits } from "@/lib/value/format";
import { inReadersMarks } from "@/lib/value/number-marks";
import { unitLabel } from "@/lib/value/unit-label";

const unitless = new Set(["share", "ratio", "number", "factor", "1"]);

/** A figure with its unit: money exact to its smallest coin, all else to six digits. */
export function figureWords(value: number | null, unit: string, currency: string): string {
  if (value === null) return nothing;
  if (unit === "0 or 1") return value === 1 ? "yes" : "no";
  if (unit === "money" || unit === "money/month")
    return `${formatExact(value, currency)} ${unit.replace("money", currency)}`;
  const text = formatNumber(toDigits(value, 6));
  return unitless.has(unit) ? text : `${text} ${inCurrency(unit.replace(/^1\//, "per "), currency)}`;
}

/** A formula or a unit with the currency's code where it speaks of money. */
export function inCurrency(text: string, currency: string): string {
  return text.replace(/\bmoney\b/g, currency);
}

/** An input's value as its field on the model page shows it. */
function inputWords(key: string, value: number | string, unit: string, currency: string): string {
  const declared = isInputKey(key) ? input[key] : undefined;
  if (typeof value === "string")
    return value === "none" ? "nothing" : (architectureNames[value as Architecture] ?? value);
  if (declared?.kind === "number") {
    return declared.unit === "0 or 1" ? (value === 1 ? "yes" : "no") : describeNumber(declared, value, currency);
  }
  return `${formatNumber(value)} ${unitLabel(unit, currency)}`.trim();
}

/** What an entry of an explanation amounts to. */
export function describeExplained(explained: Explained, currency: string): string {
  if (explained.kind === "input") return inputWords(explained.key, explained.value, explained.unit, currency);
  return figureWords(explained.value, explained.unit, currency);
}

/**
 * On what an input's value rests: the default with its basis, or whose figure it is.
 *
 * @param usual the default in the model's currency; undefined for a figure of an own line
 */
export function basisWords(
  explained: Explained & { kind: "input" },
  usual: number | string | undefined,
  currency: string,
): string {
  if (usual === undefined) return "A figure of an own line.";
  if (explained.value === usual) return `Assumption: the default. Basis: ${inReadersMarks(explained.basis)}.`;
  return `Changed from the default, ${inputWords(explained.key, usual, explained.unit, currency)}.`;
}
