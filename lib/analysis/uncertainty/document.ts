import type { Architecture } from "@/lib/model/architectures";
import type { DriverKey, DriverStrength } from "@/lib/model/ranges/drivers";
import type { Share } from "./sample";
import type { ByPercentile, Summary } from "./summary";

/** The percentiles of a difference of cumulative cash. */
export const differencePercentiles = [10, 50, 90] as const;

type ByArchitecture<T> = Readonly<Record<Architecture, T>>;
type ByRival<T> = ByArchitecture<Readonly<Partial<Record<Architecture, T>>>>;

/** What trials tell of an architecture; money unrounded, shares 0 to 1. */
export interface ArchitectureUncertainty {
  readonly netPresentCost: Summary;
  readonly total: Summary;
  readonly participantCost: Summary;
  readonly eligible: number;
  readonly feasible: number;
  readonly meetsAvailability: number;
  readonly meetsAnnualLoss: number;
  /** The share of trials in which it ranks first among the eligible. */
  readonly cheapest: Share;
  /** The share in which it costs least of those in question; null where it is not. */
  readonly leastCost: Share | null;
  readonly regret: { readonly mean: number; readonly standardError: number; readonly p95: number } | null;
  /** Cumulative cash by month. */
  readonly cumulative: ByPercentile<readonly number[]>;
}

/** What trials tell of a against b. */
export interface PairUncertainty {
  /** The share in which a costs less than b. */
  readonly cheaper: Share;
  /** b's net present cost less a's. */
  readonly difference: Summary;
  /** The month by which a is ahead for good, in so many of 100 trials; null where it never is. */
  readonly breakEven: { readonly never: number; readonly quantiles: ByPercentile<number | null> };
  /** b's cumulative cash less a's by month; only for a that is first, or runs today. */
  readonly cumulativeDifference?: Readonly<Record<(typeof differencePercentiles)[number], readonly number[]>>;
}

/** How far an input, or a group that moves together, moves the comparison, and what knowing it would be worth. */
export interface Influence {
  /** The share of the comparison's variance that it explains, 0 to 1. */
  readonly firstOrder: number;
  /** The same of who ranks first. */
  readonly firstPlace: number;
  /** The expected value of knowing it, money of net present cost. */
  readonly evppi: number;
  readonly standardError: number;
}

/** The document of uncertainty.md section 18. */
export interface UncertaintyDocument {
  readonly seed: number;
  readonly trials: number;
  readonly kept: number;
  readonly leftOut: Readonly<Record<string, number>>;
  readonly drivers: Readonly<Record<DriverKey, DriverStrength>>;
  readonly drawn: readonly string[];
  readonly base: {
    readonly ranking: readonly Architecture[];
    readonly rival: Architecture;
    readonly inQuestion: readonly Architecture[];
  };
  readonly choice: {
    readonly leastMeanCost: Architecture;
    readonly greatestChance: Architecture;
    readonly leastRegret95: Architecture;
  };
  readonly architectures: ByArchitecture<ArchitectureUncertainty>;
  readonly noneEligible: number;
  readonly pairs: ByRival<PairUncertainty>;
  readonly inputs: readonly (Influence & { readonly key: string })[];
  readonly groups: readonly (Influence & { readonly driver: DriverKey; readonly members: readonly string[] })[];
  /** The share of variance that inputs explain only acting together. */
  readonly together: number;
  readonly evpi: { readonly value: number; readonly standardError: number };
}
