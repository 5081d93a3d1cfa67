import { barParts } from "../bar-parts";
import { type ChartDescription, drawnName } from "../description";
import { tint, tintShare } from "../tint";
import { barsDrawing } from "./bars";
import { chancesDrawing } from "./chances";
import { dotsDrawing, dotsHeight } from "./dots";
import { element, type Mark, markup, textElement } from "./element";
import { linesDrawing } from "./lines";
import { mapDrawing, paperMapColours } from "./map";
import { rangesDrawing, rangesHeight } from "./ranges";
import { stacksDrawing } from "./stacks";
import { colourOf, letterWidth, paperColours } from "./style";
import { waterfallDrawing } from "./waterfall";

const usual = { width: 960, plotHeight: 340, plotTop: 92 };
const margin = 24;
const lineHeight = 18;
const mapHeight = 560;
/** Labels and title of the axis across. */
const axisHeight = 52;

/**
 * A chart as a drawing that explains itself, in the colours of paper. Text stays text. Pure: the same in browser and server.
 *
 * @param source the name of what the figures are of, at the foot; none where the drawing stands in its page
 * @returns a whole SVG document, under 25 kB for the charts of one model
 */
export function chartSvg(chart: ChartDescription, source = ""): string {
  return markup(chartDrawing(chart, source));
}

/** The same as marks, for what draws in another way. @param size px; `plotHeight` of a drawing whose height does not rest on its bars */
export function chartDrawing(chart: ChartDescription, source = "", { width, plotHeight, plotTop } = usual): Mark {
  const rows = legendRows(legendOf(chart), width);
  const bottom = plotTop + (heightOf(chart) ?? plotHeight);
  const legendTop = bottom + (chart.kind === "chances" ? 0 : axisHeight) + (rows.length > 0 ? 24 : 0);
  const height = legendTop + rows.length * lineHeight + (source === "" ? 0 : lineHeight) + 8;
  const area = { left: margin, right: width - margin, top: plotTop, bottom };
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "img",
      "aria-label": chart.summary,
      "font-family": "Inter, 'Inter Variable', system-ui, sans-serif",
      "font-size": 12,
      fill: paperColours.ink,
    },
    element("title", {}, chart.title),
    element("desc", {}, chart.summary),
    element("rect", { width, height, fill: paperColours.paper }),
    textElement(chart.title, margin, 36, { "font-size": 16, "font-weight": 600 }),
    textElement(chart.unit, margin, 56, { fill: paperColours.secondary }),
    ...drawing(chart, area),
    ...rows.map((row, place) => element("g", { transform: `translate(0 ${legendTop + place * lineHeight})` }, ...row)),
    ...(source === "" ? [] : [textElement(source, margin, height - 12, { fill: paperColours.secondary })]),
  );
}

function drawing(chart: ChartDescription, area: Parameters<typeof linesDrawing>[1]): Mark[] {
  if (chart.kind === "lines") return linesDrawing(chart, area);
  if (chart.kind === "bars") return barsDrawing(chart, area);
  if (chart.kind === "chances") return chancesDrawing(chart, area);
  if (chart.kind === "ranges") return rangesDrawing(chart, area);
  if (chart.kind === "dots") return dotsDrawing(chart, area);
  if (chart.kind === "map") return mapDrawing(chart, area, paperMapColours);
  return chart.kind === "stacks" ? stacksDrawing(chart, area) : waterfallDrawing(chart, area);
}

/** Undefined where its height does not rest on its bars. */
function heightOf(chart: ChartDescription): number | undefined {
  if (chart.kind === "map") return mapHeight;
  if (chart.kind === "chances") return 26 * chart.bars.length;
  if (chart.kind === "ranges") return rangesHeight(chart);
  if (chart.kind === "dots") return dotsHeight(chart);
  if (chart.kind === "waterfall") return 40 + 32 * chart.bars.length;
  return chart.kind === "bars" ? 60 * chart.bars.length : undefined;
}

interface LegendEntry {
  readonly label: string;
  readonly colours: readonly string[];
}

/** Each architecture's colour where bars do not name it, then the tints of each category. */
function legendOf(chart: ChartDescription): LegendEntry[] {
  if (chart.kind !== "stacks" && chart.kind !== "bars") return [];
  const drawn = chart.kind === "stacks" ? chart.stacks : chart.bars;
  const { categories } = chart;
  const colours = drawn.map(colourOf);
  const shares =
    chart.kind === "stacks"
      ? categories.map((_, place) => tintShare(place, categories.length))
      : barParts(categories.map(() => 1)).map(({ share }) => share);
  return [
    ...(chart.kind === "stacks" ? drawn : []).map((stack, place) => ({
      label: drawnName(stack),
      colours: [colours[place] ?? ""],
    })),
    ...categories.map((label, place) => ({
      label,
      colours: colours.map((colour) => tint(colour, paperColours.paper, shares[place] ?? 1)),
    })),
  ];
}

/** Entries in rows no wider than the drawing. */
function legendRows(entries: readonly LegendEntry[], width: number): Mark[][] {
  if (entries.length === 0) return [];
  const rows: Mark[][] = [[]];
  let x = margin;
  for (const { label, colours: swatches } of entries) {
    const wide = swatches.length * 8 + label.length * letterWidth + 24;
    if (x + wide > width - margin && x > margin) {
      rows.push([]);
      x = margin;
    }
    const boxes = swatches.map((fill, place) =>
      element("rect", { x: x + place * 8, y: -9, width: 8, height: 10, fill }),
    );
    rows.at(-1)?.push(...boxes, textElement(label, x + swatches.length * 8 + 6, 0));
    x += wide;
  }
  return rows;
}
