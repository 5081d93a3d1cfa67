import type { FigureBook, LineContent, OrganisationLine } from "@/lib/draft/figures/organisation-figure";
import { type RowColumn, rowColumns } from "@/lib/model/rows/columns";
import { isLineTable, type LineTable, lineTables } from "@/lib/model/rows/line-tables";
import { tableNames } from "@/lib/model/rows/table-names";
import type { Outcome } from "@/lib/outcome";
import { checkUsualLine, refuseFull, type UsualLine } from "@/lib/schemas/organisation-figures";
import { textOfCell } from "@/lib/text/csv-cell";
import { rowName } from "@/lib/value/rows/row-words";
import { quoted } from "./cell-figure";
import { lostPresent } from "./lost-point";
import { holdsFigures } from "./rows/columns";
import { type CellsOf, readCell } from "./rows/read-cell";
import { rowOfCells } from "./rows/row-of-cells";
import { cellOf, type FileRow, readStatedRows, type StatedRows } from "./stated-rows";

/** A row of a file that states another line than the organisation does now. */
export interface LineChange extends UsualLine {
  /** The revision that stands now; 0 for a new line. */
  revision: number;
  content: LineContent;
  before: LineContent | null;
}

/** Columns of the file that are of no table. */
const ownColumns = ["table", "isBegunWith", "currency", "revision", "changed", "id"];
const switchColumn: RowColumn = {
  kind: "field",
  key: "isBegunWith",
  field: { format: "yesNo", label: "New models begin with it" },
};

/**
 * Reads usual lines as lib/export/usual-lines-csv.ts writes them, or as a spreadsheet has changed that. A row without an id is the line of
 * its table that has its name, else a new one. Nothing is changed by it.
 *
 * @param newId the id of a new line
 */
export function readUsualLinesCsv(
  file: string,
  book: FigureBook,
  newId: () => string,
): Outcome<StatedRows<LineChange>> {
  const taken: UsualLine[] = [...book.lines];
  const seen = new Set<string>();
  return readStatedRows(file, {
    needed: ["table"],
    what: "the lines",
    isOfFigures: (column) => lineTables.some((table) => holdsFigures(rowColumns(table).get(column))),
    keyOf: (row) => [cellOf(row, "label"), cellOf(row, "role")].find((name) => name !== "") ?? "",
    read: (row) => {
      const line = readLine(row, book, newId);
      if ("reasons" in line) return line;
      const place = `${line.table} ${line.key}`;
      if (seen.has(place)) return { reasons: ["The file has this line twice. Leave one of the rows out."] };
      seen.add(place);
      const full = refuseFull(taken, line.table, line.key);
      if (full) return { reasons: full.faults.map(({ message }) => message) };
      if (line.revision === 0) taken.push(line);
      return line;
    },
  });
}

function readLine(row: FileRow, book: FigureBook, newId: () => string): LineChange | { reasons: readonly string[] } {
  const table = cellOf(row, "table");
  if (!isLineTable(table))
    return { reasons: [`There is no table ${quoted(table)}. Lines are of ${lineTables.join(", ")}.`] };
  const { currency } = book.currency;
  const columns = rowColumns(table);
  const own = [...row.cells].filter(([name]) => columns.has(name));
  const cells: CellsOf = { marks: row.marks, currency, startMonth: "" };
  const { given, faults } = rowOfCells(
    own.map(([name]) => columns.get(name) ?? null),
    own.map(([, cell]) => textOfCell(cell)),
    cells,
  );
  const reasons = [...faults.map(({ message }) => message), ...strayCells(row, table)];
  const named = cellOf(row, "currency");
  if (named !== "" && named !== currency)
    reasons.push(
      `The row is in ${quoted(named)}, the organisation states money in ${currency}. Give the line in ${currency}.`,
    );
  const known = knownLine(given, table, book);
  for (const [name, value] of Object.entries(given)) {
    const before = known && (known.content.row as unknown as Readonly<Record<string, unknown>>)[name];
    const lost = lostPresent("it", value, before);
    if (lost !== undefined) reasons.push(`Column ${name}: ${lost}`);
  }
  const switchText = cellOf(row, "isBegunWith");
  const begins = switchText === "" ? null : readCell(switchColumn, switchText, cells);
  if (begins !== null && "message" in begins) reasons.push(`Column isBegunWith: ${begins.message}`);
  if (reasons.length > 0) return { reasons };
  const isBegunWith =
    begins !== null && "value" in begins ? begins.value === true : (known?.content.isBegunWith ?? true);
  const key = known?.key ?? String(given.id ?? newId());
  const checked = checkUsualLine(table, { row: { ...given, id: key }, isBegunWith }, book.currency);
  if (!checked.ok) return { reasons: checked.faults.map(({ message }) => message) };
  return { table, key, revision: known?.revision ?? 0, content: checked.content, before: known?.content ?? null };
}

/** What stands in a column that only other tables have. */
function strayCells(row: FileRow, table: LineTable): string[] {
  const others = new Set(lineTables.flatMap((one) => [...rowColumns(one).keys()]));
  for (const name of [...ownColumns, ...rowColumns(table).keys()]) others.delete(name);
  return [...others]
    .filter((name) => cellOf(row, name) !== "")
    .map((name) => `${tableNames[table]} have no column ${name}. Empty its cell.`);
}

function knownLine(
  given: Readonly<Record<string, unknown>>,
  table: LineTable,
  { lines }: FigureBook,
): OrganisationLine | undefined {
  const ofTable = lines.filter((line) => line.table === table);
  if (given.id !== undefined) return ofTable.find(({ key }) => key === given.id);
  return ofTable.find(({ content }) => rowName(content.row) === (given.label ?? given.role));
}
