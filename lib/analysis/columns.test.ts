import { expect, it } from "vitest";
import { columnsOf } from "./columns";

const calendar = { startMonth: "2027-01", fiscalYearStart: 1 };

it("are set-up and the years, the last of them short", () => {
  expect(columnsOf(18, "year", calendar)).toEqual([
    { label: "Set-up", from: 0, to: 0 },
    { label: "Year 1", from: 1, to: 12 },
    { label: "Year 2 (6 months)", from: 13, to: 18 },
  ]);
});

it("are each month of 120", () => {
  const columns = columnsOf(120, "month", calendar);
  expect(columns).toHaveLength(121);
  expect(columns[120]).toEqual({ label: "Month 120", from: 120, to: 120 });
});

// By hand: month 1 is March 2027, so April 2027 is month 2, April 2028 month 14; month 18 is August 2028.
it("are fiscal years, the first and the last of them as long as they lie in the model", () => {
  expect(columnsOf(18, "fiscalYear", { startMonth: "2027-03", fiscalYearStart: 4 })).toEqual([
    { label: "Set-up", from: 0, to: 0 },
    { label: "FY 2026/27 (1 month)", from: 1, to: 1 },
    { label: "FY 2027/28", from: 2, to: 13 },
    { label: "FY 2028/29 (5 months)", from: 14, to: 18 },
  ]);
  expect(columnsOf(24, "fiscalYear", calendar).map(({ label }) => label)).toEqual(["Set-up", "FY 2027", "FY 2028"]);
});

it("hold each month once, whatever their length", () => {
  for (const span of ["year", "fiscalYear", "month"] as const) {
    for (const horizon of [1, 11, 12, 13, 60, 119]) {
      const columns = columnsOf(horizon, span, { startMonth: "2026-12", fiscalYearStart: 7 });
      const months = columns.flatMap(({ from, to }) =>
        Array.from({ length: to - from + 1 }, (_, index) => from + index),
      );
      expect(months).toEqual(Array.from({ length: horizon + 1 }, (_, month) => month));
      expect(new Set(columns.map(({ label }) => label)).size).toBe(columns.length);
    }
  }
});
