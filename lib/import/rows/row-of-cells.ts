import type { FieldError } from "@/lib/outcome";
import type { ReadColumn } from "./columns";
import { type CellsOf, readCell } from "./read-cell";

/** A row as its cells say it, before it is checked; faults of cells by the key of their field. */
export interface GivenRow {
  readonly given: Readonly<Record<string, unknown>>;
  readonly faults: readonly FieldError[];
}

const keyOf = (column: ReadColumn): string => {
  if (column.kind === "id") return "id";
  return column.kind === "bought" ? "ageMonths" : column.key;
};

/** Reads the cells of a row; a cell that is empty says nothing. */
export function rowOfCells(
  columns: readonly (ReadColumn | null)[],
  record: readonly string[],
  cells: CellsOf,
): GivenRow {
  const given: Record<string, unknown> = {};
  const ranges: Record<string, unknown> = {};
  const faults: FieldError[] = [];
  for (const [place, column] of columns.entries()) {
    const cell = record[place] ?? "";
    if (column === null) continue;
    // White space is a text too, and no figure.
    const isText = column.kind === "field" && column.field.format === "text";
    if ((isText ? cell : cell.trim()) === "") continue;
    const read = readCell(column, isText ? cell : cell.trim(), cells);
    const key = keyOf(column);
    if ("message" in read) faults.push({ key: column.kind === "range" ? `ranges.${key}` : key, message: read.message });
    else if (column.kind === "range") ranges[key] = read.value;
    else given[key] = read.value;
  }
  return { given: Object.keys(ranges).length > 0 ? { ...given, ranges } : given, faults };
}
