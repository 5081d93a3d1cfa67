import type { ModelDraft } from "@/lib/draft/model";
import { type RowColumn, rowColumns } from "@/lib/model/rows/columns";
import type { OwnRows } from "@/lib/model/rows/own-rows";
import { tableNames } from "@/lib/model/rows/table-names";
import { counted } from "@/lib/value/counted";
import { rowName } from "@/lib/value/rows/row-words";
import { quoted } from "../cell-figure";
import { lostPresent } from "../lost-point";
import { rowOfCells } from "../rows/row-of-cells";
import type { Reader } from "./reader";
import type { BlockRow, BlockTable } from "./rows";

// Tables of rows stand in blocks of their own: how many rows there are, so that a file that was cut is noticed; the names of the
// columns; and the rows.

/** The tables that the file has blocks of, unchecked; those of the draft where it has none. */
export function readBlocks(
  reader: Reader,
  blocks: readonly BlockRow[],
  base: ModelDraft,
): Record<BlockTable, readonly unknown[]> {
  const of = (table: BlockTable) => {
    const own = blocks.filter((row) => row.table === table);
    return own.length === 0 ? base[table] : readBlock(reader, table, own, base);
  };
  return {
    register: of("register"),
    equipmentLines: of("equipmentLines"),
    staffLines: of("staffLines"),
    participantKinds: of("participantKinds"),
    billLines: of("billLines"),
  };
}

function readBlock(reader: Reader, table: BlockTable, block: readonly BlockRow[], base: ModelDraft): unknown[] {
  const name = tableNames[table];
  const counts = block.filter(({ part }) => part === "");
  const heads = block.filter(({ part }) => part === "row");
  const rows = block.filter(({ part }) => part !== "" && part !== "row");
  const [count, secondCount] = counts;
  const [head, secondHead] = heads;
  const twice = secondCount ?? secondHead;
  if (twice) reader.fault(twice, "key", `${name} begins twice. Keep one of the blocks.`);
  const said = count?.cells.map((cell) => cell.trim()).find((cell) => /^\d+$/.test(cell));
  if (said !== undefined && Number(said) !== rows.length) {
    const message = `${name}: the file says that it has ${counted(Number(said), "row")}, and has ${rows.length}. Correct the rows, or their number.`;
    reader.add({ key: table, message });
  }
  if (head === undefined) {
    const [row] = rows;
    if (row)
      reader.fault(row, "key", `the names of the columns are missing before it: a line that begins with ${table}.row.`);
    return [];
  }
  const columns = columnsOf(reader, table, head);
  return rows.map((row, place) => readRow(reader, { table, row, place, columns, base }));
}

function columnsOf(reader: Reader, table: BlockTable, head: BlockRow): (RowColumn | null)[] {
  const known = rowColumns(table);
  return head.cells.map((cell) => {
    const key = cell.trim();
    if (key === "" || key === `${table}.row`) return null;
    const column = known.get(key);
    if (column === undefined) {
      const message = `${tableNames[table]} has no column ${quoted(key)}. It has ${[...known.keys()].join(", ")}.`;
      reader.fault(head, key, message);
    }
    return column ?? null;
  });
}

interface BlockPlace {
  table: BlockTable;
  row: BlockRow;
  /** From 0. */
  place: number;
  columns: readonly (RowColumn | null)[];
  base: ModelDraft;
}

function readRow(reader: Reader, { table, row, place, columns, base }: BlockPlace): unknown {
  const { line, cells } = row;
  const { given, faults } = rowOfCells(columns, cells, reader.cellsOf(base.startMonth));
  const columnOf = (key: string) => (key.startsWith("ranges.") ? `${key.slice("ranges.".length)}Range` : key);
  for (const { key, message } of faults) reader.fault(row, columnOf(key), message);
  const prefix = `${table}.${place}`;
  reader.places.set(prefix, { line, column: "key" });
  for (const column of columns) {
    if (column === null) continue;
    const name = column.kind === "id" ? "id" : column.key;
    const key = column.kind === "range" ? `ranges.${name}` : name;
    reader.places.set(`${prefix}.${key}`, { line, column: columnOf(key) });
  }
  const present = (base[table] as readonly OwnRows[BlockTable][number][]).find(
    (one) => one.id === given.id || rowName(one) === (given.label ?? given.role),
  );
  for (const [key, value] of Object.entries(given)) {
    const before = present && (present as unknown as Record<string, unknown>)[key];
    const lost = lostPresent("it", value, before);
    if (lost !== undefined) reader.fault(row, key, lost);
  }
  return given;
}
