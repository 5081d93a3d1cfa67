import { type InputKey, input, inputGroups } from "@/lib/model/inputs";
import type { NumberInput } from "@/lib/model/inputs/declaration";
import { describeNumber } from "./describe-input";

const groupTitles = new Map(inputGroups.map(({ key, title }) => [key, title]));

/** An input by name and, as some names stand in several groups, its group. */
export function inputNameInGroup(key: InputKey): string {
  return `${groupTitles.get(input[key].group)}: ${input[key].label}`;
}

/** A value of an input with its unit, short: three digits say where a range ends. */
export function describeInputBriefly(key: InputKey, value: number, currency: string): string {
  const declared = input[key] as NumberInput;
  if (declared.integer) return describeNumber(declared, value, currency);
  // Of a share near to all it is what it lacks that three digits tell.
  const short =
    value > 0.9 && value < 1
      ? Number((1 - Number((1 - value).toPrecision(3))).toPrecision(15))
      : Number(value.toPrecision(3));
  return describeNumber(declared, short, currency);
}
