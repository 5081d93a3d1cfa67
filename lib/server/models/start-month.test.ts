import { expect, it } from "vitest";
import { monthDate, monthText, nextMonth, previousMonth } from "./start-month";

it("starts a model in the month that follows, over the end of a year too", () => {
  expect(monthText(nextMonth(new Date("2026-11-30T23:59:59Z")))).toBe("2026-12");
  expect(monthText(nextMonth(new Date("2026-12-01T00:00:00Z")))).toBe("2027-01");
});

it("keeps the month on its way to a date and back", () => {
  expect(monthDate("2027-02").toISOString()).toBe("2027-02-01T00:00:00.000Z");
  expect(monthText(monthDate("2027-02"))).toBe("2027-02");
});

it("takes the bill of the month before, over the turn of a year too", () => {
  expect(monthText(previousMonth(new Date("2026-11-27T14:00:00Z")))).toBe("2026-10");
  expect(monthText(previousMonth(new Date("2027-01-01T00:00:00Z")))).toBe("2026-12");
});
