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

/** What the lines are in, where they are read against going on as now. */
export const partsOfToday = "parts of going on as now";

/**
 * Cost per user and month over the demand, both logarithmic; marked where the first place changes hands.
 *
 * @param isWhole whether over all demands that were tried, or over the usual ones
 * @param today what runs today, where costs are read against it: a logarithmic scale has no place for what is saved, and shows
 *   what part of going on as now each costs
 */
export function scaleCostChart(
  whole: ScaleCurve,
  order: readonly ScaledArchitecture[],
  currency: string,
  isWhole: boolean,
  today: Architecture | null = null,
): LineChart & { across: { kind: "demand" } } {
  const isShown = ({ factor }: { factor: number }) => isWhole || (factor >= usual.from && factor <= usual.to);
  const curve = { ...whole, points: whole.points.filter(isShown), changes: whole.changes.filter(isShown) };
  const [from, to] = [curve.points[0]?.factor ?? usual.from, curve.points.at(-1)?.factor ?? usual.to];
  return {
    kind: "lines",
    title: scaleCostTitle,
    unit: `${today === null ? currency : partsOfToday}, logarithmic`,
    summary: `Cost per user and month${today === null ? "" : `, in ${partsOfToday},`} from ${factorWords(from)} to ${factorWords(to)} times the demand. ${changeWords(curve).join(" ")}`,
    currency,
    across: { kind: "demand", from, to, isAgainstToday: today !== null },
    lines: order.map(({ architecture, isExcluded }) => ({
      architecture,
      isExcluded,
      name: architectureNames[architecture],
      points: curve.points.map(({ factor, costs }) => ({ x: factor, y: partOf(costs, architecture, today) })),
    })),
    marks: curve.changes
      .filter(({ takesTheLead }) => takesTheLead)
      .slice(0, 4)
      .map(({ factor }) => ({ x: factor, y: null, label: `×\u202f${factorWords(factor)}` })),
  };
}

/** The cost of one, or what part it is of that of another; null where there are no users. */
function partOf(costs: ScaleCurve["points"][number]["costs"], name: Architecture, today: Architecture | null) {
  const [own, now] = [costs[name], today === null ? 1 : costs[today]];
  return own === null || now === null || now <= 0 ? null : own / now;
}
