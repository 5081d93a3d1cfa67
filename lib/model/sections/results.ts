import { given as input } from "@/lib/model/input-term";
import { formula, nodeOf, quantity } from "../../formula/formula";
import type { Node, Quantity, Term } from "../../formula/node";
import { sumOf } from "../../formula/primitives/arithmetic";
import type { Architecture } from "../architectures";
import { monthsPerYear } from "../constants";
import type { ArchitectureCosts } from "./architecture-costs";
import { egressTB, generalLevel, storedTB, users } from "./demand";
import type { Totals } from "./totals";

/** Section 11: the results of each architecture. */
export interface Results extends Pick<Totals, "views"> {
  readonly total: Quantity;
  readonly residual: Quantity;
  readonly netPresentCost: Quantity;
  readonly levelisedMonthly: Quantity;
  readonly unavailability: Quantity;
  readonly annualLoss: Quantity;
  readonly outage: Quantity;
  readonly expectedLoss: Quantity;
  readonly participantCost: Quantity;
  readonly participantPaid: Quantity;
  readonly rewardSufficiency: Ratio;
  readonly energyKWh: Quantity;
  readonly participantKWh: Quantity;
  readonly carbonKg: Quantity;
  readonly participantCarbonKg: Quantity;
  readonly perUserMonth: Ratio;
  readonly perTBDelivered: Ratio;
  readonly perTBStoredMonth: Ratio;
  readonly participation: ArchitectureCosts["participation"];
  readonly feasible: Quantity;
  readonly permitted: Quantity;
  readonly meetsAvailability: Quantity;
  readonly meetsAnnualLoss: Quantity;
  readonly eligible: Quantity;
  readonly quantities: Readonly<Record<string, Quantity>>;
}

/** A ratio has no meaning where it is of nothing: then `of` is 0. */
export interface Ratio {
  readonly value: Quantity;
  readonly of: Quantity;
}

const source = "model.md section 11";

function sumOver(key: string, label: string, unit: string, series: Quantity): Quantity {
  return quantity({ key, label, unit, source, is: formula`sum(running(${series}))` });
}

const userMonths = sumOver("userMonths", "Users, summed over the months of service", "user*month", users);
const deliveredTB = sumOver("deliveredTB", "Total data delivered", "TB", egressTB);
const storedTBMonths = sumOver(
  "storedTBMonths",
  "Data stored, summed over the months of service",
  "TB*month",
  storedTB,
);

/** A comparison with a target forgives floating-point dust. */
const forgiving: Node = formula`(1 + 1e-9)`;

export function results(architecture: Architecture, side: ArchitectureCosts, { views }: Totals): Results {
  const declare = (key: string, label: string, unit: string, is: Node | Term, during: Quantity["during"] = "running") =>
    quantity({ key: `${architecture}.${key}`, label, unit, source, is: nodeOf(is), during });
  const orNothing = (series: Quantity | undefined, key: string, label: string, unit: string) =>
    series ?? declare(key, label, unit, formula`when(month() > 0, 0, 0)`);
  const ratio = (key: string, label: string, unit: string, over: Quantity, of: Quantity): Ratio => ({
    value: declare(key, label, unit, formula`${over} / ${of}`),
    of,
  });

  const cash = views.cash.total;
  const total = declare("total", "Total cost over the horizon", "money", formula`sum(${cash})`);
  const lines = Object.values(side.capital).flat();
  const residual = declare(
    "residual",
    "Book value credited at the end",
    "money",
    sumOf(lines.map((line) => nodeOf(line.residual))),
  );
  const netPresentCost = declare(
    "netPresentCost",
    "Net present cost",
    "money",
    formula`sum(${cash} / grow(${input.discountRate})) - ${residual} / last(grow(${input.discountRate}))`,
  );
  const participantCost = orNothing(side.participantCost, "participantCost", "What participants bear", "money/month");
  const participantPaid = orNothing(
    side.participantPaid,
    "participantPaid",
    "What participants are paid",
    "money/month",
  );
  const energyKWh = orNothing(side.energyKWh, "energyKWh", "Electricity used", "kWh/month");
  const participantKWh = orNothing(side.participantKWh, "participantKWh", "Participants' electricity", "kWh/month");
  const paid = declare("paidInAll", "Total paid to participants", "money", formula`sum(${participantPaid})`);
  const borne = declare("borneInAll", "Total borne by participants", "money", formula`sum(${participantCost})`);
  const { participation } = side;
  const feasible = declare(
    "feasible",
    "Enough users would take part in every month",
    "0 or 1",
    participation
      ? formula`least(${participation.installs} <= ${participation.willing} * ${forgiving})`
      : { kind: "number", value: 1 },
  );
  const permitted = declare("permitted", "Allowed by law and policy", "0 or 1", input[`${architecture}Permitted`]);
  const meetsAvailability = declare(
    "meetsAvailability",
    "Meets the availability target",
    "0 or 1",
    formula`largest(${side.unavailability}) <= (1 - ${input.targetAvailability}) * ${forgiving}`,
  );
  const meetsAnnualLoss = declare(
    "meetsAnnualLoss",
    "Meets the target for yearly loss",
    "0 or 1",
    formula`${side.annualLoss} <= ${input.targetAnnualLoss} * ${forgiving} or largest(${storedTB}) <= 0`,
  );
  return {
    views,
    total,
    residual,
    netPresentCost,
    levelisedMonthly: declare(
      "levelisedMonthly",
      "Level cost a month",
      "money/month",
      formula`levelPayment(${netPresentCost}, monthlyRate(${input.discountRate}), ${input.horizonMonths})`,
    ),
    unavailability: side.unavailability,
    annualLoss: side.annualLoss,
    outage: declare(
      "outage",
      "Cost of outages",
      "money/month",
      formula`running(${side.unavailability} * ${input.hoursPerMonth} * ${input.outageCostPerHour} * ${generalLevel})`,
    ),
    expectedLoss: declare(
      "expectedLoss",
      "Expected loss from incidents",
      "money/month",
      formula`${input[`${architecture}ExpectedLossAnnual`]} / ${monthsPerYear} * ${generalLevel}`,
    ),
    participantCost,
    participantPaid,
    rewardSufficiency: ratio("rewardSufficiency", "Paid to participants for what they bear", "ratio", paid, borne),
    energyKWh,
    participantKWh,
    carbonKg: declare("carbonKg", "Carbon", "kg", formula`sum(${energyKWh}) * ${input.gridCarbonPerKWh}`),
    participantCarbonKg: declare(
      "participantCarbonKg",
      "Participants' carbon",
      "kg",
      formula`sum(${participantKWh}) * ${input.homeGridCarbonPerKWh}`,
    ),
    perUserMonth: ratio("perUserMonth", "Cost per user and month", "money/user/month", total, userMonths),
    perTBDelivered: ratio("perTBDelivered", "Cost per TB delivered", "money/TB", total, deliveredTB),
    perTBStoredMonth: ratio(
      "perTBStoredMonth",
      "Cost per TB stored and month",
      "money/TB/month",
      total,
      storedTBMonths,
    ),
    participation,
    feasible,
    permitted,
    meetsAvailability,
    meetsAnnualLoss,
    eligible: declare(
      "eligible",
      "Eligible",
      "0 or 1",
      formula`${feasible} and ${permitted} and ${meetsAvailability} and ${meetsAnnualLoss}`,
    ),
    quantities: side.reported,
  };
}
