import { scaleBand, scaleLinear } from "d3-scale";
import { ofHundred } from "@/lib/analysis/verdict/chance";
import { type ChanceChart, drawnName } from "../description";
import { element, type Mark, textElement } from "./element";
import { colourOf, letterWidth, type PlotArea, paperColours, rule } from "./style";

/** A bar for each, as long as it comes first in so many of 100 trials; behind it a faint one of all 100. */
export function chancesDrawing({ bars }: ChanceChart, area: PlotArea): Mark[] {
  const longest = Math.max(0, ...bars.map((bar) => drawnName(bar).length));
  const [left, right] = [area.left + longest * letterWidth + 6, area.right - 30];
  const x = scaleLinear([0, 1], [left, right]);
  const y = scaleBand(bars.keys(), [area.top, area.bottom]).padding(0.4);
  const height = y.bandwidth();
  return [
    ...bars.flatMap((bar, place) => {
      const top = y(place) ?? 0;
      const middle = top + height / 2 + 4;
      return [
        textElement(drawnName(bar), left - 8, middle, { "text-anchor": "end" }),
        element("rect", { x: left, y: top, width: right - left, height, fill: paperColours.rule }),
        element("rect", { x: left, y: top, width: x(bar.share) - left, height, fill: colourOf(bar) }),
        textElement(ofHundred(bar.share), right + 6, middle, { "font-weight": 600 }),
      ];
    }),
    rule(left, area.top, left, area.bottom, paperColours.secondary),
  ];
}
