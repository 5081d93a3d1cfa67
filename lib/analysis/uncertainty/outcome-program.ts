import { compile, type Program } from "@/lib/formula/compile";
import type { Quantity } from "@/lib/formula/node";
import { type Architecture, architectures } from "@/lib/model/architectures";
import { type CostModel, costModel } from "@/lib/model/cost-model";
import type { OwnRows } from "@/lib/model/rows/own-rows";

/** What the statistics need of an architecture in a trial. */
export interface OutcomeQuantities {
  readonly cash: Quantity;
  readonly netPresentCost: Quantity;
  readonly total: Quantity;
  readonly participantCost: Quantity;
  readonly feasible: Quantity;
  readonly meetsAvailability: Quantity;
  readonly meetsAnnualLoss: Quantity;
  readonly eligible: Quantity;
}

/** The part of a model that trials are evaluated by: views, explanations and energy that no outcome needs are left out. */
export interface OutcomeProgram {
  readonly outcomes: Readonly<Record<Architecture, OutcomeQuantities>>;
  readonly program: Program;
}

const programs = new WeakMap<CostModel, OutcomeProgram>();

/** Made once for rows that declare the same. */
export function outcomeProgram(rows: OwnRows): OutcomeProgram {
  const model = costModel(rows);
  const program = programs.get(model) ?? outcomesOf(model);
  programs.set(model, program);
  return program;
}

function outcomesOf(model: CostModel): OutcomeProgram {
  const outcomes = Object.fromEntries(
    architectures.map((a): [Architecture, OutcomeQuantities] => {
      const { views, netPresentCost, total, participantCost, feasible, meetsAvailability, meetsAnnualLoss, eligible } =
        model.architectures[a];
      const cash = views.cash.total;
      return [
        a,
        { cash, netPresentCost, total, participantCost, feasible, meetsAvailability, meetsAnnualLoss, eligible },
      ];
    }),
  ) as OutcomeProgram["outcomes"];
  return { outcomes, program: compile(architectures.flatMap((a) => Object.values(outcomes[a]) as Quantity[])) };
}
