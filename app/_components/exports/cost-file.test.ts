import { expect, it } from "vitest";
import { costFile } from "./cost-file";

it("follows what the page shows, as far as a file has it", () => {
  expect(costFile("years.csv", { by: "year", against: "nothing" }, true)).toEqual({
    holds: "cost by year",
    parameters: "",
  });
  expect(costFile("years.csv", { by: "fiscalYear", against: "today" }, true)).toEqual({
    holds: "savings by fiscal year",
    parameters: "?against=today&by=fiscal-year",
  });
  expect(costFile("projection.csv", { by: "fiscalYear", against: "today" }, true)).toEqual({
    holds: "savings by month",
    parameters: "?against=today",
  });
  // Where nothing runs today, the page shows totals for all that its address says.
  expect(costFile("years.csv", { by: "year", against: "today" }, false)).toEqual({
    holds: "cost by year",
    parameters: "",
  });
  expect(costFile("inputs.csv", { by: "year", against: "today" }, true)).toBeNull();
});
