import { stringify } from "csv-stringify/sync";

/** What a spreadsheet would take for a formula, bare or behind apostrophes that guard one. */
const risky = /^'*[=+\-@\t\r]/;

/** Text as a cell: one leading apostrophe where it would begin a formula; import takes exactly one away. */
export function textCell(text: string): string {
  return risky.test(text) ? `'${text}` : text;
}

/** Rows as CSV of RFC 4180: CRLF, quotes where they are needed. Numbers are given as plain text. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return stringify(rows as string[][], { record_delimiter: "windows" });
}

/** What a download from a page begins with, so that a spreadsheet reads it as UTF-8. */
export const byteOrderMark = "\ufeff";
