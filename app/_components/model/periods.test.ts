import { expect, it } from "vitest";
import { cumulative, periodsOf } from "./periods";

it("has set-up, whole years, and says when the last is short", () => {
  const months = Array.from({ length: 31 }, (_, month) => month);
  expect(periodsOf(months)).toEqual([
    { label: "Set-up", from: 0, to: 0 },
    { label: "Year 1", from: 1, to: 12 },
    { label: "Year 2", from: 13, to: 24 },
    { label: "Year 3 (6 months)", from: 25, to: 30 },
  ]);
});

it("runs a total", () => {
  expect(cumulative([5, 1, -2])).toEqual([5, 6, 4]);
});
