import { rowColumns } from "@/lib/model/rows/columns";
import { type LineRow, type LineTable, lineTables } from "@/lib/model/rows/line-tables";
import { type CsvCell, type CsvFormat, figure, usualFormat } from "@/lib/value/csv-format";
import { csvLines } from "./csv";
import { rowCells } from "./rows-csv";

/** A usual line of an organisation as it is written. */
export interface ExportedLine {
  readonly table: LineTable;
  readonly revision: number;
  /** ISO 8601, UTC. */
  readonly changedAt: string;
  readonly content: {
    readonly row: LineRow;
    readonly isBegunWith: boolean;
    readonly currency: string;
  };
}

const fieldColumns = [...new Set(lineTables.flatMap((table) => [...rowColumns(table).keys()]))];

/** The columns of usual lines: those of all their tables, of which each line fills its own. What reads them again: lib/import/usual-lines-csv.ts. */
export const usualLinesHeader = ["table", ...fieldColumns, "isBegunWith", "currency", "revision", "changed"] as const;

/** An organisation's usual lines as CSV, by table: figures plain and exact, a share as 0.05, a range as "low; high". */
export function usualLinesCsv(lines: readonly ExportedLine[], format: CsvFormat = usualFormat): string {
  const ordered = lineTables.flatMap((table) => lines.filter((line) => line.table === table));
  const rows = ordered.map(({ table, revision, changedAt, content }): CsvCell[] => {
    const { row, isBegunWith, currency } = content;
    const cells = rowCells(table, row);
    const own = new Map([...rowColumns(table).keys()].map((key, place) => [key, cells[place] ?? ""]));
    return [
      table,
      ...fieldColumns.map((key) => own.get(key) ?? ""),
      isBegunWith ? "yes" : "no",
      currency,
      figure(String(revision)),
      changedAt.slice(0, 10),
    ];
  });
  return csvLines([usualLinesHeader, ...rows], format);
}
