import { log } from "@/lib/math/log";
import { type Architecture, architectures as list } from "@/lib/model/architectures";
import type { Inputs } from "@/lib/model/inputs";
import type { ModelResult } from "@/lib/model/result";
import type { ArchitectureUncertainty } from "../uncertainty/document";

export type Target = "availability" | "annualLoss" | "participation";

/** What an architecture misses in trials, the most often missed first. */
export function missedTargets(one: ArchitectureUncertainty): readonly Target[] {
  const missed: readonly (readonly [Target, number])[] = [
    ["availability", 1 - one.meetsAvailability],
    ["annualLoss", 1 - one.meetsAnnualLoss],
    ["participation", 1 - one.feasible],
  ];
  return missed
    .filter(([, share]) => share > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([target]) => target);
}

/** The worst month's share of downtime. */
export function worstDowntime(result: ModelResult, name: Architecture): number {
  return Math.max(0, ...result.architectures[name].unavailability.map((down) => down ?? 0));
}

/**
 * Which of those that miss a target comes nearest: one that is allowed, then the fewest targets missed, then the least of what it
 * exceeds them by, as a factor, then the ranking.
 */
export function nearestToTargets(result: ModelResult, inputs: Inputs): Architecture {
  const excess = (reached: number, accepted: number) => (reached <= accepted ? 0 : log(reached / accepted));
  const distance = (name: Architecture) => {
    const one = result.architectures[name];
    const missed = [one.permitted, one.feasible, one.meetsAvailability, one.meetsAnnualLoss].filter((met) => !met);
    const over =
      excess(worstDowntime(result, name), 1 - inputs.targetAvailability) +
      excess(one.annualLoss, inputs.targetAnnualLoss);
    return [one.permitted ? 0 : 1, missed.length, over, result.ranking.indexOf(name)] as const;
  };
  const distances = Object.fromEntries(list.map((name) => [name, distance(name)])) as Record<
    Architecture,
    ReturnType<typeof distance>
  >;
  return [...list].sort((a, b) => {
    const place = distances[a].findIndex((value, at) => value !== distances[b][at]);
    return place === -1 ? 0 : (distances[a][place] as number) - (distances[b][place] as number);
  })[0] as Architecture;
}
