import { type InputKey, inputList } from "@/lib/model/inputs";
import { type InputDeclaration, isPercentage } from "@/lib/model/inputs/declaration";
import { payInputs } from "@/lib/model/pay/pay";
import { evidenceWords, rangeKindWords } from "@/lib/value/range-words";
import { unitInCurrency } from "@/lib/value/unit-label";
import { type Cell, columnName, type Look, type Sheet, type SheetRow, type Validation } from "../xlsx/cell";
import { changedFigureRows } from "./changed-figures";
import type { ExportedWorkbook } from "./exported-workbook";
import { head, headingRow, heads, muted, rowHeight, text, titleRow, unitLook, wordsRow, wrapped } from "./looks";
import { horizonName, scenarioName } from "./named-inputs";
import { editable } from "./row-figures";
import type { WorkbookRows } from "./scenario-rows";

export const inputsName = "Inputs";
export const scenariosName = "Scenarios";

const columns = [
  "Input",
  "In use",
  "Own value",
  "Unit",
  "Default",
  "Low",
  "High",
  "Evidence",
  "Note",
  "Source",
  "Key",
  "As exported",
];
const widths = [44, 16, 16, 20, 14, 14, 14, 16, 40, 60, 30, 12] as const;
const isFigure = (column: string) => ["In use", "Own value", "Default", "Low", "High"].includes(column);

const inputHeads = (): SheetRow => ({
  cells: columns.slice(0, -1).map((value) => ({
    value,
    look: isFigure(value)
      ? { ...head, align: "right" }
      : { ...head, isIndented: value === "Unit" || value === "Evidence" },
  })),
});

/** Rows before the first group. */
const before = 4;
/** The column of the first scenario on its sheet, which is the model's own figures. */
export const firstScenario = 3;

export interface InputRows {
  /** From 1, on the sheet of inputs and on that of scenarios. */
  readonly rowOf: ReadonlyMap<InputKey, number>;
  readonly last: number;
}

/** Where the heading of the rows stands that scenarios change, below their inputs. */
export const rowsHeadingAt = ({ last }: InputRows) => last + 1;

/** Where each input stands; those that the reader is not shown stand nowhere. */
export function inputRows({ declared, leavesOutPay }: ExportedWorkbook): InputRows {
  const rowOf = new Map<InputKey, number>();
  let row = before;
  for (const { inputs } of declared.groups) {
    const shown = inputs.filter(({ key }) => !leavesOutPay || !payInputs.includes(key as InputKey));
    if (shown.length > 0) row++;
    for (const { key } of shown) rowOf.set(key as InputKey, ++row);
  }
  return { rowOf, last: row };
}

const inputLook = (declared: InputDeclaration): Look => {
  if (declared.format === "choice") return { align: "right" };
  return { format: isPercentage(declared) ? "share" : declared.format === "money" ? "price" : "plain" };
};

/** What may be typed. @param mostMonths the columns that there are: a longer horizon has none */
export function validationOf(declared: InputDeclaration, cells: string, mostMonths: number): Validation {
  const title = declared.label.slice(0, 32);
  if (declared.format === "choice") {
    const words = declared.choices;
    return { cells, rule: { kind: "list", words }, title, message: `One of: ${words.join(", ")}.` };
  }
  const max = declared.key === horizonName ? mostMonths : declared.max;
  const { min, integer } = declared;
  const message = `${integer ? "A whole number" : "A number"} from ${min} to ${max}.`;
  return { cells, rule: { kind: integer ? "whole" : "decimal", min, max }, title, message };
}

function rangeCells(exported: ExportedWorkbook, declared: InputDeclaration): Cell[] {
  const { range, evidence } = exported.notes[declared.key as InputKey] ?? {};
  const { low = null, high = null } = declared.format === "choice" ? {} : declared;
  const ends = range === undefined ? [low, high] : range.kind === "range" ? [range.low, range.high] : [null, null];
  const words = [
    evidence === undefined ? "" : evidenceWords[evidence],
    range === undefined || range.kind === "range" ? "" : rangeKindWords[range.kind],
  ];
  const look = { ...inputLook(declared), colour: "muted" } as const;
  return [
    ...ends.map((value): Cell => ({ value, look })),
    { value: words.filter(Boolean).join("; "), look: { ...wrapped, isIndented: true } },
  ];
}

function inputRow(exported: ExportedWorkbook, declared: InputDeclaration, row: number): SheetRow {
  const key = declared.key as InputKey;
  const value = exported.inputs[key];
  const { note = "", source } = exported.notes[key] ?? {};
  const look = inputLook(declared);
  const { scenarios } = exported;
  const of = `INDEX(${scenariosName}!$${columnName(firstScenario)}${row}:$${columnName(firstScenario + scenarios.length)}${row},1,${scenarioName})`;
  const stated = source ?? declared.basis.text;
  return {
    ...rowHeight([
      [declared.label, widths[0]],
      [note, widths[8]],
      [stated, widths[9]],
    ]),
    cells: [
      { value: declared.label, look: wrapped },
      {
        value,
        look: { ...look, bold: true },
        formula: scenarios.length === 0 ? `C${row}` : `IF(${of}="",C${row},${of})`,
      },
      { value, look: editable(look) },
      { value: declared.format === "choice" ? "" : unitInCurrency(declared.unit, exported.currency), look: unitLook },
      { value: declared.default, look: { ...look, colour: "muted" } },
      ...rangeCells(exported, declared),
      text(note, wrapped),
      text(stated, wrapped),
      { value: declared.key, look: muted },
      { value, look },
    ],
  };
}

/** Every input with the value that is in use, which has the input's key for a name, and the model's own, to be changed. */
export function inputSheet(exported: ExportedWorkbook, rows: InputRows, mostMonths: number): Sheet {
  const sheetRows: SheetRow[] = [
    titleRow(inputsName),
    wordsRow(
      "Change the model's own values in the yellow cells. Formulas read the column “In use”: the own value, or that of the scenario chosen on the sheet Scenarios.",
    ),
    { cells: [] },
    inputHeads(),
  ];
  const validations: Validation[] = [];
  for (const { title, inputs } of exported.declared.groups) {
    const shown = inputs.filter(({ key }) => rows.rowOf.has(key as InputKey));
    if (shown.length === 0) continue;
    sheetRows.push(headingRow(title, columns.length - 1));
    for (const declared of shown) {
      const row = rows.rowOf.get(declared.key as InputKey) as number;
      sheetRows.push(inputRow(exported, declared, row));
      validations.push(validationOf(declared, `C${row}`, mostMonths));
    }
  }
  return {
    name: inputsName,
    tab: "input",
    widths,
    hidden: [columns.length - 1],
    rows: sheetRows,
    frozen: { rows: before, columns: 1 },
    validations,
    conditions: [{ cells: `C${before + 1}:C${rows.last}`, formula: `C${before + 1}<>L${before + 1}`, look: "changed" }],
  };
}

/** How many of the model's own values, and of those of scenarios, are otherwise than they were exported. @param figures of rows that scenarios change */
export function changesFormula({ scenarios }: ExportedWorkbook, { last }: InputRows, figures: number): string {
  const from = before + 1;
  const own = `SUMPRODUCT(--(${inputsName}!$C$${from}:$C$${last}<>${inputsName}!$L$${from}:$L$${last}))`;
  if (scenarios.length === 0) return own;
  const at = (i: number) => columnName(firstScenario + 1 + i);
  const n = scenarios.length;
  const end = figures === 0 ? last : last + 1 + figures;
  const changed = `${scenariosName}!$${at(0)}$${from}:$${at(n - 1)}$${end}`;
  const exported = `${scenariosName}!$${at(n)}$${from}:$${at(2 * n - 1)}$${end}`;
  return `${own}+SUMPRODUCT(--(${changed}<>${exported}))`;
}

/** The scenarios side by side, and the one cell that chooses. An empty cell leaves the model's own value. */
export function scenarioSheet(
  exported: ExportedWorkbook,
  rows: InputRows,
  mostMonths: number,
  baseName: string,
  joined: WorkbookRows,
  cellOf: ReadonlyMap<string, string>,
): Sheet {
  const { scenarios, currency } = exported;
  const names = [baseName, ...scenarios.map(({ name }) => name)].map((name) => text(name).value as string);
  const width = firstScenario + names.length;
  const last = columnName(width - 1);
  const first = columnName(firstScenario);
  const sheetRows: SheetRow[] = [
    titleRow(scenariosName),
    {
      cells: [
        { value: "Scenario in use", look: { bold: true } },
        { value: names[0] as string, look: editable({ bold: true }) },
        { value: 1, formula: `MATCH(B2,$${first}$4:$${last}$4,0)`, look: muted },
        { value: "Choose it in the yellow cell: the whole workbook follows.", look: muted },
      ],
    },
    joined.leftOut.length === 0 ? { cells: [] } : wordsRow(leftOutWords(joined.leftOut)),
    heads(["Input", "Unit", "Key", ...names], 3),
  ];
  const validations: Validation[] = [
    {
      cells: "B2",
      rule: { kind: "list", range: `$${first}$4:$${last}$4` },
      title: "Scenario in use",
      message: "Choose a scenario: the whole workbook follows.",
    },
  ];
  for (const { title, inputs } of exported.declared.groups) {
    const shown = inputs.filter(({ key }) => rows.rowOf.has(key as InputKey));
    if (shown.length === 0) continue;
    sheetRows.push(headingRow(title, width));
    for (const declared of shown) {
      const key = declared.key as InputKey;
      const row = rows.rowOf.get(key) as number;
      const look = inputLook(declared);
      const cells = scenarios.map(({ inputs }): Cell => ({ value: inputs[key] ?? null, look: editable(look) }));
      sheetRows.push({
        cells: [
          { value: declared.label, look: wrapped },
          {
            value: declared.format === "choice" ? "" : unitInCurrency(declared.unit, exported.currency),
            look: unitLook,
          },
          { value: key, look: muted },
          { value: exported.inputs[key], formula: `${inputsName}!C${row}`, look: { ...look, colour: "muted" } },
          ...cells,
          ...scenarios.map(({ inputs }): Cell => ({ value: inputs[key] ?? null, look })),
        ],
      });
      if (scenarios.length > 0) {
        const from = columnName(firstScenario + 1);
        validations.push(validationOf(declared, `${from}${row}:${last}${row}`, mostMonths));
      }
    }
  }
  const placed = { headingAt: rowsHeadingAt(rows), firstColumn: firstScenario + 1, currency, cellOf };
  const figures = changedFigureRows(joined, placed);
  sheetRows.push(...figures.rows);
  validations.push(...figures.validations);
  return {
    name: scenariosName,
    tab: "input",
    widths: [44, 18, 28, ...names.map(() => 18), ...scenarios.map(() => 12)],
    hidden: scenarios.map((_, i) => width + i),
    rows: sheetRows,
    frozen: { rows: before, columns: 1 },
    validations,
  };
}

/** Why scenarios are not in the workbook. */
export function leftOutWords(names: readonly string[]): string {
  const all = names.map((name) => `“${name}”`).join(", ");
  return `Not in this workbook: ${all}. What they change of rows is part of the formulas. Their figures are in years.csv.`;
}

/** Which inputs there are, in the order of the list: those not shown have no name. */
export const shownKeys = ({ rowOf }: InputRows) =>
  inputList.map(({ key }) => key as InputKey).filter((key) => rowOf.has(key));
