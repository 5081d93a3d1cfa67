import type { InputTerm } from "@/lib/formula/node";

/** The chosen scenario, from 1. */
export const scenarioName = "scenarioNumber";
export const horizonName = "horizonMonths";

/** The name of the cell in which an input, or a figure of an own row, stands. */
export function nameOfInput({ key }: Pick<InputTerm, "key">): string {
  const [table, place, field] = key.split(".");
  return place === undefined ? key : `${table}_${Number(place) + 1}_${field}`;
}
