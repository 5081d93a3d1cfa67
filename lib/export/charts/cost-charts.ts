import { costsAgainst } from "@/lib/analysis/against-today/costs-against";
import { crossoversOf, crossoverWords } from "@/lib/analysis/crossovers";
import { leadMonth } from "@/lib/analysis/lead";
import { type Architecture, architectureNames, type View, viewNames } from "@/lib/model/architectures";
import { type CostsResult, type ShownCategory, shownCategories } from "@/lib/model/pay/pay";
import type { ViewResult } from "@/lib/model/result";
import { counted } from "@/lib/value/counted";
import { formatMoney } from "@/lib/value/format";
import { byYear } from "../by-year";
import { cumulative, sumOf } from "../periods";
import type { ChartPeriod } from "./chart-period";
import {
  type ChartLine,
  type ChartStack,
  drawnName,
  type LineChart,
  type MoneySpan,
  type StackChart,
} from "./description";
import { isExcluded } from "./is-excluded";

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
      isExcluded: isExcluded(result, architecture),
      points: cumulative(result.architectures[architecture].views.cash.total).map((y, x) => ({ x, y })),
    }),
  );
  return {
    kind: "lines",
    title: titled("Cumulative cost", of),
    unit: `${currency}, cash, by month from set-up`,
    summary: [`${titled("Cumulative cost by month", of)}.`, ...cumulativeWords(result, lines, currency)].join(" "),
    currency,
    across: { kind: "months" },
    lines,
    marks: of === undefined ? leadMark(result, lines) : [],
    span,
  };
}

/** How many crossings a summary has: it is heard in one go. */
const spokenCrossings = 5;

/** Where the lines end, the highest first, and where they cross. */
function cumulativeWords(result: CostsResult, lines: readonly ChartLine[], currency: string): string[] {
  const ends = lines
    .map((line) => ({ name: drawnName(line), end: line.points.at(-1)?.y ?? 0 }))
    .sort((a, b) => b.end - a.end)
    .map(({ name, end }) => `${name} ${formatMoney(end, currency)}`);
  const crossings = crossoversOf(result).map(crossoverWords);
  const more = crossings.length - spokenCrossings;
  return [
    `After ${result.months.length - 1} months, the highest first: ${ends.join("; ")}.`,
    ...(crossings.length === 0 ? ["No line crosses another."] : crossings.slice(0, spokenCrossings)),
    ...(more > 0 ? [`The lines cross ${counted(more, "time")} more.`] : []),
  ];
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
  /** What runs today, where savings against it are drawn: it has none itself. */
  readonly today?: Architecture | null;
}

/** Cost, or what is saved against going on as now, by year and category, the architectures side by side. */
export function yearlyCostChart({
  result: costs,
  currency,
  of,
  span,
  view,
  periods,
  categories,
  order,
  today = null,
}: YearlyCost): StackChart {
  const result = today === null ? costs : costsAgainst(costs, today);
  const title = titled(today === null ? "Cost by year and category" : "Savings by year and category", of);
  const drawn = order.filter((architecture) => architecture !== today);
  const stacks = drawn.map(
    (architecture): ChartStack => ({
      architecture,
      name: architectureNames[architecture],
      isExcluded: isExcluded(result, architecture),
      amounts: categories.map(({ key }) => byYear(result.architectures[architecture].views[view].lines[key])),
    }),
  );
  return {
    kind: "stacks",
    title,
    unit: `${currency}, ${viewNames[view].toLowerCase()}${today === null ? "" : "; below zero extra cost"}`,
    summary: [`${title}.`, ...yearlyWords(stacks, periods, categories, currency, today !== null)].join(" "),
    currency,
    periods,
    categories: categories.map(({ name }) => name),
    stacks,
    span,
  };
}

/** In which period each architecture costs, or saves, most, and in what category most is. */
function yearlyWords(
  stacks: readonly ChartStack[],
  periods: readonly ChartPeriod[],
  categories: readonly ShownCategory[],
  currency: string,
  areSavings: boolean,
): string[] {
  const peaks = stacks.map((stack) => {
    const totals = periods.map((_, period) => sumOf(stack.amounts.map((list) => list[period] ?? 0)));
    const highest = Math.max(...totals);
    const name = periods[totals.indexOf(highest)]?.name.toLowerCase();
    if (areSavings && highest <= 0) return `${drawnName(stack)} in none`;
    return `${drawnName(stack)} in ${name}, ${formatMoney(highest, currency)}`;
  });
  const [largest] = categories;
  return [
    `${areSavings ? "Most saved" : "Highest"}: ${peaks.join("; ")}.`,
    ...(largest === undefined ? [] : [`The largest category of all is ${largest.name.toLowerCase()}.`]),
  ];
}
