import { expect, it } from "vitest";
import { moneyAxis } from "./money-axis";

const colours = { ink: "black", rule: "pale", secondary: "grey" };

it("draws zero as the axis, wherever it lies, and every other amount as a rule", () => {
  const { grid } = moneyAxis(colours);
  const colourAt = (value: number) => grid.color({ tick: { value } });
  expect([-200_000, -100_000, 0, -0, 100_000].map(colourAt)).toEqual(["pale", "pale", "black", "black", "pale"]);
  // Chart.js asks once without a tick.
  expect(grid.color({})).toBe("pale");
});

it("holds zero, whatever the charts beside it hold", () => {
  expect(moneyAxis(colours)).toMatchObject({ beginAtZero: true });
  expect(moneyAxis(colours, { least: -400, most: 180 })).toMatchObject({ suggestedMin: -400, suggestedMax: 180 });
  expect(moneyAxis(colours, { least: 20, most: 180 })).toMatchObject({ suggestedMin: 0, suggestedMax: 180 });
  expect(moneyAxis(colours, { least: -400, most: -20 })).toMatchObject({ suggestedMin: -400, suggestedMax: 0 });
});
