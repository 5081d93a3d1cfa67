import { type MonthRow, monthBefore, thisMonth } from "../formulas/form";
import {
  type Cell,
  columnName,
  type Look,
  type NumberFormat,
  type Sheet,
  type SheetRow,
  sheetReference,
} from "../xlsx/cell";

/** Sheets with a row for each figure and a column for each month. */

/** Label, unit, key, source, and the one value of what does not change by month; months stand behind them. */
const firstMonth = 5;
const monthRow = 4;
export const yearRow = 5;
/** The first row of figures, from 1. */
export const firstRow = 6;

export const monthColumn = (t: number) => columnName(firstMonth + t);
export const singleColumn = columnName(firstMonth - 1);
/** The month as formulas of these sheets read it, and the months up to it. */
export const monthCell = `${thisMonth}$${monthRow}`;
export const monthsUntilNow = `$${monthColumn(0)}$${monthRow}:${monthCell}`;

export interface Figure {
  readonly label: string;
  readonly unit: string;
  readonly key?: string;
  readonly source?: string;
  readonly format: NumberFormat;
  readonly isBold?: boolean;
  /** Stands as values: formulas are not written. */
  readonly isValue?: boolean;
  readonly single?: { readonly formula?: string; readonly value: string | number };
  /** Formulas of set-up and of a month of service; values 0 to the horizon. */
  readonly monthly?: { readonly setUp: string; readonly service: string; readonly values: ArrayLike<number> };
}

export interface FigureGroup {
  readonly title?: string;
  readonly figures: readonly Figure[];
}

export interface Months {
  /** The columns that there are: the longest horizon of a scenario. */
  readonly most: number;
  /** The horizon that the values are of. */
  readonly horizon: number;
  /** The first day of a month, ISO 8601. */
  readonly dateOf: (month: number) => string;
}

/** How formulas refer to a row of such a sheet. */
export function monthRowAt(sheet: string, row: number, most: number): MonthRow & { readonly single: string } {
  const of = sheetReference(sheet);
  const at = (t: number) => `$${monthColumn(t)}$${row}`;
  return {
    cell: `${of}!${thisMonth}${row}`,
    previous: `${of}!${monthBefore}${row}`,
    setUp: `${of}!${at(0)}`,
    month1: `${of}!${at(1)}`,
    service: `${of}!${at(1)}:${at(most)}`,
    all: `${of}!${at(0)}:${at(most)}`,
    untilNow: `${of}!${at(0)}:${thisMonth}$${row}`,
    untilBefore: `${of}!${at(0)}:${monthBefore}$${row}`,
    single: `${of}!$${singleColumn}$${row}`,
  };
}

/** Days since the last of 1899, as spreadsheets count them. */
const dayNumber = (iso: string) => Math.round(Date.parse(iso) / 86_400_000) + 25_569;

const head: Look = { bold: true, fill: "head", colour: "inverse" };
const muted: Look = { colour: "muted" };

/** A formula of a row, cut where its column stands, so that each month's is put together quickly. */
function byColumn(formula: string, sheet: string): (t: number) => string {
  const pieces = singleFormula(formula, sheet)
    .split(thisMonth)
    .map((piece) => piece.split(monthBefore));
  return (t) => {
    const before = t > 0 ? monthColumn(t - 1) : "";
    return pieces.map((piece) => piece.join(before)).join(monthColumn(t));
  };
}

export const singleFormula = (formula: string, sheet: string) => formula.replaceAll(`${sheetReference(sheet)}!`, "");

function headRows(title: string, words: string, months: Months, horizonName: string): SheetRow[] {
  const { most, horizon, dateOf } = months;
  const count = Array.from({ length: most + 1 }, (_, t) => t);
  const blank = Array.from({ length: firstMonth - 1 }, (): Cell => ({ value: "", look: head }));
  const ofMonths = (label: string, cell: (t: number) => Cell): (Cell | undefined)[] => [
    ...blank,
    { value: label, look: { ...head, align: "right" } },
    ...count.map(cell),
  ];
  const beyond = (t: number, value: number) => (t > horizon ? "" : value);
  const look: Look = { ...head, align: "right" };
  const before = (t: number) => `${monthColumn(t - 1)}${monthRow}`;
  return [
    { cells: [{ value: title, look: { bold: true, size: "title" } }], height: 26 },
    { cells: [{ value: words, look: muted }] },
    { cells: ofMonths("Begins", (t) => ({ value: dayNumber(dateOf(t)), look: { ...look, format: "month" } })) },
    {
      cells: [
        { value: "Figure", look: head },
        { value: "Unit", look: head },
        { value: "Key", look: head },
        { value: "Source", look: head },
        { value: "Month", look },
        ...count.map((t): Cell => {
          if (t === 0) return { value: 0, look };
          const formula = `IF(OR(${before(t)}="",${t}>${horizonName}),"",${t})`;
          return { value: beyond(t, t), formula, look };
        }),
      ],
    },
    {
      cells: ofMonths("All months, or the year", (t) => {
        if (t === 0) return { value: 0, look };
        const month = `${monthColumn(t)}${monthRow}`;
        return { value: beyond(t, Math.ceil(t / 12)), formula: `IF(${month}="","",ROUNDUP(${month}/12,0))`, look };
      }),
    },
  ];
}

function figureRow(figure: Figure, sheet: string, { most, horizon }: Months): SheetRow {
  const { label, unit, key = "", source = "", format, isBold = false, isValue = false, single, monthly } = figure;
  const bold: Look = isBold ? { bold: true } : {};
  const look: Look = { ...bold, format, ...(isValue && { fill: "value" }) };
  const cells: (Cell | undefined)[] = [
    { value: label, look: bold },
    { value: unit, look: muted },
    { value: key, look: muted },
    { value: source, look: muted },
    single && {
      value: single.value,
      look,
      ...(single.formula !== undefined && !isValue && { formula: singleFormula(single.formula, sheet) }),
    },
  ];
  if (monthly) {
    const { setUp, service, values } = monthly;
    const [first, further] = [byColumn(setUp, sheet), byColumn(service, sheet)];
    for (let t = 0; t <= most; t++) {
      const value = t > horizon ? "" : (values[t] as number) + 0;
      if (isValue || (t === 0 && setUp === "0")) cells.push({ value, look });
      // Beyond the horizon there is nothing to add.
      else
        cells.push({
          value,
          look,
          formula: t === 0 ? first(0) : `IF(${monthColumn(t)}$${monthRow}="","",${further(t)})`,
        });
    }
  }
  return { cells };
}

export interface MonthSheet {
  readonly name: string;
  readonly title: string;
  readonly words: string;
  readonly groups: readonly FigureGroup[];
}

/** The rows of a sheet: which row, from 1, each figure has. */
export function rowsOf<T>(
  groups: readonly { readonly title?: string; readonly members: readonly T[] }[],
): Map<T, number> {
  const rows = new Map<T, number>();
  let row = firstRow;
  for (const { title, members } of groups) {
    if (title !== undefined) row++;
    for (const member of members) rows.set(member, row++);
  }
  return rows;
}

export function monthSheet({ name, title, words, groups }: MonthSheet, months: Months, horizonName: string): Sheet {
  const group = (text: string): SheetRow => ({
    cells: Array.from({ length: firstMonth + months.most + 1 }, (_, c) => ({
      value: c === 0 ? text : "",
      look: { bold: true, fill: "group" } as const,
    })),
  });
  return {
    name,
    widths: [46, 16, 38, 32, 16, 13],
    rows: [
      ...headRows(title, words, months, horizonName),
      ...groups.flatMap((each) => [
        ...(each.title === undefined ? [] : [group(each.title)]),
        ...each.figures.map((figure) => figureRow(figure, name, months)),
      ]),
    ],
    frozen: { rows: yearRow, columns: 1 },
    isWide: true,
  };
}
