import { architectureNames } from "@/lib/model/architectures";
import { moneyCell } from "@/lib/value/amount";
import { type CsvCell, figure } from "@/lib/value/csv-format";
import { inOneLine } from "./chart-period";
import type {
  BarChart,
  ChartBand,
  ChartDescription,
  DotChart,
  LineChart,
  StackChart,
  WaterfallChart,
} from "./description";
import { partsOfToday } from "./scale-cost-chart";

/** The figures of a chart for a file, a row each; the first row names the columns. */
export function chartRows(chart: ChartDescription): CsvCell[][] {
  if (chart.kind === "lines") return lineRows(chart);
  if (chart.kind === "bars") return barRows(chart);
  if (chart.kind === "chances")
    return [["architecture", "share of trials"], ...chart.bars.map(({ name, share }) => [name, figure(String(share))])];
  if (chart.kind === "map" || chart.kind === "ranges") return chart.rows.map((row) => [...row]);
  if (chart.kind === "dots") return dotRows(chart);
  return chart.kind === "stacks" ? stackRows(chart) : waterfallRows(chart);
}

function lineRows({ across, lines, bands = [], currency }: LineChart): CsvCell[][] {
  const isByMonth = across.kind === "months";
  const perUser = across.kind === "demand" && across.isAgainstToday ? partsOfToday : `${currency} per user and month`;
  const unit = isByMonth ? currency : perUser;
  const bandHeads = ({ architecture }: ChartBand) =>
    ["10", "90"].map((percent) => `${architectureNames[architecture]}, ${percent} of 100 trials below (${unit})`);
  const amount = (y: number | null | undefined) => {
    if (y === null || y === undefined) return "";
    return isByMonth ? moneyCell(y, currency) : figure(String(y));
  };
  return [
    [
      isByMonth ? "month" : "times the demand",
      ...lines.map(({ name }) => `${name} (${unit})`),
      ...bands.flatMap(bandHeads),
    ],
    ...(lines[0]?.points ?? []).map(({ x }, place) => [
      figure(String(x)),
      ...lines.map(({ points }) => amount(points[place]?.y)),
      ...bands.flatMap(({ points }) => [amount(points[place]?.low), amount(points[place]?.high)]),
    ]),
  ];
}

function barRows({ of = "money", categories, bars, currency }: BarChart): CsvCell[][] {
  const cell = (amount: number) => (of === "money" ? moneyCell(amount, currency) : figure(String(amount)));
  return [
    ["architecture", ...categories.map((category) => `${category} (${of === "money" ? currency : "points of 100"})`)],
    ...bars.map(({ name, amounts }) => [name, ...amounts.map(cell)]),
  ];
}

function dotRows({ unit, dots, currency }: DotChart): CsvCell[][] {
  return [
    ["share of trials below", `${unit}, net present cost`],
    ...dots.map((amount, place) => [figure(String((place + 0.5) / dots.length)), moneyCell(amount, currency)]),
  ];
}

function stackRows({ periods, categories, stacks, currency }: StackChart): CsvCell[][] {
  return [
    ["architecture", "category", ...periods.map((period) => `${inOneLine(period)} (${currency})`)],
    ...stacks.flatMap(({ name, amounts }) =>
      amounts.map((list, place) => [
        name,
        categories[place] ?? "",
        ...list.map((amount) => moneyCell(amount, currency)),
      ]),
    ),
  ];
}

function waterfallRows({ bars, currency }: WaterfallChart): CsvCell[][] {
  return [
    ["step", `amount (${currency})`],
    ...bars.map(({ label, kind, from, to }) => [label, moneyCell(kind === "level" ? to : to - from, currency)]),
  ];
}
