import { describe, expect, it } from "vitest";
import type { Movement } from "@/lib/analysis/sensitivity/sensitivity";
import { csvTexts } from "@/test/csv-texts";
import { chartRows } from "./chart-rows";
import { differenceDotChart } from "./dot-chart";
import { costRangeChart, savingsRangeChart } from "./doubt-charts";
import { movementChart } from "./movement-chart";
import { chartSvg } from "./svg/chart-svg";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("what moves the difference", () => {
  const reach = (value: number, difference: number | null) => ({ value, difference, leader: null });
  const moved = (key: string, low: [number, number], high: [number, number | null]) =>
    ({ key, value: 2, low: reach(...low), high: reach(...high), turning: null }) as unknown as Movement;
  const engineers: Movement = {
    ...moved("cloudEngineeringFTE", [1, 250_000], [4, -200_000]),
    turning: { value: 3.5, side: "high", leader: "onPremises", difference: -1 },
  };
  const of = {
    ...({ first: "cloud", second: "onPremises", difference: 100_000 } as const),
    movements: [engineers, moved("users", [1_000, 40_000], [9_000, null])],
  };
  const chart = movementChart(of, "USD");

  it("is a bar for each input, on one axis that holds zero, in words, drawing and file", () => {
    expect(chart.axis).toEqual({ least: -200_000, most: 250_000 });
    expect(chart.bars.map(({ note, ends, now }) => [plain(note), ends, now])).toEqual([
      ["1 FTE to 4 FTE, now 2 FTE", [250_000, -200_000], 100_000],
      // Without a result at its high end it is known to move no further than where it is.
      ["1,000 users to 9,000 users, now 2 users", [40_000, 100_000], 100_000],
    ]);
    expect(plain(chart.unit)).toContain("own servers less cloud");
    expect(chart.summary).toContain("250,000 to −200,000");
    expect(csvTexts(chartRows(chart)).map((row) => row.slice(3))).toEqual([
      [
        ...["now", "low", "high", "own servers less cloud, now (USD)", "own servers less cloud, at its low (USD)"],
        ...["own servers less cloud, at its high (USD)", "turns at", "then first"],
      ],
      ["2", "1", "4", "100000.00", "250000.00", "-200000.00", "3.5", "Own servers"],
      ["2", "1000", "9000", "100000.00", "40000.00", "", "", ""],
    ]);
    for (const words of [">−200,000<", ">250,000<", ">40,000<"]) expect(chartSvg(chart)).toContain(words);
  });

  it("leaves out inputs of pay, and says so", () => {
    const rest = movementChart(of, "USD", { hidden: ["cloudEngineeringFTE"] });
    expect(rest.bars).toHaveLength(1);
    expect(JSON.stringify(rest)).not.toMatch(/ngineer|250000|250,000/);
    expect(rest.summary).toContain("Inputs of pay are left out.");
  });
});

describe("how far amounts are known", () => {
  const row = (architecture: string, isEligible: boolean, netPresentCost: number, doubt: [number, number, number]) => ({
    ...{ architecture: architecture as "cloud", isEligible, netPresentCost },
    doubt: { p10: doubt[0], p50: doubt[1], p90: doubt[2], comesFirst: 0.25 },
  });

  it("has an axis that ends by what may be chosen, and cuts what lies more than twice as far", () => {
    const rows = [row("cloud", true, 100, [80, 110, 141]), row("hybrid", false, 900, [500, 800, 2_000])];
    const chart = costRangeChart(rows, "USD");
    // Twice 141 is 282, to two digits upwards 290.
    expect(chart.axis).toEqual({ least: 0, most: 290 });
    expect(chart.bars.map(({ label }) => label)).toEqual(["Cloud", "Hybrid, excluded"]);
    expect(chart.summary).toBe("Cloud: 100, 80 to 141. Hybrid, excluded: 900, 500 to 2,000.");
    expect(csvTexts(chartRows(chart))[1]).toEqual(["Cloud", "100.00", "80.00", "110.00", "141.00", "", "", "0.25"]);
    // Its dot is beyond the end: an arrow head stands for it.
    expect(chartSvg(chart).match(/<circle/g)).toHaveLength(1);
    expect(chartSvg(chart)).toMatch(/<path d="M[\d.]+,[\d.]+L/);
  });

  it("says what is saved and what is dearer, on either side of zero, but of what runs today", () => {
    const saving = (architecture: string, netPresent: number, [p10, p50, p90]: [number, number, number]) =>
      ({ architecture, isEligible: true, netPresent, doubt: { p10, p50, p90, saves: 0.6 } }) as never;
    const chart = savingsRangeChart(
      [saving("onPremises", 50, [-30, 40, 90]), saving("cloud", 0, [0, 0, 0])],
      "cloud",
      "USD",
    );
    expect(chart.axis).toEqual({ least: -30, most: 90 });
    expect(chart.summary).toBe("Own servers: saves 50, 30 more to 90 saved.");
    expect(csvTexts(chartRows(chart))).toHaveLength(2);
  });
});

it("a dot for one trial in so many says who costs less in how many", () => {
  const chart = differenceDotChart("cloud", "onPremises", [-10, 5, 7, 30], "USD");
  expect(chart.summary).toBe("The cloud costs less in 3 of 4.");
  expect(csvTexts(chartRows(chart))).toEqual([
    ["share of trials below", "what own servers cost more, USD, net present cost"],
    ["0.125", "-10.00"],
    ["0.375", "5.00"],
    ["0.625", "7.00"],
    ["0.875", "30.00"],
  ]);
  // Own servers are cheaper in one, in their blue; the cloud in three.
  const fills = [...chartSvg(chart).matchAll(/<circle[^>]*fill="(#\w+)"/g)].map(([, fill]) => fill);
  expect(fills).toEqual(["#0b5cad", "#a35a00", "#a35a00", "#a35a00"]);
});
