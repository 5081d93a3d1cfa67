import { isPercentage, type NumberInput } from "@/lib/model/inputs/declaration";
import { toPlainFigure, withPowers } from "@/lib/value/plain-figure";
import { unitInCurrency, unitLabel, unitOfOne } from "@/lib/value/unit-label";

/** Signs that mean one currency to who writes in it; "$" for any dollar would be a guess. */
const signs: Record<string, string> = { USD: "$", EUR: "€", GBP: "£", JPY: "¥", INR: "₹" };

/** The field's own unit as it is written behind a figure; the longest first, for one may end with another. */
function unitsOf(input: NumberInput, currency: string): string[] {
  const isMoney = input.format === "money";
  const units = [
    unitLabel(input.unit, currency),
    unitInCurrency(input.unit, currency),
    unitOfOne(input.unit, currency),
    ...(isPercentage(input) ? ["%"] : []),
    ...(isMoney ? [currency, signs[currency] ?? ""] : []),
  ];
  return units.filter((unit) => unit !== "").sort((a, b) => b.length - a.length);
}

const isSame = (text: string, unit: string) => text.toLowerCase() === unit.toLowerCase();

/** Without the field's own unit or currency, and "k", "M" and "bn" as powers of ten: "20k USD" is "20e3". */
export function withoutUnit(text: string, input: NumberInput, currency: string): string {
  const plain = toPlainFigure(text);
  const unit = unitsOf(input, currency).find((each) => isSame(plain.slice(-each.length), each));
  let figure = unit === undefined ? plain : plain.slice(0, -unit.length).trimEnd();
  if (unit === undefined && input.format === "money") figure = withoutCurrency(figure, currency);
  return isPercentage(input) ? figure : withPowers(figure);
}

/** "USD 20" and "-$20". */
function withoutCurrency(figure: string, currency: string): string {
  const sign = /^[+-]/.exec(figure)?.[0] ?? "";
  const rest = figure.slice(sign.length).trimStart();
  const first = [currency, signs[currency] ?? currency].find((each) => isSame(rest.slice(0, each.length), each));
  return first === undefined ? figure : sign + rest.slice(first.length).trimStart();
}
