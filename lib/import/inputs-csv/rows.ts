import { rowTables } from "@/lib/model/rows/own-rows";
import type { FieldError, Outcome } from "@/lib/outcome";
import { textOfCell } from "@/lib/text/csv-cell";
import { quoted } from "../cell-figure";
import { type CsvRow, readCsvTable } from "../csv-table";

/** Those that say what is declared are read over. */
const columns = [
  ...(["key", "label", "value", "unit", "default", "changed", "note", "source"] as const),
  ...(["low", "high", "kind", "figures", "weights", "evidence"] as const),
  ...(["usualLow", "usualHigh", "scale", "driver", "sign", "grade", "basis"] as const),
];
export type Column = (typeof columns)[number];

export interface Row {
  line: number;
  cells: Partial<Record<Column, string>>;
}

/** More than this is not worth listing: the file is of another kind. */
export const mostFaults = 20;

/** A row of a block (row-blocks.ts), cells as they stand: its columns are its own. */
export interface BlockRow {
  line: number;
  /** Of the table of rows. */
  table: BlockTable;
  /** What stands behind the table's name: nothing, "row" at the head of the columns, or the row's number. */
  part: string;
  cells: string[];
}

const blockTables = rowTables.filter((table) => table !== "customLines");
export type BlockTable = (typeof blockTables)[number];

function blockRowOf({ line, cells }: CsvRow, keyColumn: number): BlockRow | undefined {
  const [name, part = "", ...more] = (cells[keyColumn] ?? "").trim().split(".");
  const table = blockTables.find((one) => one === name);
  if (table === undefined || more.length > 0 || !/^(|row|\d{1,3})$/.test(part)) return undefined;
  return { line, table, part, cells: cells.map(textOfCell) };
}

/** The cells of a file by the names of their columns, and its blocks of rows. */
export function readRows(text: string): Outcome<{ rows: Row[]; blocks: BlockRow[]; delimiter: string }> {
  const refuse = (message: string) => ({ ok: false as const, faults: [{ key: "file", message }] });
  const table = readCsvTable(text);
  if (!table.ok) return refuse(table.message);
  const { names, delimiter } = table;
  const faults: FieldError[] = names.flatMap((name, place) => {
    if (name === "" && place > 0) return [];
    if (!columns.includes(name as Column)) {
      const message = `Line 1: there is no column ${quoted(name)}. The columns are ${columns.join(", ")}; rename or remove it.`;
      return [{ key: "line 1", message }];
    }
    return names.indexOf(name) < place
      ? [{ key: "line 1", message: `Line 1: the column ${quoted(name)} stands twice. Keep one.` }]
      : [];
  });
  if (!names.includes("key") || !names.includes("value")) {
    return refuse(
      "Line 1 must name the columns, with key and value among them. Download inputs.csv of a model and change that file.",
    );
  }
  const keyColumn = names.indexOf("key");
  const blocks: BlockRow[] = [];
  const rows = table.rows.flatMap((given): Row[] => {
    const block = blockRowOf(given, keyColumn);
    if (block) {
      blocks.push(block);
      return [];
    }
    const { line, cells: record } = given;
    if (faults.length < mostFaults && record.some((cell, column) => (names[column] ?? "") === "" && cell !== "")) {
      faults.push({
        key: `line ${line}`,
        message: `Line ${line} has more cells than there are columns. Put a text that has a “${delimiter}” into quotation marks.`,
      });
    }
    const cells = names.map((name, column) => [name, textOfCell(record[column] ?? "")] as const);
    return [{ line, cells: Object.fromEntries(cells.filter(([name]) => name !== "")) }];
  });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, rows, blocks, delimiter };
}
