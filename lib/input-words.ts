import { formatNumber } from "@/lib/format";
import type { NumberInput } from "@/lib/model/inputs/declaration";
import { isPercentage, unitLabel } from "@/lib/unit-label";

/** A stored value as a field shows it: 0.05 of a share as "5". */
export function toText(input: NumberInput, value: number): string {
  return formatNumber(isPercentage(input.unit) ? Number(`${value}e2`.replace(/e(.+)e2$/, percentExponent)) : value);
}

function percentExponent(_match: string, exponent: string): string {
  return `e${Number(exponent) + 2}`;
}

/** The same with its unit, for a sentence: "5 % a year". A ratio has none. */
export function toWords(input: NumberInput, value: number, currency: string): string {
  const unit = input.unit === "ratio" ? "" : unitLabel(input.unit, currency);
  return `${toText(input, value)} ${unit}`.trim();
}
