import { type Architecture, architectures } from "@/lib/model/architectures";
import type { ModelResult } from "@/lib/model/result";
import type { JoinedOutcomes } from "./outcomes";

/** The name with the least figure; of equal ones the first. */
export function leastOf<T>(names: readonly T[], figure: (name: T) => number): T {
  return names.reduce((best, name) => (figure(name) < figure(best) ? name : best));
}

/** Who costs least of those in question in each trial, as a place in the list of all. */
export function leastCostByTrial(
  { architectures: outcomes, kept }: JoinedOutcomes,
  inQuestion: readonly Architecture[],
): Int8Array {
  const places = new Int8Array(kept).fill(-1);
  const costs = inQuestion.map((a) => ({ place: architectures.indexOf(a), cost: outcomes[a].netPresentCost }));
  for (let i = 0; i < kept; i++) {
    let least = Number.POSITIVE_INFINITY;
    for (const { place, cost } of costs) {
      if (!((cost[i] as number) < least)) continue;
      least = cost[i] as number;
      places[i] = place;
    }
  }
  return places;
}

/** Between which architectures money decides: those eligible now and in half of the trials, or what is left of that. */
export function inQuestionOf(base: ModelResult, { architectures: outcomes }: JoinedOutcomes): readonly Architecture[] {
  const eligible = architectures.filter((a) => base.architectures[a].eligible);
  const mostly = eligible.filter((a) => outcomes[a].shares.eligible >= 0.5);
  const permitted = architectures.filter((a) => base.architectures[a].permitted);
  return [mostly, eligible, permitted].find((some) => some.length > 0) ?? architectures;
}
