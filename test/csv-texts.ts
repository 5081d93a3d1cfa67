import type { CsvCell } from "@/lib/value/csv-format";

/** The cells of a file with its figures as plain text. */
export const csvTexts = (rows: readonly (readonly CsvCell[])[]): string[][] =>
  rows.map((row) => row.map((cell) => (typeof cell === "string" ? cell : cell.figure)));
