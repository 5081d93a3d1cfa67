import type { ShownSum } from "@/app/_components/results/tables/shown-sums";
import type { Breakdown, BreakdownColumn, BreakdownRow, Measure } from "@/lib/analysis/breakdown";
import { dateOf } from "@/lib/export/document";
import { fiscalLines } from "@/lib/export/periods";
import { type Architecture, architectureNames, type View, viewNames } from "@/lib/model/architectures";
import { moneyCell } from "@/lib/value/amount";
import { formatShortMonth } from "@/lib/value/calendar";
import { type CsvCell, figure } from "@/lib/value/csv-format";
import { minorDigits } from "@/lib/value/currencies";
import { type Calendar, fiscalYears } from "@/lib/value/fiscal-year";
import { formatDigits, formatExact } from "@/lib/value/format";

export const measureNames: Record<Measure, string> = {
  money: "Total",
  perUser: "Per user and month",
  perTBStored: "Per TB stored and month",
  perTBDelivered: "Per TB delivered",
};

const savedNames: Record<Measure, string> = {
  money: "Saved",
  perUser: "Saved per user and month",
  perTBStored: "Saved per TB stored and month",
  perTBDelivered: "Saved per TB delivered",
};

export interface WrittenRow {
  readonly row: BreakdownRow;
  /** One for each column. */
  readonly texts: readonly string[];
}

/** A breakdown as it is read: on the page, on paper and in a file. */
export interface WrittenBreakdown {
  /** What the figures are: "Total, USD, cash". */
  readonly unit: string;
  readonly columns: readonly BreakdownColumn[];
  /** Under each column's name: what it is, or its dates; a line each. */
  readonly under: readonly (readonly string[])[];
  readonly rows: readonly WrittenRow[];
  /** Sums of what is written, each of which may be off by its rounding. */
  readonly sums: readonly ShownSum[];
}

interface WritingOptions {
  readonly view: View;
  readonly measure: Measure;
  /** What runs today, where figures are what is saved against going on with it. */
  readonly against?: Architecture | null;
  readonly currency: string;
  readonly calendar: Calendar;
  /** The discount rate in words: "8 %". */
  readonly discountRate: string;
  /** Whether rows without a figure are written. */
  readonly zeros: boolean;
}

/** Figures as words, and without the categories that cost nothing. */
export function writtenBreakdown(table: Breakdown, options: WritingOptions): WrittenBreakdown {
  const { view, measure, against = null, currency, calendar, discountRate, zeros } = options;
  const what =
    against === null ? measureNames[measure] : `${savedNames[measure]} against today (below zero: extra cost)`;
  const write = writerOf(table, measure, currency);
  const rows = table.rows
    .map(
      (row): WrittenRow => ({
        row,
        texts: row.amounts.map((amount) => (row.key === "difference" ? signed(write, amount) : write(amount))),
      }),
    )
    .filter(({ row, texts }) => zeros || !isCategory(row) || texts.some((text) => /[1-9]/.test(text)));
  return {
    unit: `${what}, ${currency}, ${viewNames[view].toLowerCase()}`,
    columns: table.columns,
    under: table.columns.map((column) => {
      if (column.kind === "total") return [viewNames[view].toLowerCase()];
      return column.kind === "netPresent" ? [`cash, ${discountRate} a year`] : datesOf(column, calendar);
    }),
    rows,
    sums: sumsOf(table, rows, measure === "money"),
  };
}

/** The same as a file, a row each; the first row names the columns. */
export function fileRows({ unit, columns, rows }: WrittenBreakdown, currency: string, measure: Measure): CsvCell[][] {
  // A user's share may be less than the smallest coin.
  const plain = (amount: number) => (measure === "money" ? moneyCell(amount, currency) : figure(String(amount)));
  return [
    ["architecture", unit, ...columns.map(({ label }) => label)],
    ...rows.map(({ row: { architecture, name, amounts } }) => [
      architectureNames[architecture],
      name,
      ...amounts.map((amount) => (amount === null ? "" : plain(amount))),
    ]),
  ];
}

const isCategory = ({ key }: BreakdownRow) => key !== "total" && key !== "netPresent" && key !== "difference";

function signed(write: (amount: number | null) => string, amount: number | null): string {
  const text = write(amount);
  return amount !== null && amount > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** How all figures of a table are written, so that their points stand under each other. */
function writerOf({ rows }: Breakdown, measure: Measure, currency: string): (amount: number | null) => string {
  if (measure === "money") return (amount) => formatExact(amount, currency);
  // A user's share may be less than the smallest coin: the largest total still shows five digits.
  const largest = Math.max(0, ...rows.map(({ amounts }) => Math.abs(amounts[0] ?? 0)));
  const digits = largest === 0 ? minorDigits(currency) : 4 - Math.floor(Math.log10(largest));
  return (amount) => formatDigits(amount, Math.min(Math.max(digits, minorDigits(currency)), 12));
}

/** "Jan 2027", or the first and last month of a column; and the fiscal years they fall in, where its name is none. */
function datesOf({ label, from, to }: BreakdownColumn, calendar: Calendar): string[] {
  if (from === 0) return [];
  const [first, last] = [from, to].map((month) => formatShortMonth(dateOf(calendar.startMonth, month)));
  const fiscal = label.startsWith("FY") ? [] : fiscalLines(fiscalYears(calendar, from, to));
  return [...(from === to ? [`${first}`] : [`${first} –`, `${last}`]), ...fiscal];
}

/** The rows of each architecture, in their order. */
export function byArchitecture<Row extends Pick<WrittenRow, "row">>(rows: readonly Row[]): [Architecture, Row[]][] {
  const order = [...new Set(rows.map(({ row }) => row.architecture))];
  return order.map((architecture) => [architecture, rows.filter(({ row }) => row.architecture === architecture)]);
}

/** Categories add up to totals, periods to the whole, and a difference leads from one total to another. */
function sumsOf({ base, columns }: Breakdown, rows: readonly WrittenRow[], isMoney: boolean): ShownSum[] {
  const baseTotal = rows.find(({ row }) => row.architecture === base && row.key === "total")?.texts ?? [];
  const periods = columns.flatMap(({ kind }, place) => (kind === "period" ? [place] : []));
  return byArchitecture(rows).flatMap(([, own]) => {
    const total = own.find(({ row }) => row.key === "total")?.texts ?? [];
    const difference = own.find(({ row }) => row.key === "difference")?.texts;
    const categories = own.filter(({ row }) => isCategory(row));
    return [
      ...total.map((text, column): ShownSum => [categories.map(({ texts }) => texts[column]), text]),
      ...(isMoney
        ? own
            .filter(({ row }) => row.key !== "difference")
            .map(({ texts }): ShownSum => [periods.map((place) => texts[place]), texts[0]])
        : []),
      ...(difference ?? []).map(
        (text, column): ShownSum => [[baseTotal[column], text.replace(/^\+/, "")], total[column]],
      ),
    ];
  });
}
