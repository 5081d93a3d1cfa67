import { readdirSync } from "node:fs";
import path from "node:path";
import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lineData } from "@/app/_components/charts/line-data";
import { Bars } from "@/app/_components/results/horizon-section";
import { RangeBar } from "@/app/_components/sensitivity/range-bar";
import { Dots } from "@/app/_components/verdict/dot-plot";
import { SpreadBar } from "@/app/_components/verdict/spread-bar";
import { savingsOf } from "@/lib/analysis/against-today/savings";
import { type FrontierMap, frontierMap } from "@/lib/analysis/frontier/map";
import { compare, proposedSettings } from "@/lib/analysis/objectives/comparison";
import { computedLevels } from "@/lib/analysis/objectives/levels";
import { scaleCurve } from "@/lib/analysis/sensitivity/scale-curve";
import type { Sensitivity } from "@/lib/analysis/sensitivity/sensitivity";
import { trialsOf } from "@/lib/analysis/sensitivity/trial";
import { finish } from "@/lib/analysis/steps";
import { comparisonRows } from "@/lib/analysis/verdict/comparison";
import type { Waterfalls } from "@/lib/analysis/waterfall";
import { architectures } from "@/lib/model/architectures";
import { declaredAt } from "@/lib/model/currency";
import { shownCategories } from "@/lib/model/pay/pay";
import { registerKindNames } from "@/lib/model/rows/choices";
import { noRows } from "@/lib/model/rows/own-rows";
import { templates } from "@/lib/model/templates";
import { csvTexts } from "@/test/csv-texts";
import { blankDraft } from "@/test/figures/blank-draft";
import { reportedModel } from "@/test/figures/reported-model";
import { type PdfReader, pdfReader } from "@/test/pdf/pdf";
import { shapesOf, streamsOf } from "@/test/pdf/pdf-content";
import { paperDrawing, writeChart } from "../report/pdf/drawing";
import { Sheet } from "../report/pdf/sheet";
import { chanceChart } from "./chance-chart";
import { chartPeriods } from "./chart-periods";
import { chartRows } from "./chart-rows";
import { cumulativeCostChart, yearlyCostChart } from "./cost-charts";
import type { BarChart, ChartDescription, DotChart, LineChart, RangeChart } from "./description";
import { cumulativeBands, differenceChart } from "./difference-chart";
import { differenceDotChart, savingDotChart } from "./dot-chart";
import { costRangeChart, savingsRangeChart } from "./doubt-charts";
import { horizonChart } from "./horizon-chart";
import { mapChart } from "./map-chart";
import { movementChart } from "./movement-chart";
import { purchasesChart } from "./purchases-chart";
import { savingsChart } from "./savings-chart";
import { scaleCostChart } from "./scale-cost-chart";
import { scoreChart } from "./score-chart";
import { chartSvg } from "./svg/chart-svg";
import { markup } from "./svg/element";
import { waterfallChart } from "./waterfall/waterfall-chart";

/** Every chart of a model that stores files, with the cloud running today. */
function everyChart(): Record<string, ChartDescription> {
  const template = templates.find(({ key }) => key === "e-commerce") ?? templates[0];
  const own = { ...template?.inputs, currentArchitecture: "cloud" as const };
  const model = reportedModel({ ...blankDraft, inputs: own });
  const { result, inputs, uncertainty, singles, dots } = model;
  const currency = "USD";
  const [first = "cloud", second = "hybrid"] = result.ranking;
  const periods = chartPeriods(result.months, blankDraft);
  const each = result.months.map((month) => (month % 24 === 0 ? 1000 + month : 0));
  const purchases = Object.fromEntries(Object.keys(registerKindNames).map((kind) => [kind, each])) as never;
  const declared = declaredAt(1);
  const asked = { inputs, rows: noRows, declared, ranges: {}, evidence: {} };
  const levels = computedLevels(inputs, noRows);
  if (levels === null) throw new Error("these figures have no result");
  const settings = { ...proposedSettings(levels), swings: { cost: 100, control: 60, availability: 30 } };
  const order = result.ranking.map((architecture) => ({ architecture, isExcluded: false }));
  const fall = { start: 100, end: 140, steps: [{ keys: ["users"], from: 100, to: 140, change: 40 }] } as const;
  const all = Object.fromEntries(architectures.map((name) => [name, fall])) as unknown as Waterfalls;
  const bought = purchasesChart({
    ...{ months: result.months, calendar: blankDraft, currency },
    purchases: { onPremises: purchases, hybrid: purchases },
  });
  if (bought === null) throw new Error("nothing is bought");
  return {
    cumulativeCostChart: {
      ...cumulativeCostChart({ result, currency }),
      bands: cumulativeBands(uncertainty, [first]),
    },
    yearlyCostChart: yearlyCostChart({
      ...{ result, currency, view: "cash", periods, order: result.ranking },
      categories: shownCategories(false),
    }),
    differenceChart: differenceChart({ result, currency, of: first, than: second, uncertainty }),
    horizonChart: horizonChart(result, currency, false),
    savingsChart: savingsChart({ result, currency, today: "cloud", of: ["onPremises"], uncertainty }),
    scaleCostChart: scaleCostChart(
      finish(scaleCurve({ inputs, trials: trialsOf(inputs, noRows) })),
      order,
      currency,
      true,
    ),
    chanceChart: chanceChart(result.ranking, uncertainty, currency),
    costRangeChart: costRangeChart(comparisonRows(result, inputs, uncertainty), currency),
    savingsRangeChart: savingsRangeChart(savingsOf(result, "cloud", uncertainty), "cloud", currency),
    differenceDotChart: differenceDotChart(first, uncertainty.base.rival, dots.difference, currency),
    savingDotChart: savingDotChart("onPremises", "cloud", dots.saved.onPremises ?? [], currency),
    movementChart: movementChart(singles as Sensitivity, currency),
    scoreChart: scoreChart(compare(settings, levels, [...architectures.keys()]), currency, true),
    purchasesChart: bought,
    mapChart: mapChart(finish(frontierMap(asked, ["users", "discountRate"])) as FrontierMap, null, currency),
    waterfallChart: waterfallChart({ all, scenario: "More", currency, today: null }, "cloud"),
  };
}

const charts = everyChart();
const of = <C extends ChartDescription>(name: string) => charts[name] as C;
const plain = (text: string) => text.replace(/&lt;/g, "<").replace(/&amp;/g, "&").replace(/\s+/g, " ").trim();
const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text = ""]) => plain(text));
/** Without spaces: what reads a PDF guesses them. */
const joined = (text: string) => text.replace(/\s/g, "");
const numbers = (markup: string, pattern: RegExp) => [...markup.matchAll(pattern)].map(([, number]) => Number(number));
const page = (element: ReactElement) => renderToStaticMarkup(element);

let pdf: PdfReader;
beforeAll(async () => {
  pdf = await pdfReader();
}, 120_000);
afterAll(() => pdf.close());

it("is every chart there is", async () => {
  const folder = import.meta.dirname;
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /-charts?\.ts$/.test(file));
  const named = await Promise.all(files.map(async (file) => Object.keys(await import(path.join(folder, file)))));
  const made = named.flat().filter((name) => name.endsWith("Chart"));
  expect(made.sort()).toEqual(Object.keys(charts).sort());
});

describe.each(Object.entries(charts))("%s", (_, chart) => {
  it("is an SVG that explains itself, under 25 kB, and a file of figures", () => {
    const svg = chartSvg(chart, "Portal · Peerbalance");
    expect(svg).toContain(`aria-label="`);
    expect(plain(/<desc>([^<]*)</.exec(svg)?.[1] ?? "")).toBe(plain(chart.summary));
    expect(texts(svg)).toEqual(expect.arrayContaining([plain(chart.title), plain(chart.unit)]));
    expect(svg).not.toMatch(/NaN|Infinity|undefined|\[object/);
    expect(Buffer.byteLength(svg)).toBeLessThan(25_000);
    const [head = [], ...rows] = csvTexts(chartRows(chart));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toHaveLength(head.length);
  });

  // What two inputs are asked for on a page is in no report.
  it.skipIf(chart.kind === "map")("has in a PDF the words and the shapes of its SVG", async () => {
    const sheet = new Sheet({ title: "Chart", date: new Date(0), paper: "a4" }, pdf.fonts);
    sheet.beginPart("Chart");
    writeChart(sheet, { kind: "chart", chart });
    sheet.endPart();
    const bytes = await sheet.finish(["", ""]);
    const written = await pdf.flat(await pdf.file(bytes));
    const svg = markup(paperDrawing(chart));
    for (const words of texts(svg)) expect(joined(written)).toContain(joined(words));
    const painted = streamsOf(bytes).filter((stream) => stream.includes("/Figure "));
    // The page has a foot with a rule, and the drawing's paper is that of the page.
    const shapes = svg.match(/<(?:rect|line|circle|path)\b/g)?.length ?? 0;
    expect(painted.reduce((sum, stream) => sum + shapesOf(stream), 0)).toBe(shapes);
  });
});

describe("what the page draws of elements has the figures of its SVG", () => {
  it("twenty dots, each where the drawing has it", () => {
    const chart = of<DotChart>("differenceDotChart");
    const shown = numbers(page(createElement(Dots, { chart })), /<circle cx="([\d.]+)%"/g);
    const drawn = numbers(chartSvg(chart), /<circle cx="([\d.]+)"/g);
    expect(shown).toHaveLength(20);
    // The drawing is 912 px wide from its margin of 24 px.
    for (const [place, x] of drawn.entries()) expect(x).toBeCloseTo(24 + 9.12 * (shown[place] as number), 0);
  });

  it("ranges, as long as the drawing has them beside each other", () => {
    const widths = (chart: RangeChart, bar: (at: number) => ReactElement) =>
      chart.bars.map(
        (_, place) => numbers(page(bar(place)), /<rect x="[^"]*" (?:y="[^"]*" )?width="([\d.]+)%"/g)[0] ?? 0,
      );
    const drawn = (chart: RangeChart) =>
      numbers(chartSvg(chart), /<rect x="[^"]*" y="[^"]*" width="([\d.]+)" height="16"/g);
    const alone = of<RangeChart>("movementChart");
    const bars = (chart: RangeChart) => ({ axis: chart.axis, at: (place: number) => chart.bars[place] });
    const [moves, costs] = [bars(alone), bars(of<RangeChart>("costRangeChart"))];
    for (const [chart, bar] of [
      [alone, (place: number) => createElement(RangeBar, { axis: moves.axis, bar: moves.at(place) })],
      [
        of<RangeChart>("costRangeChart"),
        (place: number) => createElement(SpreadBar, { axis: costs.axis, bar: costs.at(place) }),
      ],
    ] as const) {
      const [shown, paper] = [widths(chart, bar), drawn(chart)];
      expect(paper).toHaveLength(chart.bars.length);
      const [scale = 0] = paper.map((width, place) => width / (shown[place] as number));
      for (const [place, width] of paper.entries())
        expect(width / ((shown[place] as number) * scale)).toBeCloseTo(1, 1);
    }
  });

  it("stacked parts, as long as the drawing has them", () => {
    const chart = of<BarChart>("horizonChart");
    const shown = numbers(page(createElement(Bars, { chart })), /left:[\d.]+%;width:([\d.]+)%/g);
    const drawn = numbers(
      chartSvg(chart),
      /<rect x="[\d.]+" y="[\d.]+" width="([\d.]+)" height="[\d.]+" fill="#\w+" stroke/g,
    );
    expect(drawn).toHaveLength(shown.length);
    const scale = Math.max(...drawn) / Math.max(...shown);
    for (const [place, width] of drawn.entries()) expect(width).toBeCloseTo((shown[place] as number) * scale, 0);
  });

  it("lines, point by point", () => {
    const chart = of<LineChart>("cumulativeCostChart");
    const palette = { architecture: {}, ink: "#000000", paper: "#ffffff", secondary: "#000000" } as never;
    const { datasets } = lineData(chart.lines, palette, (points) => points.map(({ x, y }) => ({ x, y: y ?? 0 })));
    const rows = csvTexts(chartRows(chart)).slice(1);
    for (const [place, { data }] of datasets.entries())
      expect(data.map(({ y }) => y.toFixed(2).replace("-0.00", "0.00"))).toEqual(rows.map((row) => row[place + 1]));
  });
});
