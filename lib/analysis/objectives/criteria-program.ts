import { compile, type Program } from "@/lib/formula/compile";
import { formula, quantity } from "@/lib/formula/formula";
import type { Node, Quantity, Term } from "@/lib/formula/node";
import { type Architecture, architectures } from "@/lib/model/architectures";
import { costModel } from "@/lib/model/cost-model";
import { given as input } from "@/lib/model/input-term";
import type { OwnRows } from "@/lib/model/rows/own-rows";
import { users } from "@/lib/model/sections/demand";
import type { ComputedKey } from "./criteria";

/** Single figures of an architecture from which its levels are made. */
export type CriterionQuantities = Readonly<Record<Exclude<ComputedKey, "growth"> | "eligible", Quantity>>;

export interface CriteriaProgram {
  readonly quantities: Readonly<Record<Architecture, CriterionQuantities>>;
  readonly program: Program;
}

function quantitiesOf(architecture: Architecture, rows: OwnRows): CriterionQuantities {
  const { architectures: results, lines, program } = costModel(rows);
  const of = results[architecture];
  const byKey = (key: string) => {
    const found = [...program.quantities.keys()].find((each) => each.key === `${architecture}.${key}`);
    if (found === undefined) throw new Error(`${architecture} has no ${key}`);
    return found;
  };
  const declare = (key: ComputedKey, label: string, unit: string, is: Quantity["is"]) =>
    quantity({ key: `${architecture}.criterion.${key}`, label, unit, source: "the criterion's declaration", is });
  // A role that is paid nothing is nobody: its people are in lines, or there are none.
  const paid = (salary: Term, people: Term | Node) => formula`when(${salary} > 0, ${people}, 0)`;
  const people = [
    paid(input.operationsSalary, byKey("operationsFTE")),
    paid(input.engineeringSalary, input[`${architecture}EngineeringFTE`]),
    paid(input.securitySalary, input[`${architecture}SecurityFTE`]),
    paid(input.supportSalary, formula`${users} / ${input.usersPerSupportAgent}`),
    ...lines[architecture].staffLines.map(({ heads }) => heads),
  ].reduce<Node>((all, one) => formula`${all} + ${one}`, formula`0`);
  const cash = of.views.cash.total;
  return {
    cost: of.netPresentCost,
    upFront: declare(
      "upFront",
      "Cash of set-up and the first 12 months",
      "money",
      formula`sum(when(month() <= 12, ${cash}, 0))`,
    ),
    availability: declare(
      "availability",
      "Unavailability of the worst month",
      "share",
      formula`largest(${of.unavailability})`,
    ),
    durability: of.annualLoss,
    carbon: declare(
      "carbon",
      "Carbon of organisation and participants",
      "kg",
      formula`${of.carbonKg} + ${of.participantCarbonKg}`,
    ),
    burden: declare(
      "burden",
      "What participants bear beyond their pay",
      "money",
      formula`max(0, sum(${of.participantCost}) - sum(${of.participantPaid}))`,
    ),
    people: declare(
      "people",
      "People, mean of the months",
      "FTE",
      formula`sum(running(${people})) / ${input.horizonMonths}`,
    ),
    eligible: of.eligible,
  };
}

/** What criteria are worked out by, for a set of own rows. */
export function criteriaQuantities(rows: OwnRows): CriteriaProgram["quantities"] {
  return Object.fromEntries(
    architectures.map((a) => [a, quantitiesOf(a, rows)]),
  ) as unknown as CriteriaProgram["quantities"];
}

/** The same with a program of nothing else, as trials work them out. */
export function criteriaProgram(rows: OwnRows): CriteriaProgram {
  const quantities = criteriaQuantities(rows);
  return { quantities, program: compile(everyQuantity(quantities)) };
}

export function everyQuantity(quantities: CriteriaProgram["quantities"]): Quantity[] {
  return architectures.flatMap((a): Quantity[] => Object.values(quantities[a]));
}
