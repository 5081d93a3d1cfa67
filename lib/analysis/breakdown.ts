import type { Quantity } from "@/lib/formula/node";
import { type Architecture, type Category, categories, type View } from "@/lib/model/architectures";
import type { CustomLine } from "@/lib/model/custom-lines";
import { evaluateQuantities } from "@/lib/model/evaluate";
import type { Inputs } from "@/lib/model/inputs";
import type { ModelResult, Series } from "@/lib/model/result";
import { egressTB, storedTB, users } from "@/lib/model/sections/demand";

/** How long a column is. */
export const spans = ["year", "month"] as const;
export type Span = (typeof spans)[number];

/** What a figure is divided by: nothing, users and months, TB stored and months, TB delivered. */
export const measures = ["money", "perUser", "perTBStored", "perTBDelivered"] as const;
export type Measure = (typeof measures)[number];

/** Demand by month, from month 0: what the measures divide by. */
export type Demand = Readonly<Record<Exclude<Measure, "money">, Series>>;

export interface Column {
  /** "Set-up", "Year 2", "Month 13" or "Total". */
  readonly label: string;
  /** First and last month in it; 0 is set-up. */
  readonly from: number;
  readonly to: number;
}

export interface BreakdownRow {
  readonly architecture: Architecture;
  readonly category: Category | "total";
  /** One for each column; null where there is nothing to divide by. */
  readonly amounts: readonly (number | null)[];
}

export interface Breakdown {
  /** Set-up, the years or months, and the total. */
  readonly columns: readonly Column[];
  /** In the order of the ranking; the categories of each, then its total. */
  readonly rows: readonly BreakdownRow[];
}

/** @param inputs of a model that has a result */
export function demandOf(inputs: Inputs, lines: readonly CustomLine[]): Demand {
  const { evaluation } = evaluateQuantities(inputs, lines);
  const series = (quantity: Quantity): number[] => {
    const values = evaluation.values(quantity);
    // Demand of month 0 serves nobody: the service runs from month 1 on.
    return Array.from({ length: evaluation.months + 1 }, (_, month) =>
      month === 0 ? 0 : (values[values.length > 1 ? month : 0] as number),
    );
  };
  return { perUser: series(users), perTBStored: series(storedTB), perTBDelivered: series(egressTB) };
}

export function columnsOf(horizon: number, span: Span): Column[] {
  const length = span === "year" ? 12 : 1;
  const running = Array.from({ length: Math.ceil(horizon / length) }, (_, index): Column => {
    const from = index * length + 1;
    return {
      label: `${span === "year" ? "Year" : "Month"} ${index + 1}`,
      from,
      to: Math.min(from + length - 1, horizon),
    };
  });
  return [{ label: "Set-up", from: 0, to: 0 }, ...running, { label: "Total", from: 0, to: horizon }];
}

function sumIn(series: Series, { from, to }: Column): number {
  let sum = 0;
  for (let month = from; month <= to; month++) sum += series[month] as number;
  return sum;
}

/** Every figure of one view, over years or months, as money or for each unit of demand. */
export function breakdown(
  result: ModelResult,
  demand: Demand,
  { view, span, measure }: { view: View; span: Span; measure: Measure },
): Breakdown {
  const horizon = result.months.length - 1;
  const columns = columnsOf(horizon, span);
  // The total adds the years up, as years.csv does, so that both round alike whatever is shown.
  const years = columnsOf(horizon, "year").slice(0, -1);
  const of = measure === "money" ? null : columns.map((column) => sumIn(demand[measure], column));
  const amounts = (series: Series) => {
    const sums = [
      ...columns.slice(0, -1).map((column) => sumIn(series, column)),
      years.reduce((sum, year) => sum + sumIn(series, year), 0),
    ];
    if (of === null) return sums;
    return sums.map((sum, index) => ((of[index] as number) > 0 ? sum / (of[index] as number) : null));
  };
  const rows = result.ranking.flatMap((architecture) => {
    const { lines, total } = result.architectures[architecture].views[view];
    return [
      ...categories.map((category): BreakdownRow => ({ architecture, category, amounts: amounts(lines[category]) })),
      { architecture, category: "total" as const, amounts: amounts(total) },
    ];
  });
  return { columns, rows };
}
