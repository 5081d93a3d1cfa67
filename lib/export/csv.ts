import { stringify } from "csv-stringify/sync";
import { safeCell } from "@/lib/text/csv-cell";
import { type CsvCell, type CsvFormat, decimalMarks, separators, usualFormat } from "@/lib/value/csv-format";

/**
 * Rows as CSV of RFC 4180: CRLF, quotes where they are needed. Numbers are written as plain text. All CSV is written
 * here, so that no cell is a formula; text that is to be read again passes through textCell().
 */
export function csvLines(rows: readonly (readonly CsvCell[])[], format: CsvFormat = usualFormat): string {
  const mark = decimalMarks[format.decimal];
  // Most texts of a large file stand in every row: each is looked at once.
  const texts = new Map<string, string>();
  const text = (cell: string) => {
    const known = texts.get(cell);
    if (known !== undefined) return known;
    const safe = safeCell(cell);
    texts.set(cell, safe);
    return safe;
  };
  const written = (cell: CsvCell) =>
    typeof cell === "string" ? text(cell) : safeCell(cell.figure).replaceAll(".", mark);
  return stringify(
    rows.map((row) => row.map(written)),
    { delimiter: separators[format.separator], record_delimiter: "windows", quoted_match: /[\r\n]/ },
  );
}

/** What a download from a page begins with, so that a spreadsheet reads it as UTF-8. */
export const byteOrderMark = "\ufeff";
