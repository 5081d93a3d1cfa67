import { rowColumns } from "@/lib/model/rows/columns";
import type { OwnRows, RowTable } from "@/lib/model/rows/own-rows";
import { type Outcome, refused } from "@/lib/outcome";
import { checkRow } from "@/lib/schemas/rows/check-rows";
import type { RowContext } from "@/lib/schemas/rows/row-schema";
import { textOfCell } from "@/lib/text/csv-cell";
import { textFault } from "@/lib/text/text-fault";
import { type CsvRow, readCsvTable } from "../csv-table";
import { marksIn } from "../marks-in";
import { columnNamed, holdsFigures, keyOfColumn, type ReadColumn } from "./columns";
import { type KnownColumns, statedColumns } from "./known-columns";
import type { CellsOf } from "./read-cell";
import { rowOfCells } from "./row-of-cells";

export interface ReadRow<R> {
  /** Where it begins in the text, from 1. */
  readonly line: number;
  readonly row: R;
}

/** A row that is not understood, with its cells as they were, so that nothing of it is lost. */
export interface RefusedRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly reasons: readonly string[];
}

/** A column as it was found: its name, or none where the text has no names, and the key of what it was read as. */
export interface FoundColumn {
  readonly name: string;
  readonly key: string | null;
}

export interface ReadTable<R> {
  /** Whether the first row was read as the names of the columns. */
  readonly hasNames: boolean;
  readonly columns: readonly FoundColumn[];
  readonly rows: readonly ReadRow<R>[];
  readonly refused: readonly RefusedRow[];
}

export interface TableSettings extends RowContext {
  /** First month of the model, "2027-01": a date of purchase becomes an age by it. */
  readonly startMonth: string;
  /** What each column is to be read as, by its place from 0, where a person has said so; null reads over it. */
  readonly columns?: readonly (string | null | undefined)[];
  /** What the organisation reads columns of other names as. */
  readonly known?: KnownColumns;
  /** Whether the first row holds names, where a person has said so. */
  readonly hasNames?: boolean;
}

export interface TextTable {
  readonly names: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly delimiter: string;
}

/** The cells of a pasted text or a CSV file; its first row may be names or not. */
export function readTextTable(text: string): Outcome<{ table: TextTable }> {
  const unstorable = textFault("The table", text);
  if (unstorable) return refused("file", unstorable);
  const table = readCsvTable(text);
  if (!table.ok) return refused("file", table.message);
  const clean = ({ line, cells }: CsvRow) => ({ line, cells: cells.map(textOfCell) });
  return { ok: true, table: { ...table, rows: table.rows.map(clean) } };
}

type Said = Pick<TableSettings, "columns" | "known" | "hasNames">;

/** The columns that a person has said, or that the organisation knows, else those that the first row names, else all fields in their order. */
function columnsIn(table: RowTable, names: readonly string[], { columns: said, known, hasNames: isSaid }: Said) {
  const named = names.map((name) => columnNamed(table, name) ?? null);
  const stated = statedColumns(names, known);
  const count = named.filter((column, place) => column !== null || stated[place] !== undefined).length;
  // One cell of a row may happen to be a name of a column.
  const hasNames = isSaid ?? (count >= 2 || (count === 1 && names.length === 1));
  const inOrder = [...rowColumns(table).values()].filter(({ kind }) => kind === "field");
  const keys = hasNames ? statedColumns(names, known, said) : (said ?? []);
  const columns = names.map((_, place) => {
    const key = keys[place];
    if (key === undefined) return (hasNames ? named[place] : inOrder[place]) ?? null;
    return key === null ? null : (columnNamed(table, key) ?? null);
  });
  return { columns, hasNames };
}

const keyIn = (column: ReadColumn | null) => (column === null ? null : keyOfColumn(column));

/** A column that two columns are read as would hold one of them only. */
function twice(columns: readonly (ReadColumn | null)[]): string | undefined {
  const keys = columns.map(keyIn).filter((key) => key !== null);
  return keys.find((key, place) => keys.indexOf(key) < place);
}

/** The columns of a text with what each is read as, also where the text as a whole cannot be read so. */
export function columnsOf(table: RowTable, text: string, said: Said): Pick<ReadTable<unknown>, "columns" | "hasNames"> {
  const read = readTextTable(text);
  if (!read.ok) return { columns: [], hasNames: true };
  const { names } = read.table;
  const { columns, hasNames } = columnsIn(table, names, said);
  const stated = hasNames ? statedColumns(names, said.known, said.columns) : (said.columns ?? []);
  const keyAt = (column: ReadColumn | null, place: number) =>
    column === null ? (stated[place] ?? null) : keyIn(column);
  return {
    hasNames,
    columns: columns.map((column, place) => ({
      name: hasNames ? (names[place] ?? "") : "",
      key: keyAt(column, place),
    })),
  };
}

/**
 * Reads a table of rows that was pasted or comes as CSV: columns by their names (a key, a label, or what people call it), or by their
 * order where there are none. Nothing is written; every row is either understood or refused with its reasons.
 */
export function readTable<T extends RowTable>(
  table: T,
  text: string,
  settings: TableSettings,
): Outcome<ReadTable<OwnRows[T][number]>> {
  const read = readTextTable(text);
  if (!read.ok) return read;
  const { names, rows, delimiter } = read.table;
  const { columns, hasNames } = columnsIn(table, names, settings);
  const doubled = twice(columns);
  if (doubled !== undefined)
    return refused("columns", `Two columns are read as ${doubled}. Say which one it is, and read over the other.`);
  const all = hasNames ? rows : [{ line: 1, cells: names.map(textOfCell) }, ...rows];
  const figures = all.flatMap(({ cells }) => cells.filter((_, place) => holdsFigures(columns[place])));
  const cells: CellsOf = { ...settings, marks: marksIn(delimiter, figures) };
  const understood: ReadRow<OwnRows[T][number]>[] = [];
  const refusedRows: RefusedRow[] = [];
  for (const { line, cells: record } of all) {
    const { given, faults } = rowOfCells(columns, record, cells);
    const checked = checkRow(table, given, settings);
    const wrong = new Set(faults.map(({ key }) => key));
    // What could not be read has had its reason.
    const rest = checked.ok ? [] : checked.faults.filter(({ key }) => !wrong.has(key));
    if (checked.ok && faults.length === 0) understood.push({ line, row: checked.row });
    else refusedRows.push({ line, cells: record, reasons: [...faults, ...rest].map(({ message }) => message) });
  }
  return { ok: true, ...columnsOf(table, text, settings), rows: understood, refused: refusedRows };
}
