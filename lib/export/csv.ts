import { stringify } from "csv-stringify/sync";
import { safeCell } from "@/lib/text/csv-cell";

/**
 * Rows as CSV of RFC 4180: CRLF, quotes where they are needed. Numbers are written as plain text. All CSV is written
 * here, so that no cell is a formula; text that is to be read again passes through textCell().
 */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => row.map(safeCell)),
    { record_delimiter: "windows", quoted_match: /[\r\n]/ },
  );
}

/** What a download from a page begins with, so that a spreadsheet reads it as UTF-8. */
export const byteOrderMark = "\ufeff";
