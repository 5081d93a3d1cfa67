import { expect, it } from "vitest";
import { costFile } from "./cost-file";

const years = "years.csv";

it.each([
  [years, "year", "nothing", "cost by year", ""],
  [years, "fiscalYear", "today", "savings by fiscal year", "?against=today&by=fiscal-year"],
  ["projection.csv", "fiscalYear", "today", "savings by month", "?against=today"],
] as const)(
  "%s follows what the page shows, as far as it has it: by %s, against %s",
  (file, by, against, holds, parameters) => {
    expect(costFile(file, { by, against }, true)).toEqual({ holds, parameters });
  },
);

it("holds totals where nothing runs today, as the page shows, for all that its address says", () => {
  expect(costFile(years, { by: "year", against: "today" }, false)).toEqual({ holds: "cost by year", parameters: "" });
});

it("is nothing to a file without costs", () => {
  expect(costFile("inputs.csv", { by: "year", against: "today" }, true)).toBeNull();
});
