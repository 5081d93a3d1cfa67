import { expect, it } from "vitest";
import { declaredAt } from "@/lib/model/currency";
import type { NumberInput } from "@/lib/model/inputs/declaration";
import { lostPointFault } from "./lost-point";

// A chance from 0 to 1; its defaults here are the cases' own.
const { input, defaults } = declaredAt(1);
const declared = input.siteLossPerYear as NumberInput;

/** The columns "default" and "value" of a file, beside our default and what the model has now. */
function judged(cells: { default: string; value: string }, ours: number, present: number) {
  return lostPointFault({
    declared,
    value: Number(cells.value),
    present,
    written: cells,
    defaults: [{ ...defaults, siteLossPerYear: ours }],
    isForeign: false,
  })?.column;
}

it.each([
  // Digits are the same by chance: the default beside it has kept its point.
  ["a certain loss, where a loss is 0.0001 by default", { default: "0.0001", value: "1" }, 0.0001, 0.0001, undefined],
  ["a default of three decimals that was kept", { default: "0.035", value: "923" }, 0.035, 0.923, undefined],
  // 0.05 is no number in groups of three digits, so it says nothing of 0.923.
  ["a point before three digits, beside a default of two", { default: "0.05", value: "923" }, 0.05, 0.923, "value"],
  ["a point before four digits, beside a default of two", { default: "0.05", value: "9231" }, 0.05, 0.9231, undefined],
  ["a file without defaults", { default: "", value: "923" }, 0.05, 0.923, "value"],
  ["a default that lost its point too", { default: "35", value: "923" }, 0.035, 0.923, "default"],
])("%s", (_what, cells, ours, present, column) => {
  expect(judged(cells, ours, present)).toBe(column);
});
