import { expect, it } from "vitest";
import { isPercentage, unitLabel } from "./unit-label";

it.each([
  ["money/TB", "EUR/TB"],
  ["money", "EUR"],
  ["money/(Mbit/s)/month", "EUR/(Mbit/s)/month"],
  ["per year", "% a year"],
  ["share", "%"],
  ["share of book value", "% of book value"],
  ["share of price/year", "% of price a year"],
  ["month", "months"],
  ["TB/month", "TB/month"],
  ["number", ""],
])("shows %s as %j", (unit, label) => {
  expect(unitLabel(unit, "EUR")).toBe(label);
});

it("knows what is stated as a percentage", () => {
  expect(["share", "per year", "share of peak", "ratio", "money/year", "0 or 1"].filter(isPercentage)).toEqual([
    "share",
    "per year",
    "share of peak",
  ]);
});
