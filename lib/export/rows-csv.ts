import { rowColumns } from "@/lib/model/rows/columns";
import type { Ends, OwnRows, RowTable } from "@/lib/model/rows/own-rows";
import { textCell } from "@/lib/text/csv-cell";
import { type CsvCell, type CsvFormat, figure, usualFormat } from "@/lib/value/csv-format";
import { csvLines } from "./csv";

type AnyRow = OwnRows[RowTable][number];

/** A row as cells below that header: numbers plain and exact, a share as 0.05, a range as "low; high". */
export function rowCells(table: RowTable, row: AnyRow): CsvCell[] {
  const given = row as unknown as Readonly<Record<string, unknown>> & {
    readonly ranges?: Readonly<Record<string, Ends>>;
  };
  return [...rowColumns(table).values()].map((column) => {
    if (column.kind === "range") {
      const ends = given.ranges?.[column.key];
      return ends === undefined ? "" : figure(`${ends.low}; ${ends.high}`);
    }
    const value = given[column.kind === "id" ? "id" : column.key];
    if (value === undefined) return "";
    if (column.kind === "field" && column.field.format === "text") return textCell(String(value));
    if (typeof value === "boolean") return value ? "yes" : "no";
    if (typeof value === "number") return figure(String(value));
    return Array.isArray(value) ? value.join(" ") : String(value);
  });
}

/** One table of rows as CSV. What reads it again: lib/import/rows/read-table.ts. */
export function rowsCsv(table: RowTable, rows: readonly AnyRow[], format: CsvFormat = usualFormat): string {
  return csvLines([[...rowColumns(table).keys()], ...rows.map((row) => rowCells(table, row))], format);
}
