import type { RowNumber } from "@/lib/model/rows/fields";
import type { Look, Validation } from "../xlsx/cell";

/** How figures of rows are written. */
export const figureLooks: Record<RowNumber["format"], Look> = {
  money: { format: "price" },
  percent: { format: "share" },
  yearlyChange: { format: "share" },
  yearlyChance: { format: "share" },
  count: { format: "plain" },
  number: { format: "plain" },
};

/** A yellow cell, which may be changed. */
export const editable = (look: Look): Look => ({
  ...look,
  ...{ fill: "input", colour: "input", border: "around", isUnlocked: true },
});

/** What may be typed for a figure of a row. */
export function figureRule(
  { min = -1e15, max = 1e15, integer = false, label }: RowNumber,
  cells: string,
): Validation[] {
  const rule = { kind: integer ? ("whole" as const) : ("decimal" as const), min, max };
  return [
    { cells, rule, title: label.slice(0, 32), message: integer ? "A whole number." : "A number within its bounds." },
  ];
}
