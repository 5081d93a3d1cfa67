import { stringify } from "csv-stringify/sync";

/** Rows as CSV of RFC 4180: CRLF, quotes where they are needed. Numbers are given as plain text. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return stringify(rows as string[][], { record_delimiter: "windows", quoted_match: /[\r\n]/ });
}

/** What a download from a page begins with, so that a spreadsheet reads it as UTF-8. */
export const byteOrderMark = "\ufeff";
