import { columnsOf } from "@/lib/analysis/columns";
import type { Quantity } from "@/lib/formula/node";
import {
  type Architecture,
  architectureNames,
  architectures,
  type View,
  viewNames,
  views,
} from "@/lib/model/architectures";
import type { CostModel } from "@/lib/model/cost-model";
import type { Read, WorkingPlace } from "../formulas/form";
import { isMonthly } from "../formulas/print-formula";
import { type Cell, columnName, type Look, type Sheet, type SheetRow, sheetReference } from "../xlsx/cell";
import { headingRow, heads, sideCells, titleRow, wordsRow } from "./looks";
import type { ModelLayout } from "./model-layout";
import { monthColumn, yearRow } from "./month-sheet";

export const yearsName = "Years";
export const payersName = "Who pays";

const first = 4;

/** What sheets of years are made of. */
export interface YearSource {
  readonly layout: ModelLayout;
  readonly rowOf: (quantity: Quantity) => WorkingPlace;
  readonly read: Read;
  /** The columns of months that there are. */
  readonly mostMonths: number;
}

/** The last year that there may be; year 0 is set-up. */
export const yearsOf = (mostMonths: number) => Math.ceil(mostMonths / 12);

/** The values of a quantity by year, 0 (set-up) to the last that there may be. */
export function byYearOf(quantity: Quantity, { read, mostMonths }: YearSource): number[] {
  const values = read.values(quantity);
  const sums = new Array<number>(yearsOf(mostMonths) + 1).fill(0);
  for (let t = 0; t <= read.months; t++) {
    const isNothing = !isMonthly(quantity) && quantity.during === "running" && t === 0;
    const value = isNothing ? 0 : (values[values.length > 1 ? t : 0] as number);
    const year = Math.ceil(t / 12);
    sums[year] = (sums[year] as number) + value;
  }
  return sums;
}

/** A row with the years of a quantity, and their sum. */
function yearCells(quantity: Quantity, row: number, source: YearSource, look: Look): Cell[] {
  const { rowOf, layout, mostMonths } = source;
  const place = layout.place.get(quantity) as { sheet: string };
  const header = `${sheetReference(place.sheet)}!$${monthColumn(0)}$${yearRow}:$${monthColumn(mostMonths)}$${yearRow}`;
  const values = byYearOf(quantity, source);
  const cells = values.map((value, year): Cell => {
    const number = `${columnName(first + year)}$3`;
    const months = `COUNTIF(${header},${number})`;
    const isNothing = quantity.during === "running" && year === 0;
    const formula = isMonthly(quantity)
      ? `SUMIF(${header},${number},${rowOf(quantity).all})`
      : isNothing
        ? "0"
        : `${rowOf(quantity).single}*${months}`;
    return { value: value + 0, formula, look };
  });
  const [from, to] = [columnName(first), columnName(first + values.length - 1)];
  const total = values.reduce((a, b) => a + b, 0);
  return [...cells, { value: total + 0, formula: `SUM(${from}${row}:${to}${row})`, look: { ...look, bold: true } }];
}

function headOf(title: string, words: string, source: YearSource, columns: readonly string[]): SheetRow[] {
  const years = columnsOf(source.mostMonths, "year", { startMonth: "2000-01", fiscalYearStart: 1 });
  const numbers = years.map(
    (_, year): Cell => ({ value: year, look: { fill: "head", colour: "inverse", align: "right" } }),
  );
  const blank = columns.map(
    (_, i): Cell => ({ value: i === 0 ? "Year" : "", look: { fill: "head", colour: "inverse" } }),
  );
  return [
    titleRow(title),
    wordsRow(words),
    { cells: [...blank, ...numbers, { value: "", look: { fill: "head" } }] },
    heads([...columns, ...years.map(({ label }) => label.replace(/ \(.*/, "")), "Total"], columns.length),
  ];
}

/** Where the total of an architecture in a view stands on the sheet of years, from 1. */
export type TotalRows = Readonly<Record<View, Readonly<Record<Architecture, number>>>>;

export function yearSheet(source: YearSource, currency: string): { sheet: Sheet; totals: TotalRows } {
  const rows = headOf(
    yearsName,
    `Cost by year in ${currency}, in three views that are never added together: cash when it is paid, purchases over their life, and financed.`,
    source,
    ["View", "Architecture", "Category", "Unit"],
  );
  const width = (rows[3]?.cells.length ?? 0) as number;
  const totals = Object.fromEntries(views.map((view) => [view, {} as Record<Architecture, number>])) as Record<
    View,
    Record<Architecture, number>
  >;
  for (const view of views) {
    rows.push(headingRow(viewNames[view], width));
    for (const architecture of architectures) {
      const { lines, total } = source.layout.shown[architecture][view];
      for (const { name, quantity } of [...lines, { name: "Total", quantity: total }]) {
        const isTotal = quantity === total;
        const row = rows.length + 1;
        const look: Look = { format: "money", ...(isTotal && { bold: true, border: "above" }) };
        const words: Look = isTotal ? { bold: true, border: "above" } : {};
        rows.push({
          cells: [
            ...sideCells(view, architecture, words),
            { value: name, look: words },
            { value: currency, look: { ...words, colour: "muted" } },
            ...yearCells(quantity, row, source, look),
          ],
        });
        if (isTotal) totals[view][architecture] = row;
      }
    }
  }
  const sheet: Sheet = {
    ...{ name: yearsName, tab: "answer" as const, widths: [14, 16, 18, 8, 16], rows },
    frozen: { rows: 4, columns: 3 },
  };
  return { sheet, totals };
}

/** Who pays over the horizon: the organisation, and outside its total the participants. */
export function payerSheet(source: YearSource, model: CostModel, currency: string): Sheet {
  const rows = headOf(
    payersName,
    `In ${currency}, cash. What participants bear and are paid, the cost of outages and the loss that is expected stand beside the organisation's total, never in it.`,
    source,
    ["Architecture", "Figure", "Counts", "Unit"],
  );
  for (const architecture of architectures) {
    const { participantCost, participantPaid, outage, expectedLoss } = model.architectures[architecture];
    const figures: readonly (readonly [string, string, Quantity])[] = [
      ["Organisation pays", "in its total", source.layout.shown[architecture].cash.total],
      ["Participants bear", "beside it", participantCost],
      ["Participants are paid", "in its total", participantPaid],
      ["Cost of outages", "beside it", outage],
      ["Expected loss from incidents", "beside it", expectedLoss],
    ];
    rows.push(headingRow(architectureNames[architecture], rows[3]?.cells.length ?? 0));
    for (const [name, counts, quantity] of figures) {
      rows.push({
        cells: [
          { value: architectureNames[architecture] },
          { value: name },
          { value: counts, look: { colour: "muted" } },
          { value: currency, look: { colour: "muted" } },
          ...yearCells(quantity, rows.length + 1, source, { format: "money" }),
        ],
      });
    }
  }
  return { name: payersName, tab: "answer", widths: [16, 28, 14, 8, 16], rows, frozen: { rows: 4, columns: 2 } };
}
