import { formatYearlyChance } from "@/lib/format";
import { toText, toWords } from "@/lib/input-words";
import type { NumberInput } from "@/lib/model/inputs/declaration";
import { markHint, parseNumber } from "@/lib/parse-number";
import { isPercentage } from "@/lib/unit-label";

/** What a small yearly chance means in words, where the percentage alone has too many zeros to read. */
export function chanceHint(input: NumberInput, value: number): string | null {
  return input.unit === "per year" && value > 0 && value < 0.001 ? formatYearlyChance(value) : null;
}

export type Read = { ok: true; value: number } | { ok: false; message: string };

/** Reads what was typed into a field, or says in words what is wrong with it and what would be right. */
export function readText(input: NumberInput, text: string, currency: string): Read {
  const value = parseNumber(text.replace(/%\s*$/, ""), isPercentage(input.unit) ? -2 : 0);
  const typed = text.trim() === "" ? "the field is empty" : `you typed ${shorten(text.trim())}`;
  const bounds = `between ${toText(input, input.min)} and ${toWords(input, input.max, currency)}`;
  if (value === null) {
    return { ok: false, message: `${input.label} must be a number ${bounds}${markHint(text)}; ${typed}.` };
  }
  if (value < input.min || value > input.max)
    return { ok: false, message: `${input.label} must be ${bounds}; ${typed}.` };
  if (input.integer && !Number.isInteger(value)) {
    return { ok: false, message: `${input.label} must be a whole number ${bounds}; ${typed}.` };
  }
  return { ok: true, value };
}

function shorten(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}
