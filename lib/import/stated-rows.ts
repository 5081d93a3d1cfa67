import { isSameValue } from "@/lib/draft/same-value";
import { type Outcome, refused } from "@/lib/outcome";
import { readCsvTable } from "./csv-table";
import type { FigureMarks } from "./file-number";
import { marksIn } from "./marks-in";

/** A row of a file that says what an organisation is to state. */
export interface StatedRow {
  content: object;
  /** What stands now; null where nothing does. */
  before: object | null;
}

export interface RefusedRow {
  line: number;
  /** What it is of, as the file has it. */
  key: string;
  reasons: readonly string[];
}

/** What a file would change of what an organisation states; rows that are refused are left out of it. */
export interface StatedRows<C extends StatedRow> {
  changes: readonly C[];
  refused: readonly RefusedRow[];
  /** Rows that state what stands already. */
  same: number;
}

export interface FileRow {
  /** Cells by the names of their columns. */
  cells: ReadonlyMap<string, string>;
  marks: FigureMarks;
  /** Whether cells are parted otherwise than by commas, as by a spreadsheet that writes figures otherwise. */
  isForeign: boolean;
}

interface Reading<C> {
  /** The columns without which the file is another one. */
  needed: readonly string[];
  /** What the file is of, as words go on: "the figures". */
  what: string;
  /** Whether the cells of a column are figures. */
  isOfFigures: (column: string) => boolean;
  /** What a row is of, as a message names it. */
  keyOf: (row: FileRow) => string;
  read: (row: FileRow) => C | { reasons: readonly string[] };
}

/** Reads the rows of a file of what an organisation states: each is a change, as now, or refused with its reasons. Nothing is changed by it. */
export function readStatedRows<C extends StatedRow>(
  file: string,
  { needed, what, isOfFigures, keyOf, read }: Reading<C>,
): Outcome<StatedRows<C>> {
  const table = readCsvTable(file);
  if (!table.ok) return refused("file", table.message);
  const { names, rows, delimiter } = table;
  const missing = needed.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    const message = `The file has no column ${missing.join(" and no column ")}. Download ${what} to see how it is made.`;
    return refused("file", message);
  }
  const figures = rows.flatMap(({ cells }) => cells.filter((_, place) => isOfFigures(names[place] ?? "")));
  const marks = marksIn(delimiter, figures);
  const changes: C[] = [];
  const refusedRows: RefusedRow[] = [];
  let same = 0;
  for (const { line, cells: record } of rows) {
    const cells = new Map(names.map((name, place) => [name, record[place] ?? ""]));
    const row = { cells, marks, isForeign: delimiter !== "," };
    const one = read(row);
    if ("reasons" in one) refusedRows.push({ line, key: keyOf(row).slice(0, 60), reasons: one.reasons });
    else if (one.before !== null && isSameValue(one.content, one.before)) same += 1;
    else changes.push(one);
  }
  return { ok: true, changes, refused: refusedRows, same };
}

/** The text of a cell without white space around it; empty where the file has no such column. */
export function cellOf({ cells }: FileRow, column: string): string {
  return cells.get(column)?.trim() ?? "";
}
