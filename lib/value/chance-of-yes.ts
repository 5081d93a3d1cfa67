import type { OwnRange } from "@/lib/model/spread/own-range";

/** The chance of yes that a range of an input of yes (1) or no (0) states, 0 to 1; null where it states none. */
export function chanceOfYes(range: OwnRange | undefined): number | null {
  if (range?.kind !== "choices") return null;
  const total = range.weights.reduce((sum, weight) => sum + weight, 0);
  const yes = range.values.reduce((sum, value, place) => sum + (value === 1 ? (range.weights[place] ?? 0) : 0), 0);
  return yes / total;
}

/** The range that says so. @param chance above 0 and below 1 */
export function rangeOfYes(chance: number): OwnRange {
  // In hundredths, whose sum is exact where people type whole ones.
  const yes = Number((chance * 100).toPrecision(12));
  return { kind: "choices", values: [0, 1], weights: [100 - yes, yes] };
}
