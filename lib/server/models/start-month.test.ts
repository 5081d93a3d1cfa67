import { expect, it } from "vitest";
import { monthDate, monthText, nextMonth } from "./start-month";

it("starts a model in the month that follows, over the end of a year too", () => {
  expect(monthText(nextMonth(new Date("2026-11-30T23:59:59Z")))).toBe("2026-12");
  expect(monthText(nextMonth(new Date("2026-12-01T00:00:00Z")))).toBe("2027-01");
});

it("keeps the month on its way to a date and back", () => {
  expect(monthDate("2027-02").toISOString()).toBe("2027-02-01T00:00:00.000Z");
  expect(monthText(monthDate("2027-02"))).toBe("2027-02");
});
