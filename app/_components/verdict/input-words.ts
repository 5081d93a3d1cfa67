import { toWords } from "@/lib/input-words";
import { type InputKey, input, inputGroups } from "@/lib/model/inputs";
import type { NumberInput } from "@/lib/model/inputs/declaration";

const groupTitles = new Map(inputGroups.map(({ key, title }) => [key, title]));

/** An input by name and, as some names stand in several groups, its group. */
export function inputName(key: InputKey): string {
  return `${groupTitles.get(input[key].group)}: ${input[key].label}`;
}

/** A value of an input with its unit, short: three digits say where a range ends. */
export function valueWords(key: InputKey, value: number, currency: string): string {
  const declared = input[key] as NumberInput;
  const digits = value > 0.999 && value < 1 ? 6 : value > 0.9 && value < 1 ? 4 : 3;
  return toWords(declared, declared.integer ? value : Number(value.toPrecision(digits)), currency);
}
