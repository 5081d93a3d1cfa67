import { type InputKey, input } from "@/lib/model/inputs";
import type { NumberInput } from "@/lib/model/inputs/declaration";
import { describeNumber, yesOrNo } from "./describe-input";
import { toSignificant } from "./rounding";

/** A value of an input with its unit, short: three digits say where a range ends. */
export function describeInputBriefly(key: InputKey, value: number, currency: string): string {
  const declared = input[key] as NumberInput;
  if (declared.format === "yesNo") return yesOrNo(value);
  if (declared.integer) return describeNumber(declared, value, currency);
  // Of a share near to all it is what it lacks that three digits tell.
  const short = value > 0.9 && value < 1 ? toSignificant(1 - toSignificant(1 - value, 3), 15) : toSignificant(value, 3);
  return describeNumber(declared, short, currency);
}
