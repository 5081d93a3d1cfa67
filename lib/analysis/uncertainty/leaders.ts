import { type Architecture, architectures } from "@/lib/model/architectures";
import type { ModelResult } from "@/lib/model/result";
import type { JoinedOutcomes } from "./outcomes";
import { mean } from "./sample";

/** The name with the least figure; of equal ones the first. */
export function leastOf<T>(names: readonly T[], figure: (name: T) => number): T {
  return names.reduce((best, name) => (figure(name) < figure(best) ? name : best));
}

/** Who costs least in each trial among some, as a place in the list of all; -1 where there is none. */
function leaders(
  { architectures: outcomes, kept }: JoinedOutcomes,
  among: readonly Architecture[],
  counts: (architecture: Architecture, trial: number) => boolean,
): Int8Array {
  return Int8Array.from({ length: kept }, (_, i) => {
    const candidates = among.filter((a) => counts(a, i));
    return candidates.length === 0
      ? -1
      : architectures.indexOf(leastOf(candidates, (a) => outcomes[a].netPresentCost[i] as number));
  });
}

/** Who ranks first among the eligible in each trial. */
export function cheapestByTrial(outcomes: JoinedOutcomes): Int8Array {
  return leaders(outcomes, architectures, (a, i) => outcomes.architectures[a].eligible[i] === 1);
}

/** Who costs least of those in question in each trial. */
export function leastCostByTrial(outcomes: JoinedOutcomes, inQuestion: readonly Architecture[]): Int8Array {
  return leaders(outcomes, inQuestion, () => true);
}

/** Between which architectures money decides: those eligible now and in half of the trials, or what is left of that. */
export function inQuestionOf(base: ModelResult, { architectures: outcomes }: JoinedOutcomes): readonly Architecture[] {
  const eligible = architectures.filter((a) => base.architectures[a].eligible);
  const mostly = eligible.filter((a) => mean(outcomes[a].eligible) >= 0.5);
  const permitted = architectures.filter((a) => base.architectures[a].permitted);
  return [mostly, eligible, permitted].find((some) => some.length > 0) ?? architectures;
}
