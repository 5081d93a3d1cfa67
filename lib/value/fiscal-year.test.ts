import { expect, it } from "vitest";
import { monthName } from "./calendar";
import { fiscalYears, isAligned } from "./fiscal-year";

it("names calendar years by their number", () => {
  const calendar = { startMonth: "2027-01", fiscalYearStart: 1 };
  expect(fiscalYears(calendar, 1, 12)).toBe("FY 2027");
  expect(fiscalYears(calendar, 49, 60)).toBe("FY 2031");
  // Begun in December: one month of 2026 and eleven of 2027.
  expect(fiscalYears({ ...calendar, startMonth: "2026-12" }, 1, 12)).toBe("FY 2026 and 2027");
});

it("names a fiscal year by both years that it lies in", () => {
  const calendar = { startMonth: "2026-07", fiscalYearStart: 7 };
  expect(fiscalYears(calendar, 1, 12)).toBe("FY 2026/27");
  expect(fiscalYears(calendar, 13, 24)).toBe("FY 2027/28");
  expect(fiscalYears({ startMonth: "2099-04", fiscalYearStart: 4 }, 1, 12)).toBe("FY 2099/00");
});

// By hand: month 1 is March 2027. Of a year from April on, March 2027 is the last month of 2026/27, April the first of 2027/28; month 13
// is March 2028, the last of 2027/28.
it("tells a year of the model that lies in two fiscal years", () => {
  const calendar = { startMonth: "2027-03", fiscalYearStart: 4 };
  expect(fiscalYears(calendar, 1, 1)).toBe("FY 2026/27");
  expect(fiscalYears(calendar, 2, 2)).toBe("FY 2027/28");
  expect(fiscalYears(calendar, 13, 13)).toBe("FY 2027/28");
  expect(fiscalYears(calendar, 14, 14)).toBe("FY 2028/29");
  expect(fiscalYears(calendar, 1, 12)).toBe("FY 2026/27 and 2027/28");
  expect(fiscalYears(calendar, 1, 60)).toBe("FY 2026/27 to 2031/32");
});

it("tells whether the years of the model are fiscal years", () => {
  expect(isAligned({ startMonth: "2027-07", fiscalYearStart: 7 })).toBe(true);
  expect(isAligned({ startMonth: "2027-01", fiscalYearStart: 7 })).toBe(false);
  expect([1, 7, 12].map(monthName)).toEqual(["January", "July", "December"]);
});
