import { given as input } from "@/lib/model/input-term";
import { formula, nodeOf, quantity } from "../../formula/formula";
import type { Quantity } from "../../formula/node";
import { sumOf } from "../../formula/primitives/arithmetic";
import { type Architecture, type Category, categories, categoryNames } from "../architectures";
import type { ArchitectureCosts } from "./architecture-costs";
import type { Totals } from "./totals";

/** The net present cost of section 11 in its parts: each category in each month. */
export interface NetPresent {
  readonly lines: Readonly<Record<Category, Quantity>>;
  /** Over all months it is the net present cost. */
  readonly total: Quantity;
}

/** Cash discounted to month 0; in the last month less the book value that is credited then. */
export function netPresent(architecture: Architecture, side: ArchitectureCosts, { views }: Totals): NetPresent {
  const declare = (key: string, label: string, is: Quantity["is"]) =>
    quantity({
      key: `${architecture}.netPresent.${key}`,
      label,
      unit: "money/month",
      during: "all",
      source: "model.md section 11",
      is,
    });
  const line = (category: Category): Quantity => {
    const residuals = (side.capital[category] ?? []).map(({ residual }) => nodeOf(residual));
    const discounted = formula`${views.cash.lines[category]} / grow(${input.discountRate})`;
    return declare(
      category,
      `${categoryNames[category]}, net present`,
      residuals.length === 0
        ? discounted
        : formula`${discounted} - once(${input.horizonMonths}, (${sumOf(residuals)}) / grow(${input.discountRate}))`,
    );
  };
  const lines = Object.fromEntries(categories.map((category) => [category, line(category)])) as NetPresent["lines"];
  const total = declare("total", "Net present cost", sumOf(categories.map((category) => nodeOf(lines[category]))));
  return { lines, total };
}
