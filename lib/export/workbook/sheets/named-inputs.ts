import type { InputTerm } from "@/lib/formula/node";

/** The chosen scenario, from 1. */
export const scenarioName = "scenarioNumber";
export const horizonName = "horizonMonths";

/** The name of the cell in which an input, or a figure of an own line, stands. */
export function nameOfInput({ key }: Pick<InputTerm, "key">): string {
  const [first, place, field] = key.split(".");
  return first === "customLines" ? `ownLine_${Number(place) + 1}_${field}` : key;
}
