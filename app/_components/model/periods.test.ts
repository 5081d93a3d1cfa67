import { expect, it } from "vitest";
import { cumulative, periodsOf, sumOver } from "./periods";

it("has set-up, whole years, and says when the last is short", () => {
  const months = Array.from({ length: 31 }, (_, month) => month);
  expect(periodsOf(months)).toEqual([
    { label: "Set-up", from: 0, to: 0 },
    { label: "Year 1", from: 1, to: 12 },
    { label: "Year 2", from: 13, to: 24 },
    { label: "Year 3 (6 months)", from: 25, to: 30 },
  ]);
});

it("sums the months of a period, both ends in it", () => {
  // Months 1 to 12 of the series 0, 1, 2, …: 12 * 13 / 2.
  const months = Array.from({ length: 25 }, (_, month) => month);
  expect(sumOver(months, { from: 1, to: 12 })).toBe(78);
  expect(sumOver(months, { from: 0, to: 0 })).toBe(0);
});

it("runs a total", () => {
  expect(cumulative([5, 1, -2])).toEqual([5, 6, 4]);
});
