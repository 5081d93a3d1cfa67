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
import { type Cell, columnName, type Look, type Sheet, type SheetRow, type Validation } from "../xlsx/cell";
import type { ExportedWorkbook } from "./exported-workbook";
import { emptyRow, head, headingRow, muted, text, titleRow, wordsRow, wrapped } from "./looks";
import { horizonName, nameOfInput } from "./named-inputs";

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

const looks: Record<RowNumber["format"], Look> = {
  money: { format: "price" },
  percent: { format: "share" },
  yearlyChange: { format: "share" },
  yearlyChance: { format: "share" },
  count: { format: "plain" },
  number: { format: "plain" },
};

function numberCell(table: RowTable, row: AnyRow, [key, field]: [string, RowNumber], { horizonMonths }: Inputs): Cell {
  const value = figureOf(table, row, key, horizonMonths);
  if (value === undefined) return { value: field.otherwise ?? "", look: { ...muted, align: "right" } };
  const input: Look = { fill: "input", colour: "input", border: "around", isUnlocked: true };
  const isHorizon = key === "toMonth" && row[key] === undefined;
  return { value, look: { ...looks[field.format], ...input }, ...(isHorizon && { formula: horizonName }) };
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

function validationOf(field: RowField, cells: string): Validation[] {
  if (!isNumber(field)) return [];
  const { min = -1e15, max = 1e15, integer = false, label } = field;
  const rule = { kind: integer ? ("whole" as const) : ("decimal" as const), min, max };
  return [
    { cells, rule, title: label.slice(0, 32), message: integer ? "A whole number." : "A number within its bounds." },
  ];
}

/** Every row that is shown, and the names of its figures: what each stands for. */
export function rowSheet(exported: ExportedWorkbook): { sheet: Sheet; names: [name: string, cell: string][] } {
  const { inputs, currency } = exported;
  const rows: SheetRow[] = [titleRow(linesName)];
  const names: [string, string][] = [];
  const validations: Validation[] = [];
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
      rows.push({ cells: fields.map((field) => fieldCell(table, row, field, inputs)) });
      for (const [column, [key, field]] of fields.entries()) {
        if (!isNumber(field) || figureOf(table, row, key, inputs.horizonMonths) === undefined) continue;
        const name = nameOfInput({ key: `${table}.${place}.${key}` });
        names.push([name, `'${linesName}'!$${columnName(column)}$${rows.length}`]);
      }
    }
    for (const [column, [, field]] of fields.entries()) {
      validations.push(...validationOf(field, `${columnName(column)}${first}:${columnName(column)}${rows.length}`));
    }
  }
  const sheet = { name: linesName, tab: "input" as const, widths: [34, 18, 30, 16], rows, validations };
  return { sheet: { ...sheet, frozen: { rows: 1, columns: 1 } }, names };
}
