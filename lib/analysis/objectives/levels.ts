import { evaluate } from "@/lib/formula/evaluate";
import type { Quantity } from "@/lib/formula/node";
import { type Architecture, architectures } from "@/lib/model/architectures";
import { figureOf, tryEvaluate } from "@/lib/model/evaluate";
import type { Inputs } from "@/lib/model/inputs";
import type { OwnRows } from "@/lib/model/rows/own-rows";
import { formatWhole } from "@/lib/value/format";
import { type ComputedKey, computedKeys } from "./criteria";
import { type CriteriaProgram, type CriterionQuantities, criteriaProgram } from "./criteria-program";

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
  if (!tryEvaluate(inputs, rows).ok) return null;
  const criteria = criteriaProgram(rows);
  const grown = grownInputs(inputs);
  const isGrown = tryEvaluate(grown, rows).ok;
  const [figure, grownFigure] = [figuresOf(criteria, inputs, rows), figuresOf(criteria, grown, rows)];
  return Object.fromEntries(
    architectures.map((a) => {
      const quantities = criteria.quantities[a];
      return [a, levelsFrom(figure, quantities, isGrown ? grownFigure(quantities.cost) : null)];
    }),
  ) as Record<Architecture, ComputedLevels>;
}

export function grownInputs(inputs: Inputs): Inputs {
  return { ...inputs, demandScale: growthFactor * inputs.demandScale };
}

function figuresOf({ program }: CriteriaProgram, inputs: Inputs, rows: OwnRows) {
  const evaluation = evaluate(program, figureOf(inputs, rows), inputs.horizonMonths);
  return (quantity: Quantity) => (evaluation.values(quantity)[0] as number) + 0;
}
