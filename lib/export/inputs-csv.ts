import { declaredAt } from "@/lib/model/currency";
import type { CustomLine } from "@/lib/model/custom-lines";
import { type InputKey, type Inputs, inputList } from "@/lib/model/inputs";
import type { InputDeclaration } from "@/lib/model/inputs/declaration";
import { declaredRanges } from "@/lib/model/ranges/declared-ranges";
import { type DriverKey, type DriverStrength, driverKeys, drivers } from "@/lib/model/ranges/drivers";
import { rowColumns } from "@/lib/model/rows/columns";
import { type OwnRows, type RowTable, rowTables } from "@/lib/model/rows/own-rows";
import { tableNames } from "@/lib/model/rows/table-names";
import type { Evidence, OwnRange } from "@/lib/model/spread/own-range";
import { textCell } from "@/lib/text/csv-cell";
import { type CsvCell, type CsvFormat, figure, usualFormat } from "@/lib/value/csv-format";
import { inputName } from "@/lib/value/input-name";
import { lineUnit, unitInCurrency } from "@/lib/value/unit-label";
import { csvLines } from "./csv";
import { rowCells } from "./rows-csv";

/** What inputs.csv holds of a model: all that is typed into it. */
export interface ExportedInputs extends OwnRows {
  readonly name: string;
  readonly description: string;
  readonly startMonth: string;
  /** 1 (January) to 12. */
  readonly fiscalYearStart: number;
  readonly currency: string;
  readonly currencyRate: number;
  readonly currencyRateDate: string | null;
  readonly templateKey: string | null;
  readonly inputs: Partial<Inputs>;
  readonly notes: Partial<Record<InputKey, { note?: string; source?: string; range?: OwnRange; evidence?: Evidence }>>;
  readonly drivers: Partial<Record<DriverKey, DriverStrength>>;
  readonly trials: number;
  readonly seed: number;
}

/** The columns; ranges and evidence stand last, so that the others keep their places, and behind them what is declared of the range. */
export const inputsHeader = [
  "key",
  "label",
  "value",
  "unit",
  "default",
  "changed",
  "note",
  "source",
  "low",
  "high",
  "kind",
  "figures",
  "weights",
  "evidence",
  "usualLow",
  "usualHigh",
  "scale",
  "driver",
  "sign",
  "grade",
  "basis",
] as const;

type Row = readonly [key: string, label: string, value: CsvCell, unit?: string];

const row = (cells: Row): CsvCell[] => inputsHeader.map((_, column) => cells[column] ?? "");

/** The cells of an own range: `low` and `high`, or its kind with all its figures in one cell. */
function rangeCells(range: OwnRange | undefined): CsvCell[] {
  const inOneCell = (figures: readonly number[]) => figure(figures.join("; "));
  switch (range?.kind) {
    case undefined:
      return ["", "", "", "", ""];
    case "range":
      return [figure(String(range.low)), figure(String(range.high)), "range", "", ""];
    case "uniform":
      return ["", "", "uniform", inOneCell([range.least, range.greatest]), ""];
    case "triangular":
      return ["", "", "triangular", inOneCell([range.least, range.likeliest, range.greatest]), ""];
    case "choices":
      return ["", "", "choices", inOneCell(range.values), inOneCell(range.weights)];
    case "samples":
      return ["", "", "samples", inOneCell(range.values), ""];
  }
}

/** What is declared of the range of an input, at its default. */
function declaredCells(input: InputDeclaration): CsvCell[] {
  const range = declaredRanges[input.key];
  if (range === undefined || input.format === "choice") return ["", "", "", "", "", "", ""];
  const { scale, driver = "", sign, grade, basis } = range;
  const ends = [figure(String(input.low)), figure(String(input.high))];
  return [...ends, scale, driver, driver === "" ? "" : String(sign), grade, textCell(basis)];
}

/** Numbers are plain: the minus of a credit is not guarded. */
function lineRows(line: CustomLine, place: number, currency: string): CsvCell[][] {
  const { label, category, architectures, kind, amount, low, high, fromMonth, toMonth, escalation } = line;
  const { everyMonths, note, source, id } = line;
  const figures: Row[] = [
    ["label", "name", textCell(label)],
    ["category", "category", category],
    ["architectures", "architectures", architectures.join(" ")],
    ["kind", "how often", kind],
    ["amount", "amount", figure(String(amount)), lineUnit(kind, currency)],
    ["low", "low", figure(String(low ?? "")), lineUnit(kind, currency)],
    ["high", "high", figure(String(high ?? "")), lineUnit(kind, currency)],
    ["fromMonth", "first month", figure(String(fromMonth ?? "")), "month"],
    ["toMonth", "last month", figure(String(toMonth ?? "")), "month"],
    ["escalation", "rise", figure(String(escalation ?? "")), "per year"],
    ...(everyMonths === undefined
      ? []
      : [["everyMonths", "months between", figure(String(everyMonths)), "month"] as Row]),
    ...(note === undefined ? [] : [["note", "note", textCell(note)] as Row]),
    ...(source === undefined ? [] : [["source", "source", textCell(source)] as Row]),
    ...(id === undefined ? [] : [["id", "id", textCell(id)] as Row]),
  ];
  return figures.map(([key, what, value, unit]) =>
    row([`customLines.${place}.${key}`, `Own line ${place + 1}: ${what}`, value, unit ?? ""]),
  );
}

const blockTables = rowTables.filter((table) => table !== "customLines");

/** A table of rows in a block of its own: how many there are, the names of its columns, and the rows. */
function blockRows(table: Exclude<RowTable, "customLines">, rows: OwnRows): CsvCell[][] {
  const wide = (cells: readonly CsvCell[]) => [...cells, ...inputsHeader.slice(cells.length).map(() => "")];
  const count = row([table, tableNames[table], figure(String(rows[table].length)), "number"]);
  if (rows[table].length === 0) return [count];
  return [
    count,
    wide([`${table}.row`, ...rowColumns(table).keys()]),
    ...rows[table].map((one, place) => wide([`${table}.${place}`, ...rowCells(table, one)])),
  ];
}

/**
 * inputs.csv: every input with its value, the own lines one figure a row, other rows in blocks of their own, and how the model is named and dated. Values are in the unit
 * of their row, exact; a rate or a share is a number, 0.05. What reads it again: lib/import/inputs-csv.ts.
 *
 * @param leftOut inputs without a row, and tables without a block, for a reader who is not shown them
 */
export function* inputsCsv(
  model: ExportedInputs,
  format: CsvFormat = usualFormat,
  leftOut: readonly InputKey[] = [],
  leftOutTables: readonly RowTable[] = [],
): Generator<string> {
  const { currency, inputs, customLines, notes } = model;
  const declared = declaredAt(model.currencyRate);
  yield csvLines([inputsHeader], format);
  yield csvLines(
    inputList.flatMap(({ key: name }) => {
      const key = name as InputKey;
      if (leftOut.includes(key)) return [];
      const each = declared.input[key];
      const value = inputs[key] ?? each.default;
      const { note = "", source = "", range, evidence = "" } = notes[key] ?? {};
      return [
        [
          key,
          textCell(inputName(each)),
          figure(String(value)),
          each.format === "choice" ? "" : unitInCurrency(each.unit, currency),
          figure(String(each.default)),
          value === each.default ? "no" : "yes",
          textCell(note),
          textCell(source),
          ...rangeCells(range),
          evidence,
          ...declaredCells(each),
        ],
      ];
    }),
    format,
  );
  yield csvLines(
    [
      row(["customLines", "Own lines", figure(String(customLines.length)), "number"]),
      ...customLines.flatMap((line, place) => lineRows(line, place, currency)),
    ],
    format,
  );
  for (const table of blockTables) {
    if (!leftOutTables.includes(table)) yield csvLines(blockRows(table, model), format);
  }
  yield csvLines(
    [
      row(["model.name", "Name", textCell(model.name)]),
      row(["model.description", "Description", textCell(model.description)]),
      row(["model.template", "Template", model.templateKey ?? ""]),
      row(["model.startMonth", "First month", model.startMonth]),
      row(["model.fiscalYearStart", "First month of the fiscal year", figure(String(model.fiscalYearStart)), "month"]),
      row(["model.currency", "Currency", currency]),
      row(["model.currencyRate", "What one US dollar is", figure(String(model.currencyRate)), `${currency}/USD`]),
      row(["model.currencyRateDate", "Day of the rate", model.currencyRateDate ?? ""]),
      row(["model.trials", "Trials", figure(String(model.trials)), "number"]),
      row(["model.seed", "Seed of the trials", figure(String(model.seed)), "number"]),
      ...driverKeys.map((key) =>
        row([`model.drivers.${key}`, textCell(drivers[key].label), model.drivers[key] ?? drivers[key].strength]),
      ),
    ],
    format,
  );
}
