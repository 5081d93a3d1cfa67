import { expect, it } from "vitest";
import { cumulative, periodsOf } from "./periods";

it("has set-up, whole years, and says when the last is short", () => {
  const months = Array.from({ length: 31 }, (_, month) => month);
  expect(periodsOf(months, { startMonth: "2027-01", fiscalYearStart: 1 })).toEqual([
    { label: "Set-up", fiscal: "", from: 0, to: 0 },
    { label: "Year 1", fiscal: "FY 2027", from: 1, to: 12 },
    { label: "Year 2", fiscal: "FY 2028", from: 13, to: 24 },
    { label: "Year 3 (6 months)", fiscal: "FY 2029", from: 25, to: 30 },
  ]);
  // From January to June 2029 is the second half of the fiscal year that began in July 2028.
  const july = periodsOf(months, { startMonth: "2027-01", fiscalYearStart: 7 });
  expect(july.map(({ fiscal }) => fiscal)).toEqual([
    "",
    "FY 2026/27 and 2027/28",
    "FY 2027/28 and 2028/29",
    "FY 2028/29",
  ]);
});

it("runs a total", () => {
  expect(cumulative([5, 1, -2])).toEqual([5, 6, 4]);
});
