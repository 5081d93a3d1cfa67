import { scaleBand } from "d3-scale";
import { isShort, tickOf } from "../chart-period";
import { drawnName, type StackChart } from "../description";
import { tint, tintShare } from "../tint";
import { element, type Mark, textElement } from "./element";
import { moneyAxis, moneyScale } from "./money-axis";
import { colourOf, marker, type PlotArea, paperColours } from "./style";

/** Bars side by side in each period, their parts upon each other; credits hang from zero. */
export function stacksDrawing({ periods, categories, stacks, span }: StackChart, whole: PlotArea): Mark[] {
  const area = { ...whole, left: whole.left + 56 };
  const bars = stacks.flatMap((stack) =>
    periods.map((_, period) => ({ ...stack, period, parts: partsOf(stack, period) })),
  );
  const ends = bars.flatMap(({ parts }) => parts.flatMap(({ from, to }) => [from, to]));
  const y = moneyScale(ends, [area.bottom, area.top + 12], span);
  const x = scaleBand(periods.keys(), [area.left, area.right]).paddingInner(0.18).paddingOuter(0.09);
  const within = scaleBand(
    stacks.map(({ architecture }) => architecture),
    [0, x.bandwidth()],
  ).padding(0.14);
  const drawn = bars.map(({ period, parts, ...of }) => {
    const left = (x(period) ?? 0) + (within(of.architecture) ?? 0);
    const colour = colourOf(of);
    const boxes = parts.map(({ place, from, to }) =>
      element("rect", {
        x: left,
        y: y(Math.max(from, to)),
        width: within.bandwidth(),
        height: Math.abs(y(from) - y(to)),
        fill: tint(colour, paperColours.paper, tintShare(place, categories.length)),
      }),
    );
    const top = Math.max(0, ...parts.map(({ from, to }) => Math.max(from, to)));
    const mark = parts.length === 0 ? [] : [marker(of, left + within.bandwidth() / 2, y(top) - 8, 30)];
    return element(
      "g",
      { "aria-label": drawnName(of), stroke: paperColours.paper, "stroke-width": 0.75 },
      ...boxes,
      ...mark,
    );
  });
  const room = x.step();
  const inShort = isShort(periods, room);
  const ticks = periods.flatMap((period, place) =>
    [tickOf(period, inShort)].flat().map((words, row) =>
      textElement(words, (x(place) ?? 0) + x.bandwidth() / 2, area.bottom + 18 + 14 * row, {
        "text-anchor": "middle",
        fill: paperColours.secondary,
      }),
    ),
  );
  return [...moneyAxis(y, area), ...drawn, ...ticks];
}

interface Part {
  readonly place: number;
  readonly from: number;
  readonly to: number;
}

/** Costs are stacked upwards from zero and credits downwards, in the order of the categories. */
function partsOf({ amounts }: StackChart["stacks"][number], period: number): Part[] {
  let [above, under] = [0, 0];
  return amounts.flatMap((list, place) => {
    const amount = list[period] ?? 0;
    if (amount === 0) return [];
    const from = amount > 0 ? above : under;
    if (amount > 0) above += amount;
    else under += amount;
    return [{ place, from, to: from + amount }];
  });
}
