import { type Architecture, architectures } from "@/lib/model/architectures";
import type { ModelResult } from "@/lib/model/result";
import type { JoinedOutcomes } from "./outcomes";
import { shareOfOnes } from "./sample";

/** The name with the least figure; of equal ones the first. */
export function leastOf<T>(names: readonly T[], figure: (name: T) => number): T {
  return names.reduce((best, name) => (figure(name) < figure(best) ? name : best));
}

/**
 * Who costs least in each trial among some, or among the eligible of them, as a place in the list of all; -1 where
 * there is none.
 */
function leaders(
  { architectures: outcomes, kept }: JoinedOutcomes,
  among: readonly Architecture[],
  isEligible: boolean,
): Int8Array {
  const places = new Int8Array(kept).fill(-1);
  const least = new Float64Array(kept).fill(Number.POSITIVE_INFINITY);
  for (const architecture of among) {
    const { netPresentCost, eligible } = outcomes[architecture];
    const place = architectures.indexOf(architecture);
    for (let i = 0; i < kept; i++) {
      if ((isEligible && eligible[i] !== 1) || !((netPresentCost[i] as number) < (least[i] as number))) continue;
      least[i] = netPresentCost[i] as number;
      places[i] = place;
    }
  }
  return places;
}

/** Who ranks first among the eligible in each trial. */
export function cheapestByTrial(outcomes: JoinedOutcomes): Int8Array {
  return leaders(outcomes, architectures, true);
}

/** Who costs least of those in question in each trial. */
export function leastCostByTrial(outcomes: JoinedOutcomes, inQuestion: readonly Architecture[]): Int8Array {
  return leaders(outcomes, inQuestion, false);
}

/** Between which architectures money decides: those eligible now and in half of the trials, or what is left of that. */
export function inQuestionOf(base: ModelResult, { architectures: outcomes }: JoinedOutcomes): readonly Architecture[] {
  const eligible = architectures.filter((a) => base.architectures[a].eligible);
  const mostly = eligible.filter((a) => shareOfOnes(outcomes[a].eligible) >= 0.5);
  const permitted = architectures.filter((a) => base.architectures[a].permitted);
  return [mostly, eligible, permitted].find((some) => some.length > 0) ?? architectures;
}
