import type { Architecture } from "@/lib/model/architectures";
import type { ModelResult } from "@/lib/model/result";
import { isTie } from "../comparing";
import type { UncertaintyDocument } from "../uncertainty/document";
import { missedTargets, type Target } from "../verdict/targets";
import { clearFrom, decidesFirstPlace, firstOfVerdict, leaningFrom, type Verdict } from "../verdict/verdict";

/** Whether moving pays, where to, and how clear that is. Shares are of trials, 0 to 1. */
export type Moving =
  /** In the base run none of the four meets all targets. */
  | { readonly kind: "none" }
  /** No other than what runs today meets all targets. */
  | { readonly kind: "alone" }
  /** It saves in most trials, and it is its targets that are in doubt. */
  | {
      readonly kind: "targets";
      readonly to: Architecture;
      readonly saves: number;
      readonly misses: number;
      readonly target: Target;
      /** The key of the input that decides most who comes first. */
      readonly decidedBy: string | null;
    }
  /** `saves` is null before trials. */
  | { readonly kind: "close"; readonly to: Architecture; readonly saves: number | null }
  | {
      readonly kind: "saves" | "costs";
      readonly to: Architecture;
      readonly saves: number | null;
      /** Whether nearly all trials say so; false where most do, and before trials. */
      readonly isClear: boolean;
    };

/** @param verdict of the same figures: moving is weighed to whom it names, else to the cheapest other that meets the targets */
export function movingOf(
  { ranking, architectures: of }: Pick<ModelResult, "ranking" | "architectures">,
  today: Architecture,
  uncertainty: UncertaintyDocument | null,
  verdict: Verdict,
): Moving {
  if (verdict.kind === "none") return { kind: "none" };
  const named = verdict.kind === "close" ? verdict.pair : [firstOfVerdict(verdict)];
  const to =
    named.find((name) => name !== today && of[name].eligible) ??
    ranking.find((name) => name !== today && of[name].eligible);
  if (to === undefined) return { kind: "alone" };
  const isClose = isTie(of[to].netPresentCost, of[today].netPresentCost);
  const isCheaper = of[to].netPresentCost < of[today].netPresentCost;
  const saves = uncertainty?.pairs[to][today]?.cheaper.share ?? null;
  if (uncertainty === null || saves === null) {
    return isClose
      ? { kind: "close", to, saves: null }
      : { kind: isCheaper ? "saves" : "costs", to, saves: null, isClear: false };
  }
  const misses = 1 - uncertainty.architectures[to].eligible;
  const [target] = missedTargets(uncertainty.architectures[to]);
  if (saves >= leaningFrom && misses > 1 - saves && misses > 1 - clearFrom && target !== undefined) {
    return { kind: "targets", to, saves, misses, target, decidedBy: decidesFirstPlace(uncertainty) };
  }
  // Where the base run and most trials disagree, neither is said.
  const agree = isCheaper ? saves : 1 - saves;
  if (isClose || agree < leaningFrom) return { kind: "close", to, saves };
  return { kind: isCheaper ? "saves" : "costs", to, saves, isClear: agree >= clearFrom };
}

/** Whom moving is weighed to; null where there is nothing to move to. */
export function movingTo(...asked: Parameters<typeof movingOf>): Architecture | null {
  const moving = movingOf(...asked);
  return "to" in moving ? moving.to : null;
}
