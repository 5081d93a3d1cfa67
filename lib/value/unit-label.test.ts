import { expect, it } from "vitest";
import { inputList } from "@/lib/model/inputs";
import { isPercentage } from "@/lib/model/inputs/declaration";
import { unitLabel } from "./unit-label";

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

it("names every unit that is typed as a percentage by one", () => {
  const units = inputList.flatMap((declared) =>
    declared.format !== "choice" && isPercentage(declared) ? [declared.unit] : [],
  );
  expect(units.length).toBeGreaterThan(50);
  for (const unit of units) expect(unitLabel(unit, "EUR"), unit).toMatch(/^%/);
});
