import { scaleLinear, scaleLog } from "d3-scale";
import { area as areaPath, line } from "d3-shape";
import { formatNumber, formatTick } from "@/lib/value/format";
import { architectureStyles } from "../architecture-style";
import { type ChartLine, drawnName, type LineChart } from "../description";
import { bandOpacity, isPowerOfTen, labelSide, monthLabelSide, monthStep, roomAroundOne, spreadLabels } from "../marks";
import { element, type Mark, round, textElement } from "./element";
import { moneyAxis, moneyScale } from "./money-axis";
import { colourOf, letterWidth, marker, type PlotArea, paperColours, rule } from "./style";

const lineHeight = 15;

interface Scales {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly axes: readonly Mark[];
  /** Which points carry the architecture's marker. */
  readonly isMarked: (x: number, isLast: boolean) => boolean;
}

/** Lines with their names at the ends, and the marks. */
export function linesDrawing(chart: LineChart, whole: PlotArea): Mark[] {
  const longestName = Math.max(0, ...chart.lines.map((each) => drawnName(each).length));
  const area = { ...whole, left: whole.left + 56, right: whole.right - 16 - longestName * letterWidth };
  const lines = chart.lines.map((each) => ({ ...each, drawn: drawable(chart, each) }));
  const scales = chart.across.kind === "months" ? monthScales(chart, area) : demandScales(chart, chart.across, area);
  const { x, y } = scales;
  const path = line<{ x: number; y: number }>(
    (point) => round(x(point.x)),
    (point) => round(y(point.y)),
  );
  const drawn = lines.flatMap(({ drawn: points, ...of }) => {
    const { dash } = architectureStyles[of.architecture];
    const markers = points.filter((point, place) => scales.isMarked(point.x, place === points.length - 1));
    return [
      element("path", {
        d: path(points) ?? "",
        fill: "none",
        stroke: colourOf(of),
        "stroke-width": 2,
        "stroke-dasharray": dash.length === 0 ? undefined : dash.join(" "),
      }),
      ...markers.map((point) => marker(of, x(point.x), y(point.y))),
    ];
  });
  const between = areaPath<{ x: number; low: number; high: number }>()
    .x((point) => round(x(point.x)))
    .y0((point) => round(y(point.low)))
    .y1((point) => round(y(point.high)));
  const bands = (chart.bands ?? []).map(({ architecture, points }) =>
    element("path", {
      d: between([...points]) ?? "",
      fill: architectureStyles[architecture].paperColour,
      "fill-opacity": bandOpacity,
    }),
  );
  return [...scales.axes, ...bands, ...drawn, ...names(lines, y, area), ...marks(chart, scales, area)];
}

/** A logarithmic scale has no place for nothing, nor for a credit. */
function drawable({ across }: LineChart, { points }: ChartLine): { x: number; y: number }[] {
  return points.flatMap(({ x, y }) => (y === null || (across.kind === "demand" && y <= 0) ? [] : [{ x, y }]));
}

function monthScales({ lines, bands = [], span }: LineChart, area: PlotArea): Scales {
  const horizon = lines[0]?.points.at(-1)?.x ?? 1;
  const amounts = [
    ...lines.flatMap(({ points }) => points.map(({ y }) => y ?? 0)),
    ...bands.flatMap(({ points }) => points.flatMap(({ low, high }) => [low, high])),
  ];
  const x = scaleLinear([0, horizon], [area.left, area.right]);
  const y = moneyScale(amounts, [area.bottom, area.top], span);
  const step = monthStep(horizon);
  const months = Array.from({ length: Math.floor(horizon / step) + 1 }, (_, index) => index * step);
  const ticks = months.map((month) => below(month === 0 ? "Set-up" : String(month), x(month), area));
  return {
    x,
    y,
    axes: [...moneyAxis(y, area), ...ticks, axisTitle("Month", area)],
    isMarked: (month, isLast) => month % 12 === 0 || isLast,
  };
}

function demandScales(chart: LineChart, { from, to }: { from: number; to: number }, area: PlotArea): Scales {
  const amounts = chart.lines.flatMap((each) => drawable(chart, each).map(({ y }) => y));
  const [least, most] = amounts.length === 0 ? [0.1, 1] : [Math.min(...amounts), Math.max(...amounts)];
  const x = scaleLog([from, to], [area.left, area.right]);
  const y = scaleLog([least, most], [area.bottom, area.top]);
  const heights = y.ticks().filter(isPowerOfTen);
  const up = heights.flatMap((amount) => [
    rule(area.left, y(amount), area.right, y(amount), paperColours.rule),
    textElement(formatTick(amount), area.left - 8, y(amount) + 4, {
      "text-anchor": "end",
      fill: paperColours.secondary,
    }),
  ]);
  const across = x.ticks().filter(isPowerOfTen);
  return {
    x,
    y,
    axes: [
      ...up,
      rule(area.left, area.bottom, area.right, area.bottom, paperColours.ink),
      ...across.map((factor) => below(formatNumber(factor), x(factor), area)),
      axisTitle("Times the demand (logarithmic)", area),
      rule(x(1), area.top, x(1), area.bottom, paperColours.secondary, "1 3"),
      textElement("this model", x(1) + (roomAroundOne(chart.marks) === "before" ? -6 : 6), area.top + 12, {
        "text-anchor": roomAroundOne(chart.marks) === "before" ? "end" : "start",
        fill: paperColours.secondary,
      }),
    ],
    isMarked: isPowerOfTen,
  };
}

function below(words: string, x: number, { bottom }: PlotArea): Mark {
  return textElement(words, x, bottom + 18, { "text-anchor": "middle", fill: paperColours.secondary });
}

function axisTitle(words: string, { left, right, bottom }: PlotArea): Mark {
  return textElement(words, (left + right) / 2, bottom + 36, { "text-anchor": "middle", fill: paperColours.secondary });
}

type Drawn = ChartLine & { drawn: readonly { x: number; y: number }[] };

function names(lines: readonly Drawn[], y: (value: number) => number, { right, top, bottom }: PlotArea): Mark[] {
  const ends = lines
    .flatMap((each) => {
      const last = each.drawn.at(-1);
      return last === undefined ? [] : [{ ...each, at: y(last.y) }];
    })
    .sort((a, b) => a.at - b.at);
  const heights = spreadLabels(
    ends.map(({ at }) => at),
    top,
    bottom,
    lineHeight,
  );
  return ends.map((each, place) =>
    textElement(drawnName(each), right + 10, (heights[place] as number) + 4, {
      fill: each.isExcluded ? paperColours.secondary : colourOf(each),
      "font-weight": 600,
    }),
  );
}

const aside = { before: -6, above: 0, after: 6 };
const anchors = { before: "end", above: "middle", after: "start" };

function marks({ across, lines, marks: list }: LineChart, { x, y }: Scales, { top, bottom }: PlotArea): Mark[] {
  const horizon = lines[0]?.points.at(-1)?.x ?? 1;
  return list.flatMap((mark, place) => {
    const side = across.kind === "demand" ? labelSide(list, place) : monthLabelSide(mark, horizon);
    return [
      rule(x(mark.x), top, x(mark.x), bottom, paperColours.ink, across.kind === "months" ? "1 3" : undefined),
      textElement(
        mark.label,
        x(mark.x) + aside[side],
        top - 6 + (side === "above" || across.kind === "demand" ? 0 : 14 * (place + 1)),
        { "text-anchor": anchors[side], "font-weight": 600 },
      ),
      ...(mark.y === null
        ? []
        : [element("circle", { cx: x(mark.x), cy: y(mark.y), r: 7, fill: "none", stroke: paperColours.ink })]),
    ];
  });
}
