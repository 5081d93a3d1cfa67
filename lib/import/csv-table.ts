import { CsvError, parse } from "csv-parse/sync";
import { formatWhole } from "@/lib/value/format";

/** Characters of a file; ours take 50,000, what was written beside inputs, which is 240 kB at most, and rows, 300 kB at most. */
export const longestFile = 600_000;
/** Ours have a row for each input, 14 for an own line, 608 of other tables and some more: 1,600 at most. */
export const mostRows = 5_000;
/** Ours have ten; a spreadsheet may add some that are empty. */
export const mostColumns = 100;
/** The longest text that a model has is its description, of 10,000. */
export const longestCell = 12_000;
/** A row has three texts, and each quotation mark in them counts twice. */
const longestRow = 60_000;

export interface CsvRow {
  /** Where it begins in the file, from 1. */
  line: number;
  cells: string[];
}

type CsvTable = { ok: true; names: string[]; rows: CsvRow[]; delimiter: string } | { ok: false; message: string };

/** The file as it is below a first line that tells a spreadsheet how cells are parted, `sep=;`, and by what. */
function withoutMarks(text: string): { text: string; delimiter: string; line: number } {
  const plain = text.startsWith("\ufeff") ? text.slice(1) : text;
  const [, stated, ending = ""] = /^"?sep=([^\w\s"]|\t| )"?(\r\n?|\n|$)/i.exec(plain) ?? [];
  if (stated !== undefined)
    return { text: plain.slice(plain.indexOf(ending) + ending.length), delimiter: stated, line: 1 };
  const [head = ""] = plain.slice(0, longestRow).split(/[\r\n]/, 1);
  return { text: plain, delimiter: delimiterOf(head), line: 0 };
}

/** What parts the cells of a line: of what may, the mark that it has most of. A decimal comma is no end of a cell. */
function delimiterOf(line: string): string {
  const often = (mark: string) => line.split(mark).length;
  const [most] = (["\t", ";", ","] as const).toSorted((one, other) => often(other) - often(one));
  return most === undefined || often(most) === 1 ? "," : most;
}

/**
 * The table of a file, with rows that are empty left out. Spreadsheets of some languages part cells by semicolons or tabs. What is too
 * long, too wide or has too many rows is refused before anything goes through it.
 */
export function readCsvTable(file: string): CsvTable {
  const refuse = (message: string): CsvTable => ({ ok: false, message });
  if (file.length > longestFile) {
    return refuse(
      `The file has ${formatWhole(file.length)} characters; it may have ${formatWhole(longestFile)}. Leave out what is not needed, or part it.`,
    );
  }
  const { text, delimiter, line: linesBefore } = withoutMarks(file);
  let records: { record: string[]; info: { lines: number } }[];
  try {
    const options = { delimiter, info: true, relax_column_count: true, to: mostRows + 1, max_record_size: longestRow };
    records = parse(text, options) as never;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? `Line ${error.lines + linesBefore}` : "The file";
    if (error.code === "CSV_MAX_RECORD_SIZE") {
      return refuse(
        `${line} has more than ${formatWhole(longestRow)} characters. A quotation mark may be missing there.`,
      );
    }
    return refuse(
      `${line} cannot be read as CSV: a quotation mark is out of place or not closed. Save the file again as CSV.`,
    );
  }
  if (records.length > mostRows) {
    return refuse(`The file has more than ${formatWhole(mostRows)} rows. Remove those that are empty or not needed.`);
  }
  const rows: CsvRow[] = [];
  for (const [place, { record }] of records.entries()) {
    const line = (records[place - 1]?.info.lines ?? 0) + 1 + linesBefore;
    if (record.length > mostColumns) {
      return refuse(
        `Line ${line} has ${formatWhole(record.length)} cells; a row may have ${mostColumns}. Remove the empty columns at the end.`,
      );
    }
    const long = record.findIndex((cell) => cell.length > longestCell);
    if (long >= 0) {
      return refuse(
        `Line ${line}: cell ${long + 1} has ${formatWhole(record[long]?.length ?? 0)} characters; a cell may have ${formatWhole(longestCell)}. Shorten it.`,
      );
    }
    if (place === 0 || record.some((cell) => cell.trim() !== "")) rows.push({ line, cells: record });
  }
  const [head, ...rest] = rows;
  return { ok: true, names: head?.cells.map((name) => name.trim()) ?? [], rows: rest, delimiter };
}
