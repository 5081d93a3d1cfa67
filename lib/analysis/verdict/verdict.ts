import type { Architecture } from "@/lib/model/architectures";
import type { Inputs } from "@/lib/model/inputs";
import type { ModelResult } from "@/lib/model/result";
import { isTie } from "../comparing";
import { contendersOf } from "../lead";
import type { UncertaintyDocument } from "../uncertainty/document";
import { leastOf } from "../uncertainty/leaders";
import { missedTargets, nearestToTargets, type Target } from "./targets";

/** From this share of trials on, the first is called cheapest; from the second on, probably cheapest; below, nobody is. */
export const clearFrom = 0.9;
export const leaningFrom = 0.6;

/** How clear the answer is, and who it names. Shares are of trials, 0 to 1. */
export type Verdict =
  /** In the base run none meets all targets. `met` is the share of trials in which one does. */
  | { readonly kind: "none"; readonly nearest: Architecture; readonly met: number | null }
  /** One costs least in most trials, and it is its targets that are in doubt. */
  | {
      readonly kind: "targets";
      readonly first: Architecture;
      readonly costsLeast: number;
      readonly misses: number;
      readonly target: Target;
      /** The key of the input that decides most who comes first. */
      readonly decidedBy: string | null;
      /** Who costs less in most trials, and is not in question for meeting the targets too seldom. */
      readonly cheaper: readonly { readonly name: Architecture; readonly misses: number }[];
    }
  /** The likelier first; chances are null before trials. */
  | {
      readonly kind: "close";
      readonly pair: readonly [Architecture, Architecture];
      readonly chances: readonly [number, number] | null;
      readonly none: number;
    }
  | {
      readonly kind: "clear" | "leaning";
      readonly first: Architecture;
      /** Who comes first in most of the other trials; null where nobody does. */
      readonly second: Architecture | null;
      readonly chances: readonly [number, number];
    }
  /** Before there are trials: the base run alone. `mayTurn` where single inputs could change the winner; null where not yet tried. */
  | {
      readonly kind: "base";
      readonly first: Architecture;
      readonly second: Architecture | null;
      readonly mayTurn: boolean | null;
    };

interface Given {
  readonly result: ModelResult;
  readonly inputs: Inputs;
  /** Of these very inputs; null while trials run. */
  readonly uncertainty: UncertaintyDocument | null;
  /** How many inputs, each alone and within its range, bring another to the first place; null where not yet tried. */
  readonly turners?: number | null;
}

/** Who is cheapest and how sure that is: by trials where they are there, else by the base run alone. */
export function verdictOf({ result, inputs, uncertainty, turners = null }: Given): Verdict {
  const { first, second } = contendersOf(result);
  const { architectures } = result;
  if (!architectures[first].eligible) {
    return {
      kind: "none",
      nearest: nearestToTargets(result, inputs),
      met: uncertainty && 1 - uncertainty.noneEligible,
    };
  }
  const isClose = second !== null && isTie(architectures[first].netPresentCost, architectures[second].netPresentCost);
  if (uncertainty === null) {
    if (isClose) return { kind: "close", pair: [first, second], chances: null, none: 0 };
    return { kind: "base", first, second, mayTurn: turners === null ? null : turners > 0 };
  }
  return byTrials(uncertainty, result, isClose);
}

function byTrials(uncertainty: UncertaintyDocument, result: ModelResult, isClose: boolean): Verdict {
  const { architectures: of, choice, noneEligible, base, pairs } = uncertainty;
  const chance = (name: Architecture) => of[name].cheapest.share;
  const leader = choice.greatestChance;
  const rival = leastOf(
    base.ranking.filter((name) => name !== leader),
    (name) => -chance(name),
  );
  const chances = [chance(leader), chance(rival)] as const;
  if (!isClose && chances[0] >= clearFrom) return lead("clear");

  // Of those that could cost least: is it money or targets that is in doubt?
  const cheapest = leastOf(base.inQuestion, (name) => -(of[name].leastCost?.share ?? 0));
  const costsLeast = of[cheapest].leastCost?.share ?? 0;
  const misses = 1 - of[cheapest].eligible;
  if (costsLeast >= leaningFrom && misses > 1 - costsLeast) {
    const [target] = missedTargets(of[cheapest]);
    if (target !== undefined) {
      const decidedBy = decidesFirstPlace(uncertainty);
      const isCheaper = (name: Architecture) => (pairs[name][cheapest]?.cheaper.share ?? 0) > 0.5;
      const cheaper = base.ranking
        .filter((name) => !base.inQuestion.includes(name) && result.architectures[name].permitted && isCheaper(name))
        .map((name) => ({ name, misses: 1 - of[name].eligible }));
      return { kind: "targets", first: cheapest, costsLeast, misses, target, decidedBy, cheaper };
    }
  }
  if (isClose || chances[0] < leaningFrom) {
    return { kind: "close", pair: [leader, rival], chances, none: noneEligible };
  }
  return lead("leaning");

  function lead(kind: "clear" | "leaning"): Verdict {
    return { kind, first: leader, second: chances[1] === 0 ? null : rival, chances };
  }
}

/** The key of the input that decides most who comes first; null where none does. */
export function decidesFirstPlace({ inputs }: Pick<UncertaintyDocument, "inputs">): string | null {
  const most = inputs.reduce<(typeof inputs)[number] | null>(
    (most, one) => (one.firstPlace > (most?.firstPlace ?? 0) ? one : most),
    null,
  );
  return most?.key ?? null;
}

/** Whom the verdict names first. */
export function firstOfVerdict(verdict: Verdict): Architecture {
  if (verdict.kind === "none") return verdict.nearest;
  return verdict.kind === "close" ? verdict.pair[0] : verdict.first;
}
