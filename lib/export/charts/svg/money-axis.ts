import { type ScaleLinear, scaleLinear } from "d3-scale";
import { formatTick } from "@/lib/value/format";
import type { MoneySpan } from "../description";
import { textElement } from "./element";
import { type PlotArea, paperColours, rule } from "./style";

/** A scale that holds all amounts, zero and the span, and ends at round figures. */
export function moneyScale(amounts: readonly number[], range: [number, number], span?: MoneySpan) {
  const least = Math.min(0, ...amounts, span?.least ?? 0);
  const most = Math.max(0, ...amounts, span?.most ?? 0);
  return scaleLinear([least, most === least ? least + 1 : most], range).nice(5);
}

/** Amounts up the side with a rule across each; that of zero is in ink. */
export function moneyAxis(scale: ScaleLinear<number, number>, { left, right }: PlotArea): string {
  return scale
    .ticks(5)
    .map((amount) => {
      const y = scale(amount);
      const colour = amount === 0 ? paperColours.ink : paperColours.rule;
      return (
        rule(left, y, right, y, colour) +
        textElement(formatTick(amount), left - 8, y + 4, { "text-anchor": "end", fill: paperColours.secondary })
      );
    })
    .join("");
}
