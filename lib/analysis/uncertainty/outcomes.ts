import { type Architecture, architectures } from "@/lib/model/architectures";

/** What became of an architecture in the kept trials, trial by trial. */
export interface ArchitectureOutcomes {
  readonly netPresentCost: Float64Array;
  readonly total: Float64Array;
  /** What participants bear over the horizon, money. */
  readonly participantCost: Float64Array;
  /** 0 or 1. */
  readonly feasible: Uint8Array;
  readonly meetsAvailability: Uint8Array;
  readonly meetsAnnualLoss: Uint8Array;
  readonly eligible: Uint8Array;
  /** Cumulative cash by month, 0 to the horizon. */
  readonly cumulative: readonly Float64Array[];
}

/** Room for what becomes of trials; the kept ones lie one after the other. */
export interface Outcomes {
  readonly architectures: Readonly<Record<Architecture, ArchitectureOutcomes>>;
  /** Of each kept trial, its place among all. */
  readonly trial: Uint32Array;
  kept: number;
  /** How many trials were left out, by the rule that each broke first. */
  readonly leftOut: Map<string, number>;
}

export function emptyOutcomes(trials: number, months: number): Outcomes {
  const money = () => new Float64Array(trials);
  const flags = () => new Uint8Array(trials);
  return {
    architectures: Object.fromEntries(
      architectures.map((a): [Architecture, ArchitectureOutcomes] => [
        a,
        {
          netPresentCost: money(),
          total: money(),
          participantCost: money(),
          feasible: flags(),
          meetsAvailability: flags(),
          meetsAnnualLoss: flags(),
          eligible: flags(),
          cumulative: Array.from({ length: months + 1 }, money),
        },
      ]),
    ) as Outcomes["architectures"],
    trial: new Uint32Array(trials),
    kept: 0,
    leftOut: new Map(),
  };
}

export function leaveOut({ leftOut }: Outcomes, rule: string): void {
  leftOut.set(rule, (leftOut.get(rule) ?? 0) + 1);
}

/** The outcomes of the kept trials alone. */
export function keptOnly(outcomes: Outcomes): Outcomes {
  const { kept } = outcomes;
  const cut = (of: ArchitectureOutcomes): ArchitectureOutcomes => ({
    netPresentCost: of.netPresentCost.subarray(0, kept),
    total: of.total.subarray(0, kept),
    participantCost: of.participantCost.subarray(0, kept),
    feasible: of.feasible.subarray(0, kept),
    meetsAvailability: of.meetsAvailability.subarray(0, kept),
    meetsAnnualLoss: of.meetsAnnualLoss.subarray(0, kept),
    eligible: of.eligible.subarray(0, kept),
    cumulative: of.cumulative.map((cash) => cash.subarray(0, kept)),
  });
  return {
    ...outcomes,
    trial: outcomes.trial.subarray(0, kept),
    architectures: Object.fromEntries(
      architectures.map((a) => [a, cut(outcomes.architectures[a])]),
    ) as Outcomes["architectures"],
  };
}
