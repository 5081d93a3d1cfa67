import { isPercentage } from "@/lib/model/inputs/declaration";
import { fieldsOfTable, hasField, type RowField, type RowNumber } from "@/lib/model/rows/fields";
import type { Ends, OwnRows, RowTable } from "@/lib/model/rows/own-rows";
import type { FieldError } from "@/lib/outcome";
import { checkRow } from "@/lib/schemas/rows/check-rows";
import type { RowContext } from "@/lib/schemas/rows/row-schema";
import { monthsBetween } from "@/lib/value/calendar";
import { formatNumber, formatPercentNumber } from "@/lib/value/format";
import { markHint, parseAmount, parseNumber } from "@/lib/value/parse-number";
import { toPlainFigure } from "@/lib/value/plain-figure";

/** A row as its form holds it: a text for each field, and for each end of a range under "price.low". */
export type RowTexts = Readonly<Record<string, string>>;

/** What is wrong, by the keys of texts. */
export type RowFaults = Readonly<Record<string, string>>;

export type RowOf<T extends RowTable> = OwnRows[T][number];

/** Between the words of a field that holds several. */
const several = ",";

export function fieldsOf(table: RowTable): readonly (readonly [string, RowField])[] {
  return Object.entries(fieldsOfTable[table]);
}

export function isRowNumber(field: RowField): field is RowNumber {
  return field.format !== "text" && field.format !== "choice" && field.format !== "choices" && field.format !== "yesNo";
}

function numberText(field: RowNumber, value: unknown): string {
  if (typeof value !== "number") return "";
  return isPercentage(field) ? formatPercentNumber(value) : formatNumber(value);
}

function textOf(field: RowField, value: unknown): string {
  if (isRowNumber(field)) return numberText(field, value);
  if (field.format === "choices") return Array.isArray(value) ? value.join(several) : field.choices.join(several);
  if (field.format === "choice")
    return typeof value === "string" ? value : field.isRequired ? (field.atFirst ?? field.choices[0] ?? "") : "";
  if (field.format === "yesNo") return value === true ? "yes" : "";
  return typeof value === "string" ? value : "";
}

/** What a form shows of a row, or of a new one: nothing typed, the first choice made, every architecture named. */
export function textsOfRow(table: RowTable, row: object | null): RowTexts {
  const given = (row ?? {}) as Readonly<Record<string, unknown>>;
  const ranges = (given.ranges ?? {}) as Readonly<Record<string, Ends | undefined>>;
  return Object.fromEntries(
    fieldsOf(table).flatMap(([key, field]) => {
      const own = [key, textOf(field, given[key])] as const;
      if (!isRowNumber(field) || !field.hasEnds) return [own];
      const end = (which: "low" | "high") => [`${key}.${which}`, numberText(field, ranges[key]?.[which])] as const;
      return [own, end("low"), end("high")];
    }),
  );
}

/** The words of a field that holds several. */
export function chosenOf(text: string): readonly string[] {
  return text === "" ? [] : text.split(several);
}

export function textOfChosen(chosen: readonly string[]): string {
  return chosen.join(several);
}

/** The age in the first month of a model of what was bought in a month, "2024-03"; null where the text is none. */
function ageOf(text: string, startMonth: string): number | null {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? monthsBetween(text, startMonth) : null;
}

/** What is no number goes on as it was typed: the check says what is wrong with it. */
function readNumber(field: RowNumber, text: string, { startMonth }: Pick<RowContext, "startMonth">): number | string {
  const age = field.isAge && startMonth !== undefined ? ageOf(text.trim(), startMonth) : null;
  if (age !== null) return age;
  if (isPercentage(field)) return parseNumber(toPlainFigure(text).replace(/%$/, ""), -2) ?? text;
  return (field.format === "count" ? parseNumber(text) : parseAmount(text)) ?? text;
}

function readField(field: RowField, text: string, context: RowContext): unknown {
  const isEmpty = text.trim() === "";
  if (field.format === "choices") return chosenOf(text);
  if (field.format === "yesNo") return isEmpty ? undefined : true;
  if (isEmpty) return field.isRequired ? text : undefined;
  return isRowNumber(field) ? readNumber(field, text, context) : text;
}

/** An end that is left out is the figure itself; a range with neither is none. */
function readEnds(field: RowNumber, value: unknown, low: string, high: string): object | undefined {
  if (low.trim() === "" && high.trim() === "") return undefined;
  const end = (text: string) => (text.trim() === "" ? value : readNumber(field, text, {}));
  return { low: end(low), high: end(high) };
}

/** "ranges.price.low" is the text "price.low". */
function textKey(key: string): string {
  return key.replace(/^ranges\./, "");
}

function withHint({ key, message }: FieldError, table: RowTable, texts: RowTexts): string {
  const text = texts[textKey(key)] ?? "";
  const field = fieldsOf(table).find(([name]) => name === textKey(key).split(".")[0])?.[1];
  if (field === undefined || !isRowNumber(field) || typeof readNumber(field, text, {}) === "number") return message;
  return message.replace(/(?=; you (gave|typed) )/, () => markHint(text, field.integer ? 1234 : 1234.5));
}

/**
 * Reads a form into a row, or says field by field what is wrong with it.
 *
 * @param id the row's own, where it has one
 */
export function readRow<T extends RowTable>(
  table: T,
  texts: RowTexts,
  context: RowContext,
  id: string | undefined,
): { readonly ok: true; readonly row: RowOf<T> } | { readonly ok: false; readonly faults: RowFaults } {
  const ranges: Record<string, object> = {};
  const row: Record<string, unknown> = id === undefined ? {} : { id };
  for (const [key, field] of fieldsOf(table)) {
    if (!hasField(field, texts)) continue;
    const value = readField(field, texts[key] ?? "", context);
    if (value !== undefined) row[key] = value;
    if (!isRowNumber(field) || !field.hasEnds) continue;
    const ends = readEnds(field, value, texts[`${key}.low`] ?? "", texts[`${key}.high`] ?? "");
    if (ends !== undefined) ranges[key] = ends;
  }
  if (Object.keys(ranges).length > 0) row.ranges = ranges;
  const checked = checkRow(table, row, context);
  if (checked.ok) return checked;
  const faults: Record<string, string> = {};
  for (const fault of checked.faults) faults[textKey(fault.key)] ??= withHint(fault, table, texts);
  return { ok: false, faults };
}
