import type { Quantity } from "@/lib/formula/node";
import type { Architecture, Category, View } from "@/lib/model/architectures";
import { type EvaluatedModel, seriesOf } from "@/lib/model/evaluate";
import { type CostsResult, shownCategories } from "@/lib/model/pay/pay";
import type { NetPresentCosts, Series } from "@/lib/model/result";
import { egressTB, storedTB, users } from "@/lib/model/sections/demand";
import type { Calendar } from "@/lib/value/fiscal-year";
import { spoken } from "@/lib/value/spoken";
import { costsAgainst, netPresentAgainst } from "./against-today/costs-against";
import { type Column, columnsOf, type Span } from "./columns";

/** What a figure is divided by: nothing, users and months, TB stored and months, TB delivered. */
export const measures = ["money", "perUser", "perTBStored", "perTBDelivered"] as const;
export type Measure = (typeof measures)[number];

/** Demand by month, from month 0: what the measures divide by. */
export type Demand = Readonly<Record<Exclude<Measure, "money">, Series>>;

/** What differences are counted from: the first of the ranking, or a certain architecture. */
export type Base = "cheapest" | Architecture;

export interface BreakdownColumn extends Column {
  /** The two totals stand before the periods that they are totals of. */
  readonly kind: "total" | "netPresent" | "period";
}

export interface BreakdownRow {
  readonly architecture: Architecture;
  /** A category, and of all of them the total, what it comes to today, and by how much it differs from another architecture's. */
  readonly key: Category | "total" | "netPresent" | "difference";
  readonly name: string;
  /** One for each column; null where there is nothing to divide by. */
  readonly amounts: readonly (number | null)[];
}

export interface Breakdown {
  /** The total, the net present cost, set-up, and the years, fiscal years or months. */
  readonly columns: readonly BreakdownColumn[];
  /** In the order of the ranking. */
  readonly rows: readonly BreakdownRow[];
  /** What differences are counted from. */
  readonly base: Architecture;
}

export interface BreakdownOptions {
  readonly view: View;
  readonly span: Span;
  readonly measure: Measure;
  readonly base: Base;
  /** What runs today, where figures are what is saved against going on with it; null where they are totals. */
  readonly against?: Architecture | null;
  readonly calendar: Calendar;
  /** Whether figures that would disclose pay are joined to one sum. */
  readonly isPayPooled?: boolean;
}

/** @param whole of a model that has a result */
export function demandOf({ evaluation }: EvaluatedModel): Demand {
  // Demand of month 0 serves nobody: the service runs from month 1 on.
  const series = (quantity: Quantity) => [0, ...seriesOf(evaluation, quantity).slice(1)];
  return { perUser: series(users), perTBStored: series(storedTB), perTBDelivered: series(egressTB) };
}

function sumIn(series: Series, { from, to }: Column): number {
  let sum = 0;
  for (let month = from; month <= to; month++) sum += series[month] as number;
  return sum;
}

/** The months of a series in one sum: the years added up, as years.csv does, so that both round alike whatever is shown. */
export function sumByYears(series: Series, calendar: Calendar): number {
  return columnsOf(series.length - 1, "year", calendar).reduce((sum, year) => sum + sumIn(series, year), 0);
}

const costNames = { total: "Total", netPresent: "Net present cost" };
const savingNames = { total: "Total saved", netPresent: "Net present saving" };

/** Every figure of one view, over years, fiscal years or months, as money or for each unit of demand; as money with its net present cost. */
export function breakdown(
  costs: CostsResult,
  netPresentCosts: NetPresentCosts,
  /** Null where figures are shown as money alone. */
  demand: Demand | null,
  { view, span, measure, base: wanted, against = null, calendar, isPayPooled = false }: BreakdownOptions,
): Breakdown {
  const result = against === null ? costs : costsAgainst(costs, against);
  const netPresent = against === null ? netPresentCosts : netPresentAgainst(netPresentCosts, against);
  const names = against === null ? costNames : savingNames;
  const horizon = result.months.length - 1;
  const hasNetPresent = measure === "money";
  const periods = columnsOf(horizon, span, calendar);
  const all = { from: 0, to: horizon };
  const columns: BreakdownColumn[] = [
    { label: "Total", ...all, kind: "total" },
    ...(hasNetPresent ? [{ label: names.netPresent, ...all, kind: "netPresent" as const }] : []),
    ...periods.map((column) => ({ ...column, kind: "period" as const })),
  ];
  const over = measure === "money" ? null : demand?.[measure];
  const divided = (sum: number, column: Column) => {
    if (over === null) return sum;
    const by = over === undefined ? 0 : sumIn(over, column);
    return by > 0 ? sum / by : null;
  };
  const amounts = (series: Series, present: Series) =>
    columns.map((column) => {
      if (column.kind === "netPresent") return sumByYears(present, calendar);
      return divided(column.kind === "total" ? sumByYears(series, calendar) : sumIn(series, column), column);
    });
  const base = against ?? (wanted === "cheapest" ? (result.ranking[0] as Architecture) : wanted);
  const totalOf = (architecture: Architecture) =>
    amounts(result.architectures[architecture].views[view].total, netPresent[architecture].total);
  const baseTotals = totalOf(base);
  const rows = result.ranking.flatMap((architecture): BreakdownRow[] => {
    const { lines } = result.architectures[architecture].views[view];
    const present = netPresent[architecture];
    const totals = totalOf(architecture);
    return [
      ...shownCategories(isPayPooled).map(
        ({ key, name }): BreakdownRow => ({
          architecture,
          key,
          name,
          amounts: amounts(lines[key], present.lines[key]),
        }),
      ),
      { architecture, key: "total", name: names.total, amounts: totals },
      // It is made of cash, whatever the view.
      ...(hasNetPresent && view === "cash"
        ? [
            {
              architecture,
              key: "netPresent" as const,
              name: names.netPresent,
              amounts: amounts(present.total, present.total),
            },
          ]
        : []),
      // What is saved is a difference already.
      ...(architecture === base || against !== null
        ? []
        : [
            {
              architecture,
              key: "difference" as const,
              name: `Difference from ${spoken[base].within}`,
              amounts: totals.map((amount, place) => differenceOf(amount, baseTotals[place])),
            },
          ]),
    ];
  });
  return { columns, rows, base };
}

function differenceOf(amount: number | null, than: number | null | undefined): number | null {
  return amount === null || than === null || than === undefined ? null : amount - than;
}
