import type { Architecture } from "@/lib/model/architectures";
import type { Outcome } from "@/lib/outcome";

/** A criterion that is compared, with the levels that are worth nothing and all. */
export interface CriterionSetting {
  readonly key: string;
  readonly worst: number;
  readonly best: number;
}

/** What a decision on a model compares, as all of its people have set it. */
export interface DecisionSettings {
  /** The rate to the dollar in which ends of money were set. */
  readonly currencyRate: number;
  readonly criteria: readonly CriterionSetting[];
  /** A team's own; their keys begin with `own:`. */
  readonly own: readonly { readonly key: string; readonly name: string; readonly about: string }[];
  /** Judged levels other than those proposed, 0 to 10, with the reason. */
  readonly levels: Readonly<
    Record<string, Partial<Record<Architecture, { readonly level: number; readonly reason: string }>>>
  >;
  /** The group's swing weights, 0 to 100. */
  readonly swings: Readonly<Record<string, number>>;
}

/** How one person weighs. */
export interface PersonalWeights {
  readonly userId: string;
  readonly name: string;
  readonly isOwn: boolean;
  readonly swings: Readonly<Record<string, number>>;
}

/** All that is stored of a decision's criteria; settings are null before anybody has set them. */
export interface StoredDecision {
  readonly settings: DecisionSettings | null;
  /** 0 before anybody has set them. */
  readonly revision: number;
  readonly weights: readonly PersonalWeights[];
}

export type SaveDecisionOutcome = Outcome<{ revision: number }>;
