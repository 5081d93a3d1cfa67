import { costModel } from "@/lib/model/cost-model";
import { type EvaluatedModel, evaluateAside, seriesOf } from "@/lib/model/evaluate";
import type { Inputs } from "@/lib/model/inputs";
import type { Series } from "@/lib/model/result";
import { type RegisterKind, registerKinds } from "@/lib/model/rows/choices";
import type { OwnRows, RegisterRow } from "@/lib/model/rows/own-rows";
import type { StandingRows } from "@/lib/model/sections/register";

/** One row of the register, as a page shows it beside what was typed. */
export interface RegisterRowFacts {
  /** Of the row among all. */
  readonly place: number;
  readonly what: RegisterKind;
  readonly count: number;
  /** What it does the work of: servers, money at today's prices, or kW. */
  readonly units: number;
  /** Money, for all of it. */
  readonly paid: number;
  /** At month 1. */
  readonly ageMonths: number;
  /** It is in service in month 1 and is replaced in month 2, although its life was over before. */
  readonly isOlderThanItsLife: boolean;
  /** The first month in which it no longer serves; it may lie behind the horizon. */
  readonly renewedIn: number;
  /** What as many units cost then. The model buys what is needed, which may be more or less. */
  readonly renewal: number;
}

/** The rows of one kind together. */
export interface RegisterKindFacts extends Pick<RegisterRowFacts, "what" | "count" | "units" | "paid"> {
  readonly rows: number;
  readonly olderThanTheirLife: number;
  /** The age of one, on average; null where none stands. */
  readonly meanAgeMonths: number | null;
  /** The months within the horizon in which rows are to be renewed, and for how much, in order. */
  readonly renewals: readonly { readonly month: number; readonly amount: number }[];
}

export interface RegisterFacts {
  readonly rows: readonly RegisterRowFacts[];
  /** Of the kinds that have rows, in the order of the list. */
  readonly kinds: readonly RegisterKindFacts[];
}

/** The register is read where own servers or hybrid run today; elsewhere it waits (infrastructure.md section 20). */
export function registerWaits(
  { currentArchitecture }: Pick<Inputs, "currentArchitecture">,
  { register }: OwnRows,
): boolean {
  return register.length > 0 && currentArchitecture !== "onPremises" && currentArchitecture !== "hybrid";
}

function rowsOf(what: RegisterKind, stands: StandingRows, inputs: Inputs, rows: OwnRows): RegisterRowFacts[] {
  const evaluation = evaluateAside(
    stands.rows.flatMap(({ units, paid, renewedIn, renewal }) => [units, paid, renewedIn, renewal]),
    inputs,
    rows,
  );
  const one = (quantity: StandingRows["units"]) => evaluation.values(quantity)[0] as number;
  const life = inputs[stands.life.key as "serverLifeMonths"];
  return stands.rows.map(({ place, units, paid, renewedIn, renewal }) => {
    const { count, ageMonths = inputs.currentAgeMonths } = rows.register[place] as RegisterRow;
    return {
      ...{ place, what, count, ageMonths, isOlderThanItsLife: ageMonths >= life },
      ...{ units: one(units), paid: one(paid), renewedIn: one(renewedIn), renewal: one(renewal) },
    };
  });
}

function kindOf(what: RegisterKind, rows: readonly RegisterRowFacts[], horizon: number): RegisterKindFacts {
  const sum = (of: (row: RegisterRowFacts) => number) => rows.reduce((all, row) => all + of(row), 0);
  const count = sum((row) => row.count);
  const byMonth = new Map<number, number>();
  for (const { renewedIn, renewal } of rows)
    if (renewedIn <= horizon && renewal > 0) byMonth.set(renewedIn, (byMonth.get(renewedIn) ?? 0) + renewal);
  return {
    ...{ what, count, rows: rows.length },
    units: sum((row) => row.units),
    paid: sum((row) => row.paid),
    olderThanTheirLife: rows.filter((row) => row.isOlderThanItsLife && row.count > 0).length,
    meanAgeMonths: count === 0 ? null : sum((row) => row.count * row.ageMonths) / count,
    renewals: [...byMonth].sort(([a], [b]) => a - b).map(([month, amount]) => ({ month, amount })),
  };
}

/** What a page says of the register, row by row and kind by kind. */
export function registerFacts(inputs: Inputs, rows: OwnRows): RegisterFacts {
  const { register } = costModel(rows).fleets.onPremises;
  const byKind = registerKinds.flatMap((what) => {
    const stands = register[what];
    return stands ? [{ what, facts: rowsOf(what, stands, inputs, rows) }] : [];
  });
  return {
    rows: byKind.flatMap(({ facts }) => facts).sort((a, b) => a.place - b.place),
    kinds: byKind.map(({ what, facts }) => kindOf(what, facts, inputs.horizonMonths)),
  };
}

/** The rows that are renewed within the horizon, the next first. */
export function renewalsWithin({ rows }: RegisterFacts, horizonMonths: number): RegisterRowFacts[] {
  return rows
    .filter(({ renewedIn, renewal, count }) => count > 0 && renewal > 0 && renewedIn <= horizonMonths)
    .sort((a, b) => a.renewedIn - b.renewedIn);
}

/** What is bought of each kind, money in each month: to renew what stands, and for what is needed beside it. */
export function fleetPurchases(
  { model, evaluation }: EvaluatedModel,
  architecture: "onPremises" | "hybrid",
): Record<RegisterKind, Series> {
  const { servers, storageServers, network, ownFacility } = model.fleets[architecture];
  const bought = ({ views }: typeof servers) => seriesOf(evaluation, views.cash);
  return {
    server: bought(servers),
    storageServer: bought(storageServers),
    network: bought(network),
    facility: bought(ownFacility),
  };
}
