import type { ArchitectureUncertainty, UncertaintyDocument } from "@/lib/analysis/uncertainty/document";
import { type Architecture, architectures } from "@/lib/model/architectures";
import type { ArchitectureResult, ModelResult } from "@/lib/model/result";

/** What a test says of an architecture; the rest is that of one that meets everything. */
export interface Told {
  cost: number;
  isOut?: boolean;
  /** Which is out too. */
  isForbidden?: boolean;
  unavailability?: number;
  annualLoss?: number;
  /** Shares of trials. */
  cheapest?: number;
  leastCost?: number | null;
  eligible?: number;
  meetsAvailability?: number;
}

export type ToldOfAll = Record<Architecture, Told>;

const isOutOf = ({ isOut = false, isForbidden = false }: Told) => isOut || isForbidden;

/** A result that has these costs, ranked as the model ranks: eligible ones first, each group by cost. */
export function resultOf(told: ToldOfAll): ModelResult {
  const ranking = [...architectures].sort(
    (a, b) => Number(isOutOf(told[a])) - Number(isOutOf(told[b])) || told[a].cost - told[b].cost,
  );
  const of = ({ cost, isOut = false, isForbidden = false, unavailability = 0.0001, annualLoss = 1e-9 }: Told) =>
    ({
      netPresentCost: cost,
      total: cost * 1.2,
      eligible: !isOut && !isForbidden,
      permitted: !isForbidden,
      feasible: true,
      meetsAvailability: !isOut,
      meetsAnnualLoss: true,
      unavailability: [null, unavailability],
      annualLoss,
      participation: null,
      views: { cash: { lines: {}, total: [0, cost] } },
    }) as unknown as ArchitectureResult;
  const entries = architectures.map((name) => [name, of(told[name])]);
  return { months: [0, 1], ranking, architectures: Object.fromEntries(entries) } as unknown as ModelResult;
}

/** Trials that came out so. */
export function trialsOf(told: ToldOfAll, rest: Partial<UncertaintyDocument> = {}): UncertaintyDocument {
  const of = ({ cost, cheapest = 0, leastCost = null, eligible = 1, meetsAvailability = eligible }: Told) =>
    ({
      netPresentCost: {
        quantiles: { 10: cost * 0.8, 50: cost, 90: cost * 1.3 },
        standardError: { quantiles: { 10: 0, 50: 0, 90: 0 } },
      },
      eligible,
      feasible: 1,
      meetsAvailability,
      meetsAnnualLoss: 1,
      cheapest: { share: cheapest, standardError: 0 },
      leastCost: leastCost === null ? null : { share: leastCost, standardError: 0 },
    }) as unknown as ArchitectureUncertainty;
  const { ranking } = resultOf(told);
  const byChance = [...architectures].sort((a, b) => (told[b].cheapest ?? 0) - (told[a].cheapest ?? 0));
  return {
    architectures: Object.fromEntries(architectures.map((name) => [name, of(told[name])])),
    noneEligible: 1 - architectures.reduce((sum, name) => sum + (told[name].cheapest ?? 0), 0),
    base: {
      ranking,
      rival: byChance[1],
      inQuestion: architectures.filter((name) => told[name].leastCost !== undefined),
    },
    choice: { greatestChance: byChance[0] },
    // Who costs less does so in every trial.
    pairs: Object.fromEntries(
      architectures.map((a) => [
        a,
        Object.fromEntries(architectures.map((b) => [b, { cheaper: { share: told[a].cost < told[b].cost ? 1 : 0 } }])),
      ]),
    ),
    inputs: [],
    groups: [],
    ...rest,
  } as unknown as UncertaintyDocument;
}
