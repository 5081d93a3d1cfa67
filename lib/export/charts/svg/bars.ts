import { scaleBand, scaleLinear } from "d3-scale";
import { formatShort, formatTick } from "@/lib/value/format";
import { architectureStyles } from "../architecture-style";
import { barParts } from "../bar-parts";
import type { BarChart } from "../description";
import { tint } from "../tint";
import { element, textElement } from "./element";
import { letterWidth, type PlotArea, paperColours, rule } from "./style";

/** Bars below each other, each with its parts and what they come to; credits lie to the left of zero. */
export function barsDrawing(chart: BarChart, whole: PlotArea): string {
  const longest = Math.max(0, ...chart.bars.map(({ name }) => name.length));
  const area = { ...whole, left: whole.left + longest * letterWidth + 12, right: whole.right - 70 };
  const drawn = chart.bars.map((bar) => ({ ...bar, parts: barParts(bar.amounts) }));
  const ends = drawn.flatMap(({ parts }) => parts.flatMap(({ from, to }) => [from, to]));
  const x = scaleLinear([Math.min(0, ...ends), Math.max(1, ...ends)], [area.left, area.right]).nice(5);
  const y = scaleBand(drawn.keys(), [area.top, area.bottom]).padding(0.35);
  const axis = x.ticks(5).map(
    (amount) =>
      rule(x(amount), area.top, x(amount), area.bottom, amount === 0 ? paperColours.ink : paperColours.rule) +
      textElement(formatTick(amount), x(amount), area.bottom + 18, {
        "text-anchor": "middle",
        fill: paperColours.secondary,
      }),
  );
  const bars = drawn.map(({ architecture, name, amounts, parts }, place) => {
    const top = y(place) ?? 0;
    const middle = top + y.bandwidth() / 2 + 4;
    const boxes = parts.map(({ place: category, from, to, share }) => {
      const [left, right] = [x(Math.min(from, to)), x(Math.max(from, to))];
      const words = formatShort(amounts[category]);
      const box = element("rect", {
        x: left,
        y: top,
        width: right - left,
        height: y.bandwidth(),
        fill: tint(architectureStyles[architecture].paperColour, paperColours.paper, share),
        stroke: paperColours.paper,
      });
      const isWide = right - left > words.length * letterWidth + 8;
      return box + (isWide ? textElement(words, (left + right) / 2, middle, { "text-anchor": "middle" }) : "");
    });
    const total = amounts.reduce((sum, amount) => sum + amount, 0);
    const end = Math.max(0, ...parts.map(({ from, to }) => Math.max(from, to)));
    return (
      textElement(name, area.left - 10, middle, { "text-anchor": "end", "font-weight": 600 }) +
      boxes.join("") +
      textElement(formatShort(total), x(end) + 8, middle, { "font-weight": 600 })
    );
  });
  return [...axis, ...bars].join("");
}
