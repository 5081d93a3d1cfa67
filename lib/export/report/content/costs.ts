import { nameIn } from "@/lib/analysis/columns";
import { comparisonRows } from "@/lib/analysis/verdict/comparison";
import { type Architecture, architectureNames, architectures } from "@/lib/model/architectures";
import { costsOf, shownCategories } from "@/lib/model/pay/pay";
import type { Series } from "@/lib/model/result";
import { formatExact } from "@/lib/value/format";
import { chartPeriods } from "../../charts/chart-periods";
import { categoriesBySize, cumulativeCostChart, yearlyCostChart } from "../../charts/cost-charts";
import { cumulativeBands, differenceChart } from "../../charts/difference-chart";
import { differenceDotChart } from "../../charts/dot-chart";
import { costRangeChart } from "../../charts/doubt-charts";
import { horizonChart } from "../../charts/horizon-chart";
import { movementChart } from "../../charts/movement-chart";
import { periodsOf, sumOf } from "../../periods";
import type { Block, ReportPart, Row } from "../blocks";
import type { ReportedModel } from "../reported-model";
import { againstTodayBlocks } from "./against-today";

/** The charts of cost. */
export function chartsPart(model: ReportedModel): ReportPart {
  const { currency, uncertainty, isPayPooled, singles, dots, hidden } = model;
  const result = costsOf(model.result, isPayPooled);
  const [first = "cloud"] = result.ranking;
  const views = architectures.map((name) => result.architectures[name].views.cash);
  const charts = [
    { ...cumulativeCostChart({ result, currency }), bands: cumulativeBands(uncertainty, [first]) },
    yearlyCostChart({
      ...{ result, currency, view: "cash" as const, order: result.ranking },
      ...{ periods: chartPeriods(result.months, model), categories: categoriesBySize(views, isPayPooled) },
    }),
    differenceChart({ result, currency, of: first, than: uncertainty.base.rival, uncertainty }),
    horizonChart(result, currency, isPayPooled),
    costRangeChart(comparisonRows(model.result, model.inputs, uncertainty), currency),
    differenceDotChart(first, uncertainty.base.rival, dots.difference, currency),
    ...(singles === null ? [] : [movementChart(singles, currency, { hidden })]),
  ];
  const words = `Bands hold 80 of 100 trials at each month; a band is no path that one trial takes.`;
  return {
    title: "Charts",
    blocks: [{ kind: "words", text: words, isQuiet: true }, ...charts.map(figure), ...againstTodayBlocks(model)],
  };
}

const figure = (chart: Extract<Block, { kind: "chart" }>["chart"]): Block => ({
  kind: "chart",
  chart,
  plotHeight: 175,
});

/** As many columns as a page has room for beside names and a total. */
const mostColumns = 6;

/** Cash by category and year, an architecture at a time, as years.csv has it; each figure is rounded by itself. */
export function yearsPart(model: ReportedModel): ReportPart {
  const result = costsOf(model.result, model.isPayPooled);
  const words = `${model.currency}, cash. Each figure is rounded by itself, so that sums may differ by some of the smallest coins. The same figures are in years.csv.`;
  return {
    title: "Costs by year",
    blocks: [
      { kind: "words", text: words, isQuiet: true },
      ...result.ranking.flatMap((name) => [
        { kind: "heading" as const, text: architectureNames[name] },
        ...yearTables(model, result, name),
      ]),
    ],
  };
}

function yearTables(
  { currency, startMonth, fiscalYearStart, isPayPooled }: ReportedModel,
  { months, architectures: of }: ReturnType<typeof costsOf>,
  name: Architecture,
): Block[] {
  const { lines, total } = of[name].views.cash;
  const columns = periodsOf(months, { startMonth, fiscalYearStart }).map(({ label, fiscal, from, to }) => ({
    title: fiscal === "" || fiscalYearStart === 1 ? nameIn(label) : `${nameIn(label)}, ${fiscal}`,
    sum: (series: Series) => sumOf(series.slice(from, to + 1)),
  }));
  const all = [...columns, { title: "Total", sum: sumOf }];
  const parts = Array.from({ length: Math.ceil(all.length / (mostColumns + 1)) }, (_, part) =>
    all.slice(part * (mostColumns + 1), (part + 1) * (mostColumns + 1)),
  );
  return parts.map((part): Block => {
    const cells = (series: Series) => part.map(({ sum }) => formatExact(sum(series), currency));
    const rows: Row[] = shownCategories(isPayPooled).map((category) => ({
      head: category.name,
      cells: cells(lines[category.key]),
    }));
    return {
      kind: "table",
      summary: `Cash of ${architectureNames[name].toLowerCase()} by category, ${part[0]?.title} to ${part.at(-1)?.title}`,
      corner: currency,
      columns: part.map(({ title }) => ({ title })),
      rows: [...rows, { head: "Total", cells: cells(total), isTotal: true }],
    };
  });
}
