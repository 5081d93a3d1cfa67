import { compile } from "@/lib/formula/compile";
import type { Quantity } from "@/lib/formula/node";
import { type Architecture, architectures } from "@/lib/model/architectures";
import { costModel } from "@/lib/model/cost-model";
import { tryEvaluateQuantities } from "@/lib/model/evaluate";
import type { Inputs } from "@/lib/model/inputs";
import type { OwnRows } from "@/lib/model/rows/own-rows";
import { withoutNames } from "@/lib/model/rows/without-names";
import { formatWhole } from "@/lib/value/format";
import { type ComputedKey, computedKeys } from "./criteria";
import { type CriterionQuantities, criteriaQuantities, everyQuantity } from "./criteria-program";

/** The levels of an architecture by the model, in the units of their criteria; null where growth has no result. */
export type ComputedLevels = Readonly<Record<ComputedKey, number | null>>;

/** How much the demand grows for the criterion of growth. */
export const growthFactor = 10;
const hoursPerYear = 8760;

/** How a level comes from the figure that explains it, where it is not that figure. */
export const madeWords: Readonly<Record<ComputedKey, string | null>> = {
  ...{ cost: null, upFront: null, durability: null, carbon: null, burden: null, people: null },
  availability: `The share of the month, times ${formatWhole(hoursPerYear)} hours a year.`,
  growth: `The net present cost at ${growthFactor} times the demand, which is explained below, divided by ${growthFactor} times the net present cost at the demand.`,
};

/** @param grownCost net present cost at ten times the demand; null where that has no result */
export function levelsFrom(
  figure: (quantity: Quantity) => number,
  quantities: CriterionQuantities,
  grownCost: number | null,
): ComputedLevels {
  const levels = Object.fromEntries(
    computedKeys.map((key) => [key, key === "growth" ? 0 : figure(quantities[key])]),
  ) as Record<ComputedKey, number>;
  const growth = grownCost === null || levels.cost <= 0 ? null : grownCost / (growthFactor * levels.cost);
  return { ...levels, availability: levels.availability * hoursPerYear, growth };
}

/** Levels of every architecture, with every input at its value; null where the model has no result. */
export function computedLevels(inputs: Inputs, rows: OwnRows): Record<Architecture, ComputedLevels> | null {
  const bare = withoutNames(rows);
  const criteria = criteriaQuantities(bare);
  const program = compile(everyQuantity(criteria), costModel(bare).program);
  const figuresOf = (of: Inputs) => {
    const outcome = tryEvaluateQuantities(of, bare, program);
    return outcome.ok ? (quantity: Quantity) => (outcome.evaluation.values(quantity)[0] as number) + 0 : null;
  };
  const figure = figuresOf(inputs);
  if (figure === null) return null;
  const grownFigure = figuresOf(grownInputs(inputs));
  return Object.fromEntries(
    architectures.map((a) => [a, levelsFrom(figure, criteria[a], grownFigure?.(criteria[a].cost) ?? null)]),
  ) as Record<Architecture, ComputedLevels>;
}

export function grownInputs(inputs: Inputs): Inputs {
  return { ...inputs, demandScale: growthFactor * inputs.demandScale };
}
