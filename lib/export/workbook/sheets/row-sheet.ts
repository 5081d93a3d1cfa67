import { architectureNames } from "@/lib/model/architectures";
import type { CustomLine } from "@/lib/model/custom-lines";
import type { Inputs } from "@/lib/model/inputs";
import { payCategories, payTables } from "@/lib/model/pay/pay";
import { fieldsOfTable, type RowField, type RowNumber } from "@/lib/model/rows/fields";
import { figureTables, type RowTable } from "@/lib/model/rows/own-rows";
import { rowDefaults } from "@/lib/model/rows/row-terms";
import { tableNames } from "@/lib/model/rows/table-names";
import { type LineField, lineDefaults } from "@/lib/model/sections/own-lines";
import { unitInCurrency } from "@/lib/value/unit-label";
import { type Cell, columnName, type Sheet, type SheetRow, type Validation } from "../xlsx/cell";
import { figureKey, figureLabel } from "./changed-figures";
import type { ExportedWorkbook } from "./exported-workbook";
import { firstScenario, scenariosName } from "./input-sheet";
import { emptyRow, head, headingRow, muted, text, titleRow, wordsRow, wrapped } from "./looks";
import { horizonName, nameOfInput, scenarioName } from "./named-inputs";
import { editable, figureLooks, figureRule } from "./row-figures";
import type { WorkbookRows } from "./scenario-rows";

/** What an organisation states in rows: own lines, and what it has. */
export const linesName = "Own lines";

type AnyRow = Readonly<Record<string, unknown>>;

/** Columns of notes and sources stand only where a row that is shown has some. */
const fieldsOf = (table: RowTable, shown: readonly (readonly [number, AnyRow])[]): [string, RowField][] =>
  Object.entries<RowField>(fieldsOfTable[table]).filter(
    ([key]) => (key !== "note" && key !== "source") || shown.some(([, row]) => row[key]),
  );

const isNumber = (field: RowField): field is RowNumber =>
  field.format !== "text" && field.format !== "choice" && field.format !== "choices" && field.format !== "yesNo";

function shownRows({ rows, leavesOutPay }: ExportedWorkbook, table: RowTable): (readonly [number, AnyRow])[] {
  if (leavesOutPay && payTables.includes(table)) return [];
  const all = (rows[table] as readonly unknown[] as readonly AnyRow[]).map((row, place) => [place, row] as const);
  const isPay = (row: AnyRow) =>
    table === "customLines" && payCategories.includes((row as unknown as CustomLine).category);
  return all.filter(([, row]) => !leavesOutPay || !isPay(row));
}

/** The number that a formula reads; undefined where an input stands in for it. */
function figureOf(table: RowTable, row: AnyRow, field: string, horizon: number): number | undefined {
  const stated = row[field];
  if (typeof stated === "number") return stated;
  const defaults: Readonly<Record<string, (horizon: number) => number>> =
    table === "customLines"
      ? (lineDefaults as Record<Exclude<LineField, "amount">, (horizon: number) => number>)
      : rowDefaults;
  return defaults[field]?.(horizon);
}

function numberCell(table: RowTable, row: AnyRow, [key, field]: [string, RowNumber], { horizonMonths }: Inputs): Cell {
  const value = figureOf(table, row, key, horizonMonths);
  if (value === undefined) return { value: field.otherwise ?? "", look: { ...muted, align: "right" } };
  const isHorizon = key === "toMonth" && row[key] === undefined;
  return { value, look: editable(figureLooks[field.format]), ...(isHorizon && { formula: horizonName }) };
}

function fieldCell(table: RowTable, row: AnyRow, [key, field]: [string, RowField], inputs: Inputs): Cell {
  if (isNumber(field)) return numberCell(table, row, [key, field], inputs);
  const stated = row[key];
  if (field.format === "text") return text(String(stated ?? ""), wrapped);
  if (field.format === "choices")
    return {
      value: (stated as (keyof typeof architectureNames)[]).map((one) => architectureNames[one]).join(", "),
      look: wrapped,
    };
  if (field.format === "yesNo") return { value: stated === true ? "yes" : "no" };
  if (stated === undefined) return { value: field.otherwise ?? "", look: muted };
  return { value: field.names?.[String(stated)] ?? String(stated) };
}

const fieldHead = (field: RowField, currency: string) => {
  const unit = isNumber(field) ? unitInCurrency(field.unit, currency) : "";
  return {
    value: unit === "" ? field.label : `${field.label} (${unit})`,
    look: { ...head, ...(isNumber(field) && { align: "right" as const }) },
  };
};

interface RowSheet {
  readonly sheet: Sheet;
  /** The cells that formulas read, by name. */
  readonly names: readonly (readonly [name: string, cell: string])[];
  /** Where the model's own figure stands, by its key. */
  readonly cellOf: ReadonlyMap<string, string>;
  /** Formulas of how many cells of each table are otherwise than they were exported. */
  readonly changedCells: readonly string[];
}

/** The hidden columns in which rows stand as they were exported begin here. */
const copyFrom = 24;

/**
 * Every row that is shown, and the names of its figures: what each stands for.
 *
 * @param firstChange the row of the sheet of scenarios with the first figure that they change
 */
export function rowSheet(exported: ExportedWorkbook, joined: WorkbookRows, firstChange: number): RowSheet {
  const { inputs, currency } = exported;
  const cellOf = new Map<string, string>();
  const rows: SheetRow[] = [titleRow(linesName)];
  const validations: Validation[] = [];
  const changedCells: string[] = [];
  const tables = figureTables
    .map((table) => ({ table, shown: shownRows(exported, table) }))
    .filter(({ shown }) => shown.length > 0);
  rows.push(
    wordsRow(
      tables.length === 0
        ? "This model has no own lines, and no rows of machines, equipment, staff or participants."
        : "Figures in yellow cells can be changed. What a row belongs to and is counted by is part of the formulas, and so is which input stands in for a figure that it leaves out.",
    ),
  );
  for (const { table, shown } of tables) {
    const fields = fieldsOf(table, shown);
    rows.push(emptyRow, headingRow(tableNames[table], fields.length));
    rows.push({ cells: fields.map(([, field]) => fieldHead(field, currency)), height: 40 });
    const first = rows.length + 1;
    for (const [place, row] of shown) {
      const cells = fields.map((field) => fieldCell(table, row, field, inputs));
      const nothing = Array.from({ length: copyFrom - cells.length }, () => undefined);
      rows.push({ cells: [...cells, ...nothing, ...cells.map(({ look: _, ...cell }) => cell)] });
      for (const [column, [key, field]] of fields.entries()) {
        if (!isNumber(field) || figureOf(table, row, key, inputs.horizonMonths) === undefined) continue;
        cellOf.set(`${table}.${place}.${key}`, `'${linesName}'!$${columnName(column)}$${rows.length}`);
      }
    }
    const range = (from: number) =>
      `'${linesName}'!$${columnName(from)}$${first}:$${columnName(from + fields.length - 1)}$${rows.length}`;
    changedCells.push(`SUMPRODUCT(--(${range(0)}<>${range(copyFrom)}))`);
    for (const [column, [, field]] of fields.entries()) {
      if (isNumber(field))
        validations.push(...figureRule(field, `${columnName(column)}${first}:${columnName(column)}${rows.length}`));
    }
  }
  const names = new Map([...cellOf].map(([key, cell]) => [nameOfInput({ key }), cell]));
  for (const [name, cell] of inUse(joined, cellOf, firstChange, rows)) names.set(name, cell);
  const most = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const hidden = Array.from({ length: Math.max(0, most - copyFrom) }, (_, place) => copyFrom + place);
  const sheet = { name: linesName, tab: "input" as const, widths: [34, 18, 30, 16], hidden, rows, validations };
  return { sheet: { ...sheet, frozen: { rows: 1, columns: 1 } }, names: [...names], cellOf, changedCells };
}

/** Writes what is in use of the figures that scenarios change, and says in which cell each stands. */
function inUse(
  joined: WorkbookRows,
  cellOf: ReadonlyMap<string, string>,
  firstChange: number,
  rows: SheetRow[],
): [name: string, cell: string][] {
  const { changes, scenarios } = joined;
  if (changes.length === 0) return [];
  rows.push(emptyRow, headingRow("In use, where scenarios have other figures", 2));
  const [from, to] = [columnName(firstScenario), columnName(firstScenario + scenarios.length)];
  return changes.map((changed, place) => {
    const key = figureKey(changed);
    const own = cellOf.get(key) as string;
    const at = firstChange + place;
    const chosen = `INDEX(${scenariosName}!$${from}${at}:$${to}${at},1,${scenarioName})`;
    const row = joined.rows[changed.table][changed.place] as unknown as Readonly<Record<string, number>>;
    const value = row[changed.field] ?? 0;
    rows.push({
      cells: [
        text(figureLabel(joined, changed), wrapped),
        { value, formula: `IF(${chosen}="",${own},${chosen})`, look: { bold: true } },
      ],
    });
    return [nameOfInput({ key }), `'${linesName}'!$B$${rows.length}`];
  });
}
