import type { ScaleCurve } from "@/lib/analysis/sensitivity/scale-curve";
import { changeWords, factorWords } from "@/lib/analysis/sensitivity/scale-words";
import { type Architecture, architectureNames } from "@/lib/model/architectures";
import type { LineChart } from "./description";

export const scaleCostTitle = "Cost per user and month as demand grows";

/** The demands that most readers ask about, as factors of the model's. */
const usual = { from: 0.1, to: 100 };

export interface ScaledArchitecture {
  readonly architecture: Architecture;
  /** Out of the ranking at the demand of the model. */
  readonly isExcluded: boolean;
}

/**
 * Cost per user and month over the demand, both logarithmic; marked where the first place changes hands.
 *
 * @param isWhole whether over all demands that were tried, or over the usual ones
 */
export function scaleCostChart(
  whole: ScaleCurve,
  order: readonly ScaledArchitecture[],
  currency: string,
  isWhole: boolean,
): LineChart & { across: { kind: "demand" } } {
  const isShown = ({ factor }: { factor: number }) => isWhole || (factor >= usual.from && factor <= usual.to);
  const curve = { ...whole, points: whole.points.filter(isShown), changes: whole.changes.filter(isShown) };
  const [from, to] = [curve.points[0]?.factor ?? usual.from, curve.points.at(-1)?.factor ?? usual.to];
  return {
    kind: "lines",
    title: scaleCostTitle,
    unit: `${currency}, logarithmic`,
    summary: `Cost per user and month from ${factorWords(from)} to ${factorWords(to)} times the demand. ${changeWords(curve).join(" ")}`,
    currency,
    across: { kind: "demand", from, to },
    lines: order.map(({ architecture, isExcluded }) => ({
      architecture,
      isExcluded,
      name: architectureNames[architecture],
      points: curve.points.map(({ factor, costs }) => ({ x: factor, y: costs[architecture] })),
    })),
    marks: curve.changes
      .filter(({ takesTheLead }) => takesTheLead)
      .slice(0, 4)
      .map(({ factor }) => ({ x: factor, y: null, label: `×\u202f${factorWords(factor)}` })),
  };
}
