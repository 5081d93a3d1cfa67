import { formatTick } from "@/lib/value/format";
import type { DotChart } from "../description";
import { dotColumns } from "../dot-columns";
import { element, type Mark, textElement } from "./element";
import { colourOf, type PlotArea, paperColours, rule } from "./style";

/** How far dots that stand on each other are apart, px. */
const step = 16;

/** Px above the axis: dots are never less far apart, so that they can be counted. */
export const dotsHeight = ({ dots }: DotChart) => step * (dotColumns(dots).tallest + 1);

/** Dots in columns on an axis, each in the colour of who costs less. */
export function dotsDrawing(
  { above, below, dots, legend, summary }: DotChart,
  { left, right, top, bottom }: PlotArea,
): Mark[] {
  const { columns, from, to } = dotColumns(dots);
  const x = (amount: number) => left + ((amount - from) / (to - from)) * (right - left);
  const end = (amount: number, anchor: "start" | "end") =>
    textElement(formatTick(amount), x(amount), bottom + 18, { "text-anchor": anchor, fill: paperColours.secondary });
  return [
    ...columns.flatMap(({ middle, amounts }) =>
      amounts.map((amount, place) =>
        element("circle", {
          ...{ cx: x(middle), cy: bottom - step * (place + 0.5), r: 0.4 * step },
          fill: colourOf({ architecture: amount > 0 ? above : below }),
        }),
      ),
    ),
    rule(left, bottom, right, bottom, paperColours.rule),
    rule(x(0), top, x(0), bottom + 4, paperColours.ink, "2 2"),
    end(from, "start"),
    end(to, "end"),
    textElement(`${summary} ${legend}`, left, bottom + 38, { fill: paperColours.secondary }),
  ];
}
