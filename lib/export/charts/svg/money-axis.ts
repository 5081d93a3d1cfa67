import { type ScaleLinear, scaleLinear } from "d3-scale";
import { formatTick } from "@/lib/value/format";
import type { MoneySpan } from "../description";
import { type Mark, textElement } from "./element";
import { type PlotArea, paperColours, rule } from "./style";

/** A scale that holds all amounts, zero and the span, and ends at round figures. */
export function moneyScale(amounts: readonly number[], range: [number, number], span?: MoneySpan) {
  const least = Math.min(0, ...amounts, span?.least ?? 0);
  const most = Math.max(0, ...amounts, span?.most ?? 0);
  return scaleLinear([least, most === least ? least + 1 : most], range).nice(5);
}

/** Amounts up the side with a rule across each; that of zero is in ink. */
export function moneyAxis(scale: ScaleLinear<number, number>, { left, right }: PlotArea): Mark[] {
  return scale.ticks(5).flatMap((amount) => {
    const y = scale(amount);
    const colour = amount === 0 ? paperColours.ink : paperColours.rule;
    return [
      rule(left, y, right, y, colour),
      textElement(formatTick(amount), left - 8, y + 4, { "text-anchor": "end", fill: paperColours.secondary }),
    ];
  });
}

/** Amounts below bars that lie, with an upright rule through each; that of zero is in ink. @param count how many, about */
export function amountsAcross(scale: ScaleLinear<number, number>, count: number, { top, bottom }: PlotArea): Mark[] {
  return scale.ticks(count).flatMap((amount) => {
    const x = scale(amount);
    const colour = amount === 0 ? paperColours.ink : paperColours.rule;
    return [
      rule(x, top, x, bottom, colour),
      textElement(formatTick(amount), x, bottom + 18, { "text-anchor": "middle", fill: paperColours.secondary }),
    ];
  });
}
