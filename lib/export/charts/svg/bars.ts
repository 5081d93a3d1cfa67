import { scaleBand, scaleLinear } from "d3-scale";
import { formatDigits, formatShort } from "@/lib/value/format";
import { barParts } from "../bar-parts";
import { type BarChart, drawnName } from "../description";
import { tint } from "../tint";
import { element, type Mark, textElement } from "./element";
import { amountsAcross } from "./money-axis";
import { colourOf, letterWidth, type PlotArea, paperColours } from "./style";

/** Bars below each other, each with its parts and what they come to; credits lie to the left of zero. */
export function barsDrawing(chart: BarChart, whole: PlotArea): Mark[] {
  const longest = Math.max(0, ...chart.bars.map((bar) => drawnName(bar).length));
  const widest = Math.max(0, ...chart.bars.map(({ total }) => total.length));
  const area = {
    ...whole,
    left: whole.left + longest * letterWidth + 12,
    right: whole.right - Math.max(70, widest * letterWidth + 8),
  };
  const drawn = chart.bars.map((bar) => ({ ...bar, parts: barParts(bar.amounts) }));
  const ends = drawn.flatMap(({ parts }) => parts.flatMap(({ from, to }) => [from, to]));
  const x = scaleLinear([Math.min(0, ...ends), Math.max(1, ...ends)], [area.left, area.right]).nice(5);
  const y = scaleBand(drawn.keys(), [area.top, area.bottom]).padding(0.35);
  const bars = drawn.flatMap(({ parts, ...bar }, place) => {
    const { amounts, total } = bar;
    const top = y(place) ?? 0;
    const middle = top + y.bandwidth() / 2 + 4;
    const boxes = parts.flatMap(({ place: category, from, to, share }) => {
      const [left, right] = [x(Math.min(from, to)), x(Math.max(from, to))];
      const words = chart.of === "points" ? formatDigits(amounts[category], 0) : formatShort(amounts[category]);
      const box = element("rect", {
        x: left,
        y: top,
        width: right - left,
        height: y.bandwidth(),
        fill: tint(colourOf(bar), paperColours.paper, share),
        stroke: paperColours.paper,
      });
      const isWide = right - left > words.length * letterWidth + 8;
      return isWide ? [box, textElement(words, (left + right) / 2, middle, { "text-anchor": "middle" })] : [box];
    });
    const end = Math.max(0, ...parts.map(({ from, to }) => Math.max(from, to)));
    return [
      textElement(drawnName(bar), area.left - 10, middle, { "text-anchor": "end", "font-weight": 600 }),
      ...boxes,
      textElement(total, x(end) + 8, middle, { "font-weight": 600 }),
    ];
  });
  return [...amountsAcross(x, 5, area), ...bars];
}
