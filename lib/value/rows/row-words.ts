import type { CustomLine } from "@/lib/model/custom-lines";
import { fieldsOfTable, type RowField } from "@/lib/model/rows/fields";
import type { Ends, OwnRows, RowTable } from "@/lib/model/rows/own-rows";
import { describeNumber, numberText } from "../describe-input";
import { lineParts } from "./custom-line-words";

export type AnyRow = OwnRows[RowTable][number];

/** What a person calls a row: its name or role. */
export function rowName(row: AnyRow): string {
  return "role" in row ? row.role : row.label;
}

/** A figure, choice or text of a row, as a sentence has it: "5 % a year", "Storage server". */
export function fieldWords(field: RowField, value: unknown, currency: string): string {
  switch (field.format) {
    case "text":
      return `“${String(value)}”`;
    case "choice":
    case "choices":
      return [value]
        .flat()
        .map((each) => field.names?.[String(each)] ?? String(each))
        .join(", ");
    case "yesNo":
      return value === true ? "yes" : "no";
    default:
      return describeNumber(field, Number(value), currency);
  }
}

function endsWords(field: RowField | undefined, { low, high }: Ends, currency: string): string {
  if (field === undefined || !("unit" in field)) return "";
  const range = `${numberText(field, low)} to ${describeNumber(field, high, currency)}`;
  return `${field.label.toLowerCase()} ${range} in 8 of 10 cases`;
}

/** What a row holds beside its name, part by part: "kind Server", "count 3", "price paid each 9,000 EUR". */
export function rowParts(table: RowTable, row: AnyRow, currency: string): string[] {
  if (table === "customLines") return lineParts(row as CustomLine, currency);
  const fields: Readonly<Record<string, RowField>> = fieldsOfTable[table];
  const given = row as unknown as Readonly<Record<string, unknown>> & {
    readonly ranges?: Readonly<Record<string, Ends>>;
  };
  const parts = Object.entries(fields).flatMap(([key, field]) =>
    key === "label" || key === "role" || given[key] === undefined
      ? []
      : [`${field.label.toLowerCase()} ${fieldWords(field, given[key], currency)}`],
  );
  return [...parts, ...Object.entries(given.ranges ?? {}).map(([key, ends]) => endsWords(fields[key], ends, currency))];
}
