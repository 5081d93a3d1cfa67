import { type Architecture, architectureNames } from "@/lib/model/architectures";
import type { InputDeclaration, NumberInput } from "@/lib/model/inputs/declaration";
import { formatNumber } from "@/lib/value/format";
import { isPercentage, isYesOrNo, unitLabel } from "@/lib/value/unit-label";

/** A stored value as a field shows it: 0.05 of a share as "5". */
export function numberText(input: NumberInput, value: number): string {
  return formatNumber(isPercentage(input.unit) ? Number(`${value}e2`.replace(/e([^e]+)e2$/, percentExponent)) : value);
}

function percentExponent(_match: string, exponent: string): string {
  return `e${Number(exponent) + 2}`;
}

/** The same with its unit, for a sentence: "5 % a year". A ratio has none. */
export function describeNumber(input: NumberInput, value: number, currency: string): string {
  const unit = input.unit === "ratio" ? "" : unitLabel(input.unit, currency);
  return `${numberText(input, value)} ${unit}`.trim();
}

/** A choice as its field names it: a key is for files. */
export function choiceName(choice: string): string {
  return choice === "none" ? "Nothing" : (architectureNames[choice as Architecture] ?? choice);
}

/** A value of any input as its field would show it. */
export function inputText(declared: InputDeclaration, value: number | string): string {
  if (declared.kind === "choice") return choiceName(String(value));
  return isYesOrNo(declared.unit) ? (Number(value) === 0 ? "no" : "yes") : numberText(declared, Number(value));
}

/** The same with its unit, for a sentence or a table. */
export function describeInput(declared: InputDeclaration, value: number | string, currency: string): string {
  if (declared.kind === "choice" || isYesOrNo(declared.unit)) return inputText(declared, value);
  return describeNumber(declared, Number(value), currency);
}
