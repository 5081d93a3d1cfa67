import { compile } from "@/lib/formula/compile";
import { evaluate } from "@/lib/formula/evaluate";
import type { InputTerm, Quantity } from "@/lib/formula/node";
import { unitInCurrency } from "@/lib/value/unit-label";
import type { Read, Table, TablePlace, Working, WorkingPlace } from "../formulas/form";
import { formulaPrinter, isMonthly } from "../formulas/print-formula";
import { type Cell, columnName, type Sheet, type SheetRow } from "../xlsx/cell";
import type { ModelLayout } from "./model-layout";
import { labelOf } from "./model-layout";
import {
  type Figure,
  firstRow,
  type Months,
  monthCell,
  monthRowAt,
  monthSheet,
  monthsUntilNow,
  singleFormula,
} from "./month-sheet";
import { horizonName, nameOfInput } from "./named-inputs";
import { formatOf } from "./number-format";

const workingsName = "Workings";
const tablesName = "Tables";
/** The first row of a table's figures, from 1, and the columns between two tables. */
const firstTableRow = 4;
const gap = 1;

export interface ModelSheets {
  readonly sheets: readonly Sheet[];
  readonly rowOf: (quantity: Quantity) => WorkingPlace;
  /** How many cells hold formulas of the model. */
  readonly read: Read;
}

/** The sections of the model, a row for each quantity, and the rows and tables that their formulas need. */
export function modelSheets(
  layout: ModelLayout,
  months: Months,
  currency: string,
  given: (input: InputTerm) => number,
): ModelSheets {
  const workings: { place: WorkingPlace; working: Working; label: string; of: Quantity }[] = [];
  const byKey = new Map<string, WorkingPlace>();
  const tables: { table: Table; column: number }[] = [];
  const tableByKey = new Map<string, TablePlace>();
  const reads = new Map<string, Quantity>();
  let printed: Quantity | undefined;
  let nextRow = firstRow;
  let nextColumn = 0;

  const rowOf = (quantity: Quantity): WorkingPlace => {
    const at = layout.place.get(quantity);
    if (!at) throw new Error(`${quantity.key} has no row in the workbook`);
    return monthRowAt(at.sheet, at.row, months.most);
  };

  const working = (key: string, make: (row: WorkingPlace) => Working): WorkingPlace => {
    const known = byKey.get(key);
    if (known) return known;
    const place = monthRowAt(workingsName, nextRow++, months.most);
    byKey.set(key, place);
    const at = workings.push({ place } as (typeof workings)[number]) - 1;
    const made = make(place);
    const of = printed as Quantity;
    workings[at] = { place, working: made, of, label: `${labelOf(of)}: ${made.label.toLowerCase()}` };
    return place;
  };

  const table = (key: string, make: (place: TablePlace) => Table): TablePlace => {
    const known = tableByKey.get(key);
    if (known) return known;
    const column = nextColumn;
    const address = (c: number, row: number) => `$${columnName(column + c)}$${firstTableRow + row}`;
    const place: TablePlace = {
      address,
      range: (c, from, to) => `${tablesName}!${address(c, from)}${from === to ? "" : `:${address(c, to)}`}`,
    };
    const made = make(place);
    tableByKey.set(key, place);
    tables.push({ table: made, column });
    nextColumn += made.columns.length + gap;
    return place;
  };

  const print = formulaPrinter({
    ...{ month: monthCell, monthsUntilNow, horizon: horizonName, working, table, reads, nameOf: nameOfInput },
    single: (quantity) => rowOf(quantity).single,
    row: rowOf,
  });

  /** Printed first, for only then it is known what else has to be worked out. */
  const formulas = new Map<Quantity, { single?: string; monthly?: { setUp: string; service: string } }>();
  for (const quantity of layout.place.keys()) {
    const is = layout.formulaOf(quantity);
    printed = quantity;
    if (!is) formulas.set(quantity, {});
    else if (isMonthly(quantity)) {
      const setUp = quantity.during === "running" ? "0" : print(is, "setUp");
      formulas.set(quantity, { monthly: { setUp, service: print(is, "service") } });
    } else {
      const of = layout.ratioOf.get(quantity);
      const single = print(is, "single");
      formulas.set(quantity, { single: of ? `IF(${rowOf(of).single}=0,"",${single})` : single });
    }
  }

  const program = compile([...layout.place.keys(), ...reads.values()]);
  const read: Read = { months: months.horizon, values: evaluate(program, given, months.horizon).values };

  const figureOf = (quantity: Quantity): Figure => {
    const values = read.values(quantity);
    const { single, monthly } = formulas.get(quantity) ?? {};
    const isValue = layout.formulaOf(quantity) === undefined;
    const is = isMonthly(quantity);
    const value = values[0] as number;
    return {
      label: labelOf(quantity),
      unit: unitInCurrency(quantity.unit, currency),
      key: quantity.key,
      source: quantity.source ?? "",
      format: formatOf(quantity.unit),
      isBold: /\.total$/.test(quantity.key),
      isValue,
      ...(is
        ? { monthly: { setUp: monthly?.setUp ?? "", service: monthly?.service ?? "", values } }
        : {
            single: {
              value: Number.isFinite(value) ? value + 0 : "",
              ...(single !== undefined && { formula: single }),
            },
          }),
    };
  };

  const workingFigure = ({
    working: { unit, single, monthly, values },
    label,
    of,
  }: (typeof workings)[number]): Figure => {
    const found = values(read);
    return {
      ...{
        label,
        unit: unitInCurrency(unit, currency),
        key: of.key,
        source: of.source ?? "",
        format: "number" as const,
      },
      ...(single !== undefined && { single: { formula: single, value: (found[0] as number) + 0 } }),
      ...(monthly && { monthly: { ...monthly, values: found } }),
    };
  };

  const sheets = layout.sections.map(({ name, title, groups }) =>
    monthSheet(
      {
        name,
        title,
        words:
          "Every figure is a formula of named inputs (sheet Inputs) and of figures above it or on the sheets before.",
        groups: groups.map(({ title, members }) => ({ title, figures: members.map(figureOf) })),
      },
      months,
      horizonName,
    ),
  );
  sheets.push(
    monthSheet(
      {
        name: workingsName,
        title: workingsName,
        words:
          "Rows that formulas of other sheets need beside their own cell: what is bought in cohorts, and steps that are used more than once.",
        groups: [{ figures: workings.map(workingFigure) }],
      },
      months,
      horizonName,
    ),
  );
  if (tables.length > 0) sheets.push(tableSheet(tables, read));
  return { sheets, rowOf, read };
}

function tableSheet(tables: readonly { table: Table; column: number }[], read: Read): Sheet {
  const widths: number[] = [];
  const rows: { cells: (Cell | undefined)[]; height?: number }[] = [
    { cells: [{ value: tablesName, look: { bold: true, size: "title" } }], height: 26 },
    { cells: [] },
    { cells: [] },
  ];
  for (const { table, column } of tables) {
    const values = table.values(read);
    table.columns.forEach(({ head, width }, c) => {
      widths[column + c] = width;
      (rows[2] as SheetRow & { cells: (Cell | undefined)[] }).cells[column + c] = {
        value: head,
        look: { bold: true, fill: "head", colour: "inverse" },
      };
    });
    widths[column + table.columns.length] = 4;
    (rows[1] as { cells: (Cell | undefined)[] }).cells[column] = { value: table.title, look: { colour: "muted" } };
    table.rows.forEach((formulas, r) => {
      const at = firstTableRow - 1 + r;
      rows[at] ??= { cells: [] };
      formulas.forEach((formula, c) => {
        const value = values[r]?.[c] as number;
        const isNumber = formula === String(value);
        (rows[at] as { cells: (Cell | undefined)[] }).cells[column + c] = {
          value,
          look: { format: "general" },
          ...(!isNumber && { formula: singleFormula(formula, tablesName) }),
        };
      });
    });
  }
  const dense = rows.map(({ cells, ...rest }) => ({ ...rest, cells: Array.from(cells) }));
  return { name: tablesName, widths: Array.from(widths), rows: dense, frozen: { rows: firstTableRow - 1, columns: 0 } };
}
