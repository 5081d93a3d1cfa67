import { scaleBand, scaleLinear } from "d3-scale";
import { architectureStyles } from "../architecture-style";
import type { WaterfallBar, WaterfallChart } from "../description";
import { tint } from "../tint";
import { waterfallAxisTitle, waterfallStart } from "../waterfall/waterfall-scale";
import { element, type Mark, textElement } from "./element";
import { amountsAcross, moneyScale } from "./money-axis";
import { letterWidth, type PlotArea, paperColours } from "./style";

/** Levels and the changes between them, from above to below; less is paler than more. */
export function waterfallDrawing({ architecture, bars, currency }: WaterfallChart, whole: PlotArea): Mark[] {
  const longestLabel = Math.max(0, ...bars.map(({ label }) => label.length));
  const area = { ...whole, left: whole.left + Math.min(longestLabel * letterWidth + 12, 400) };
  const start = waterfallStart(bars);
  const ends = bars.flatMap(({ from, to }) => [from, to]);
  const range: [number, number] = [area.left, area.right];
  const x = start === null ? moneyScale(ends, range) : scaleLinear([start, Math.max(...ends)], range).clamp(true);
  const y = scaleBand(bars.keys(), [area.top, area.bottom]).padding(0.3);
  const { paperColour: colour } = architectureStyles[architecture];
  const fillOf = ({ kind, from, to }: WaterfallBar) => {
    if (kind === "level") return paperColours.secondary;
    return to >= from ? colour : tint(colour, paperColours.paper, 0.35);
  };
  const drawn = bars.flatMap((bar, place) => {
    const [left, right] = [x(Math.min(bar.from, bar.to)), x(Math.max(bar.from, bar.to))];
    const top = y(place) ?? 0;
    return [
      element("rect", {
        x: left,
        y: top,
        width: Math.max(2, right - left),
        height: y.bandwidth(),
        fill: fillOf(bar),
        stroke: bar.kind === "level" ? paperColours.secondary : colour,
      }),
      textElement(bar.label, area.left - 8, top + y.bandwidth() / 2 + 4, { "text-anchor": "end" }),
    ];
  });
  const title = textElement(waterfallAxisTitle(currency, start), (area.left + area.right) / 2, area.bottom + 36, {
    "text-anchor": "middle",
    fill: paperColours.secondary,
  });
  return [...amountsAcross(x, 6, area), ...drawn, title];
}
