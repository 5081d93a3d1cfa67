import { leadMonth } from "@/lib/analysis/lead";
import { type Architecture, architectureNames, type View, viewNames } from "@/lib/model/architectures";
import { type CostsResult, type ShownCategory, shownCategories } from "@/lib/model/pay/pay";
import type { ViewResult } from "@/lib/model/result";
import { formatMoney } from "@/lib/value/format";
import { byYear } from "../by-year";
import { cumulative, sumOf } from "../periods";
import type { ChartPeriod } from "./chart-period";
import type { ChartLine, LineChart, MoneySpan, StackChart } from "./description";

interface CostChartInput {
  readonly result: CostsResult;
  readonly currency: string;
  /** Of what, where several stand side by side: the name of a scenario. */
  readonly of?: string | undefined;
  readonly span?: MoneySpan | undefined;
}

const titled = (title: string, of: string | undefined) => (of === undefined ? title : `${title}, ${of}`);

/** Cumulative cash of each architecture by month. Of all crossings, the one that the answer names is marked. */
export function cumulativeCostChart({ result, currency, of, span }: CostChartInput): LineChart {
  const lines = result.ranking.map(
    (architecture): ChartLine => ({
      architecture,
      name: architectureNames[architecture],
      points: cumulative(result.architectures[architecture].views.cash.total).map((y, x) => ({ x, y })),
    }),
  );
  const ends = lines.map(({ name, points }) => `${name} ${formatMoney(points.at(-1)?.y, currency)}`).join(", ");
  return {
    kind: "lines",
    title: titled("Cumulative cost", of),
    unit: `${currency}, cash, by month from set-up`,
    summary: `${titled("Cumulative cost by month", of)}. After ${result.months.length - 1} months: ${ends}.`,
    currency,
    across: { kind: "months" },
    lines,
    marks: of === undefined ? leadMark(result, lines) : [],
    span,
  };
}

function leadMark(result: CostsResult, lines: readonly ChartLine[]): LineChart["marks"] {
  const lead = leadMonth(result);
  if (lead === null) return [];
  const { points } = lines.find(({ architecture }) => architecture === lead.first) as ChartLine;
  return [{ x: lead.month, y: points[lead.month]?.y ?? 0, label: `Month ${lead.month}` }];
}

/** The categories that cost anything, the largest over all views first. @param isPayPooled whether what pay would be read from is one sum */
export function categoriesBySize(views: readonly ViewResult[], isPayPooled: boolean): readonly ShownCategory[] {
  return shownCategories(isPayPooled)
    .map((category) => ({
      category,
      size: views.reduce((sum, { lines }) => sum + Math.abs(sumOf(lines[category.key])), 0),
    }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size)
    .map(({ category }) => category);
}

interface YearlyCost extends CostChartInput {
  readonly view: View;
  readonly periods: readonly ChartPeriod[];
  /** The largest first. */
  readonly categories: readonly ShownCategory[];
  /** From left to right. */
  readonly order: readonly Architecture[];
}

/** Cost by year and category, the architectures side by side. */
export function yearlyCostChart({
  result,
  currency,
  of,
  span,
  view,
  periods,
  categories,
  order,
}: YearlyCost): StackChart {
  const title = titled("Cost by year and category", of);
  return {
    kind: "stacks",
    title,
    unit: `${currency}, ${viewNames[view].toLowerCase()}`,
    summary: `${title}, of each architecture. The table of figures holds the same.`,
    currency,
    periods,
    categories: categories.map(({ name }) => name),
    stacks: order.map((architecture) => ({
      architecture,
      name: architectureNames[architecture],
      amounts: categories.map(({ key }) => byYear(result.architectures[architecture].views[view].lines[key])),
    })),
    span,
  };
}
