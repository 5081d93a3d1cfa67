import { inputPlace } from "@/lib/draft/place";
import type { InputKey } from "@/lib/model/inputs";
import { isPercentage, type NumberInput } from "@/lib/model/inputs/declaration";
import { describeNumber, numberText } from "@/lib/value/describe-input";
import { formatNumber, formatYearlyChance, toDigits } from "@/lib/value/format";
import { bothMeanings, markHint, parseNumber } from "@/lib/value/parse-number";
import { isSeveral } from "@/lib/value/plain-figure";
import { withoutUnit } from "./typed-unit";

/** What a small yearly chance means in words, where the percentage alone has too many zeros to read. */
export function chanceHint(input: NumberInput, value: number): string | null {
  return input.format === "yearlyChance" && value > 0 && value < 0.001 ? formatYearlyChance(value) : null;
}

export type Read = { ok: true; value: number } | { ok: false; message: string };

/** Reads what was typed into a field, or says in words what is wrong with it and what would be right. */
export function readText(input: NumberInput, text: string, currency: string): Read {
  const refuse = (what: string): Read => ({ ok: false, message: `${input.label} ${what}` });
  if (isSeveral(text))
    return refuse(`takes one figure; you pasted several, ${shorten(inOneLine(text))}. Paste one of them.`);
  const figure = withoutUnit(text, input, currency);
  const value = parseNumber(figure, isPercentage(input) ? -2 : 0);
  const typed = text.trim() === "" ? "the field is empty" : `you typed ${shorten(text.trim())}`;
  const bounds = `between ${numberText(input, input.min)} and ${describeNumber(input, input.max, currency)}`;
  if (value === null) {
    const meanings = bothMeanings(figure)?.map(formatNumber);
    if (meanings) return refuse(`could be ${meanings.join(" or ")}; ${typed}. Type the one that you mean.`);
    return refuse(`must be a number ${bounds}${markHint(figure)}; ${typed}.`);
  }
  if (value < input.min || value > input.max) return refuse(`must be ${bounds}; ${typed}.`);
  if (input.integer && !Number.isInteger(value)) return refuse(`must be a whole number ${bounds}; ${typed}.`);
  return { ok: true, value };
}

/** What typing a text into an input's field changes: its value, or what is wrong with the text, which stays as it was typed. */
export function typedChange(input: NumberInput, text: string, currency: string) {
  const place = inputPlace(input.key as InputKey);
  const read = readText(input, text, currency);
  return read.ok
    ? ({ kind: "put", place, value: read.value } as const)
    : ({ kind: "refuse", place, text, message: read.message } as const);
}

/**
 * The usual range of an input, where its figure lies outside: "usually 15 to 60". Nothing is refused for it; it shows "1.5" for 150 %, or
 * one zero too many, to who meant another figure. The range is the declared one, whatever the model's figure.
 */
export function unusualHint(input: NumberInput, value: number): string | null {
  const { low, high } = input;
  return low !== undefined && high !== undefined && value >= low && value <= high ? null : usualWords(input);
}

/** The usual range of an input in words; null where none is declared. */
export function usualWords(input: NumberInput): string | null {
  const { low, high } = input;
  if (low === undefined || high === undefined) return null;
  return `usually ${[low, high].map((end) => numberText(input, toDigits(end, 3))).join(" to ")}`;
}

function inOneLine(text: string): string {
  return text
    .split(/[\t\n\v\f\r\u0085\u2028\u2029]/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join(" and ");
}

function shorten(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}
