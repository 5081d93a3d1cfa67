import type { FigureBook, FigureContent } from "@/lib/draft/figures/organisation-figure";
import { isSameValue } from "@/lib/draft/same-value";
import { type InputKey, input, isInputKey } from "@/lib/model/inputs";
import { type Outcome, refused } from "@/lib/outcome";
import { checkStatedFigure } from "@/lib/schemas/organisation-figures";
import { textOfCell } from "@/lib/text/csv-cell";
import { quoted, readCellFigure } from "./cell-figure";
import { readCsvTable } from "./csv-table";
import { readFileDay } from "./file-date";
import type { DecimalMark } from "./file-number";
import { decimalsBeside } from "./rows/read-table";

/** A row of a file that states something else than the organisation does now. */
export interface FigureChange {
  key: InputKey;
  /** The revision that stands now; 0 where there is none. */
  revision: number;
  content: FigureContent;
  before: FigureContent | null;
}

export interface RefusedRow {
  line: number;
  /** As the file has it. */
  key: string;
  reasons: readonly string[];
}

/** What a file of figures would change; rows that are refused are left out of it. */
export interface FiguresOfCsv {
  changes: readonly FigureChange[];
  refused: readonly RefusedRow[];
  /** Rows that state what stands already. */
  same: number;
}

export type ReadFiguresCsv = Outcome<FiguresOfCsv>;

const needed = ["key", "value"] as const;
const figureColumns = ["value", "low", "high"] as const;
const textColumns = ["evidence", "note", "source", "owner"] as const;
const dayColumns = ["validFrom", "reviewBy"] as const;

interface Reading {
  book: FigureBook;
  decimals: readonly DecimalMark[];
}

/** Reads figures as lib/export/figures-csv.ts writes them, or as a spreadsheet has changed that. Nothing is changed by it. */
export function readFiguresCsv(file: string, book: FigureBook): ReadFiguresCsv {
  const table = readCsvTable(file);
  if (!table.ok) return refused("file", table.message);
  const { names, rows, delimiter } = table;
  const missing = needed.filter((name) => !names.includes(name));
  if (missing.length > 0)
    return refused(
      "file",
      `The file has no column ${missing.join(" and no column ")}. Download the figures to see how it is made.`,
    );
  const reading: Reading = { book, decimals: decimalsBeside(delimiter) };
  const seen = new Set<string>();
  const changes: FigureChange[] = [];
  const refusedRows: RefusedRow[] = [];
  let same = 0;
  for (const row of rows) {
    const cells = new Map(names.map((name, place) => [name, row.cells[place] ?? ""]));
    const read = seen.has(cells.get("key") ?? "")
      ? { reasons: ["The file names this input twice. Leave one of the rows out."] }
      : readRow(cells, reading);
    seen.add(cells.get("key") ?? "");
    if ("reasons" in read) refusedRows.push({ line: row.line, key: (cells.get("key") ?? "").slice(0, 60), ...read });
    else if (read.before !== null && isSameValue(read.content, read.before)) same += 1;
    else changes.push(read);
  }
  return { ok: true, changes, refused: refusedRows, same };
}

function readRow(
  cells: ReadonlyMap<string, string>,
  { book, decimals }: Reading,
): FigureChange | { reasons: readonly string[] } {
  const key = cells.get("key")?.trim() ?? "";
  if (!isInputKey(key))
    return { reasons: [`The model has no input ${quoted(key)}. Correct the name, or leave the row out.`] };
  const declared = input[key];
  const { currency } = book.currency;
  const stated: Record<string, unknown> = {};
  const reasons: string[] = [];
  const given = cells.get("currency")?.trim() ?? "";
  if (given !== "" && declared.format === "money" && given !== currency)
    reasons.push(
      `The row is in ${quoted(given)}, the organisation states money in ${currency}. Give the figure in ${currency}.`,
    );
  for (const column of figureColumns) {
    const text = cells.get(column)?.trim() ?? "";
    if (text === "") continue;
    const read =
      declared.format === "choice"
        ? { value: text }
        : readCellFigure(text, { decimals, currency, format: declared.format });
    if ("message" in read) reasons.push(`Column ${column}: ${read.message}`);
    else stated[column] = read.value;
  }
  for (const column of textColumns) stated[column] = textOfCell(cells.get(column) ?? "").trim() || undefined;
  for (const column of dayColumns) {
    const text = cells.get(column)?.trim() ?? "";
    if (text === "") continue;
    const day = readFileDay(text);
    if (day.ok) stated[column] = day.text;
    else reasons.push(`Column ${column}: ${day.message}`);
  }
  if (reasons.length > 0) return { reasons };
  const checked = checkStatedFigure(key, stated, book.currency);
  if (!checked.ok) return { reasons: checked.faults.map(({ message }) => message) };
  const known = book.figures.find((figure) => figure.key === key);
  return { key, revision: known?.revision ?? 0, content: checked.content, before: known?.content ?? null };
}
