import { scaleLinear } from "d3-scale";
import { formatShort } from "@/lib/value/format";
import type { RangeBar, RangeChart } from "../description";
import { tint } from "../tint";
import { element, type Mark, textElement } from "./element";
import { amountsAcross } from "./money-axis";
import { colourOf, letterWidth, type PlotArea, paperColours, rule } from "./style";

/** What the figure at an end of a range takes, "−123,000", px. */
const endRoom = 62;
const small = 11;
/** Longer labels stand above their bars. */
const longestBeside = 22;
const thickness = 16;
/** The share of the plain colour in a range: its marks stay darker than it. */
const rangeShare = 0.35;

const widestOf = (bars: RangeChart["bars"]) =>
  Math.max(0, ...bars.flatMap(({ label, note }) => [label.length, note.length]));
const isAbove = (bars: RangeChart["bars"]) => widestOf(bars) > longestBeside;
const rowHeight = (bars: RangeChart["bars"]) => (isAbove(bars) ? 56 : 34);

/** Px from the first to below the last. */
export const rangesHeight = ({ bars }: RangeChart) => 8 + rowHeight(bars) * bars.length;

/** Ranges below each other, the figures of their ends beside them; marks where they are now, and at their medians. */
export function rangesDrawing({ axis, bars, legend }: RangeChart, whole: PlotArea): Mark[] {
  const beside = isAbove(bars) ? 0 : widestOf(bars) * letterWidth + 8;
  const area = { ...whole, left: whole.left + beside + endRoom, right: whole.right - endRoom };
  const most = axis.most === axis.least ? axis.least + 1 : axis.most;
  const x = scaleLinear([axis.least, most], [area.left, area.right]).clamp(true);
  return [
    ...amountsAcross(x, 5, area),
    rule(x(0), area.top, x(0), area.bottom, paperColours.ink, "2 2"),
    ...bars.flatMap((bar, place) => {
      const bottom = area.top + rowHeight(bars) * (place + 1);
      const named = beside === 0 ? { x: whole.left, anchor: "start" } : { x: whole.left + beside - 8, anchor: "end" };
      const below = beside === 0 ? bottom - thickness - 6 : bottom - 1;
      return [
        figureOn(bar.label, named.x, below - 13, { "text-anchor": named.anchor, "font-weight": 600 }),
        figureOn(bar.note, named.x, below, { ...quiet, "text-anchor": named.anchor }),
        ...rangeMarks(bar, { x, top: bottom - thickness, axis }),
      ].flat();
    }),
    textElement(legend, whole.left, area.bottom + 40, quiet),
  ];
}

const quiet = { "font-size": small, fill: paperColours.secondary };

/** Words on paper of their own: no rule goes through them. */
function figureOn(words: string, x: number, y: number, look: Mark["attributes"]): Mark[] {
  const width = words.length * (look["font-size"] === small ? 5.4 : 6.2) + 4;
  const share = look["text-anchor"] === "end" ? 1 : 0;
  return [
    element("rect", { x: x - width * share - 2 * (1 - share), y: y - 9, width, height: 11, fill: paperColours.paper }),
    textElement(words, x, y, look),
  ];
}

interface Place {
  readonly x: (amount: number) => number;
  readonly top: number;
  readonly axis: RangeChart["axis"];
}

function rangeMarks(bar: RangeBar, { x, top, axis }: Place): Mark[] {
  const { architecture, ends, median, now } = bar;
  const own = architecture === undefined ? paperColours.secondary : colourOf({ ...bar, architecture });
  const middle = top + thickness / 2;
  const range = ends === null ? [] : rangeOf(bar, ends, { x, top, axis }, own);
  const atMedian = median === undefined ? [] : [upright(x(median), top - 2, own)];
  if (now > axis.most || now < axis.least)
    return [...range, ...atMedian, beyond(x(now), middle, now > axis.most ? 1 : -1)];
  const dot = { cx: x(now), cy: middle, r: 4, fill: paperColours.ink, stroke: paperColours.paper };
  const isNow = architecture === undefined ? upright(x(now), top - 2, paperColours.ink) : element("circle", dot);
  return [...range, ...atMedian, isNow];
}

function rangeOf(
  { architecture, now }: RangeBar,
  ends: readonly [number, number],
  { x, top }: Place,
  own: string,
): Mark[] {
  // What one input moves by itself, it moves from where it is now.
  const span = architecture === undefined ? [...ends, now] : ends;
  const [left, right] = [x(Math.min(...span)), x(Math.max(...span))];
  const [least, most] = [Math.min(...ends), Math.max(...ends)].map(formatShort) as [string, string];
  const fill = tint(own, paperColours.paper, rangeShare);
  return [
    ...figureOn(least, left - 8, top + 12, { "font-size": small, "text-anchor": "end" }),
    ...figureOn(most, right + 8, top + 12, { "font-size": small, "text-anchor": "start" }),
    element("rect", { x: left, y: top, width: Math.max(1, right - left), height: thickness, fill }),
  ];
}

const upright = (x: number, y: number, fill: string) =>
  element("rect", { x: x - 1, y, width: 2, height: thickness + 4, fill });

/** An arrow head at the end of the axis: it lies beyond. */
const beyond = (x: number, y: number, side: 1 | -1) =>
  element("path", {
    d: `M${x - 4 * side},${y - 4}L${x + 3 * side},${y}L${x - 4 * side},${y + 4}Z`,
    fill: paperColours.ink,
  });
