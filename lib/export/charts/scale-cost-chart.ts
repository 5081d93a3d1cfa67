import type { ScaleCurve } from "@/lib/analysis/sensitivity/scale-curve";
import { changeWords, factorWords } from "@/lib/analysis/sensitivity/scale-words";
import { type Architecture, architectureNames } from "@/lib/model/architectures";
import type { LineChart } from "./description";

export const scaleCostTitle = "Cost per user and month as demand grows";

/** Cost per user and month over the demand, both logarithmic; marked where the first place changes hands. */
export function scaleCostChart(
  curve: ScaleCurve,
  ranking: readonly Architecture[],
  currency: string,
): LineChart & { across: { kind: "demand" } } {
  const [from, to] = [curve.points[0]?.factor ?? 0.01, curve.points.at(-1)?.factor ?? 10_000];
  return {
    kind: "lines",
    title: scaleCostTitle,
    unit: `${currency}, logarithmic`,
    summary: `Cost per user and month from ${factorWords(from)} to ${factorWords(to)} times the demand. ${changeWords(curve).join(" ")}`,
    currency,
    across: { kind: "demand", from, to },
    lines: ranking.map((architecture) => ({
      architecture,
      name: architectureNames[architecture],
      points: curve.points.map(({ factor, costs }) => ({ x: factor, y: costs[architecture] })),
    })),
    marks: curve.changes
      .filter(({ takesTheLead }) => takesTheLead)
      .slice(0, 4)
      .map(({ factor }) => ({ x: factor, y: null, label: `×\u202f${factorWords(factor)}` })),
  };
}
