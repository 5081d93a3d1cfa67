import { type Architecture, architectureNames } from "@/lib/model/architectures";
import { type InputDeclaration, isFigure, isPercentage, type NumberInput } from "@/lib/model/inputs/declaration";
import { formatNumber, formatPercentNumber } from "@/lib/value/format";
import { withUnit } from "@/lib/value/unit-label";

/** A stored value as a field shows it: 0.05 of a share as "5". */
export function numberText(input: Pick<NumberInput, "format">, value: number): string {
  return isPercentage(input) ? formatPercentNumber(value) : formatNumber(value);
}

/** The same with the sign of a percentage, where the unit stands elsewhere: "5 %". */
export function signedText(input: Pick<NumberInput, "format">, value: number): string {
  return `${numberText(input, value)}${isPercentage(input) ? " %" : ""}`;
}

/** The same with its unit, for a sentence: "5 % a year". */
export function describeNumber(input: Pick<NumberInput, "format" | "unit">, value: number, currency: string): string {
  return withUnit(numberText(input, value), input.unit, currency);
}

/** A choice as its field names it: a key is for files. */
function choiceName(choice: string): string {
  return choice === "none" ? "Nothing" : (architectureNames[choice as Architecture] ?? choice);
}

/** A yes (1) or a no (0). */
export function yesOrNo(value: number): string {
  return value === 0 ? "no" : "yes";
}

/** A value of any input as its field would show it. */
export function inputText(declared: InputDeclaration, value: number | string): string {
  if (declared.format === "choice") return choiceName(String(value));
  return declared.format === "yesNo" ? yesOrNo(Number(value)) : numberText(declared, Number(value));
}

/** The same with its unit, for a sentence or a table. */
export function describeInput(declared: InputDeclaration, value: number | string, currency: string): string {
  return isFigure(declared) ? describeNumber(declared, Number(value), currency) : inputText(declared, value);
}
