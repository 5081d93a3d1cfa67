import { describe, expect, it } from "vitest";
import { differenceDots } from "@/lib/analysis/uncertainty/difference-dots";
import type { Outcomes } from "@/lib/analysis/uncertainty/outcomes";
import { architectures, categories } from "@/lib/model/architectures";
import type { CostsResult } from "@/lib/model/pay/pay";
import { barParts } from "./bar-parts";
import { chartRows } from "./chart-rows";
import { differenceChart } from "./difference-chart";
import { dotColumns } from "./dot-columns";
import { horizonChart } from "./horizon-chart";
import { chartSvg } from "./svg/chart-svg";

/** Set-up and three months, all of it staff but for what is named. */
const cash: Record<string, { total: readonly number[]; lines?: Record<string, readonly number[]> }> = {
  onPremises: { total: [100, 10, 10, 10], lines: { hardware: [100, 0, 0, 0], staff: [0, 10, 10, 10] } },
  cloud: { total: [0, 60, 60, 60], lines: { staff: [0, 60, 60, 60] } },
  hybrid: { total: [0, 0, 0, 0] },
  peerToPeer: { total: [0, 0, 0, -5], lines: { participants: [0, 0, 0, -5] } },
};
const nothing = [0, 0, 0, 0];
const result = {
  months: [0, 1, 2, 3],
  ranking: ["onPremises", "cloud", "hybrid", "peerToPeer"],
  architectures: Object.fromEntries(
    architectures.map((name) => [
      name,
      {
        eligible: true,
        views: {
          cash: {
            total: cash[name]?.total,
            lines: { ...Object.fromEntries(categories.map((key) => [key, nothing])), ...cash[name]?.lines },
          },
        },
      },
    ]),
  ),
} as unknown as CostsResult;

describe("the lead of one over another", () => {
  const uncertainty = {
    pairs: {
      onPremises: { cloud: { cumulativeDifference: { 10: [-120, -80, -50, -10], 50: [], 90: [-80, 0, 60, 130] } } },
    },
  } as never;
  const chart = differenceChart({ result, currency: "USD", of: "onPremises", than: "cloud", uncertainty });

  it("is what the other has cost more so far, and names each month in which they change places", () => {
    // 0 − 100; then 50 more a month: −50, 0, 50. Level in month 2 is no lead, so own servers pass in month 3.
    expect(chart.lines[0]?.points.map(({ y }) => y)).toEqual([-100, -50, 0, 50]);
    expect(chart.marks).toEqual([{ x: 3, y: 50, label: "Month 3: own servers pass cloud" }]);
    expect(chart.summary.replaceAll("\u00a0", " ")).toContain("Month 3: own servers pass cloud. In the end 50 USD.");
  });

  it("has the band of trials on the page, in the drawing and in the file", () => {
    expect(chart.bands?.[0]?.points[3]).toEqual({ x: 3, low: -10, high: 130 });
    expect(chartRows(chart).at(-1)).toEqual(["3", "50.00", "-10.00", "130.00"]);
    expect(chartSvg(chart)).toContain("fill-opacity");
    expect(chartSvg(chart)).toContain("Month 3: own servers pass cloud");
    const before = differenceChart({ result, currency: "USD", of: "onPremises", than: "cloud", uncertainty: null });
    expect(chartSvg(before)).not.toContain("fill-opacity");
  });
});

describe("a bar for each over the whole horizon", () => {
  const chart = horizonChart(result, "USD", false);

  it("sums the categories, the largest first", () => {
    // Staff is 30 of own servers and 180 of the cloud, hardware 100, participants a credit of 5.
    expect(chart.categories).toEqual(["Staff", "Hardware", "Participants"]);
    expect(chartRows(chart)).toEqual([
      ["architecture", "Staff (USD)", "Hardware (USD)", "Participants (USD)"],
      ["Own servers", "30.00", "100.00", "0.00"],
      ["Cloud", "180.00", "0.00", "0.00"],
      ["Hybrid", "0.00", "0.00", "0.00"],
      ["Peer to peer", "0.00", "0.00", "-5.00"],
    ]);
    expect(chartSvg(chart)).toContain(">Own servers</text>");
  });

  it("stacks costs from zero on and hangs credits before it", () => {
    expect(barParts([30, -5, 0, 100]).map(({ place, from, to }) => [place, from, to])).toEqual([
      [0, 0, 30],
      [1, 0, -5],
      [3, 30, 130],
    ]);
  });
});

describe("twenty dots", () => {
  it("stand at the middles of twentieths of all trials, whatever the parts", () => {
    const part = (from: number, to: number) => {
      const costs = Float64Array.from({ length: to - from }, (_, i) => from + i);
      const of = (netPresentCost: Float64Array) => ({ netPresentCost });
      return {
        kept: costs.length,
        architectures: { cloud: of(costs.map(() => 5)), hybrid: of(costs.map((x) => x + 5)) },
      };
    };
    // The differences are 0 to 40: PERCENTILE.INC at p is 40 p, so 1, 3, 5 … 39.
    const parts = [part(20, 41), part(0, 20)] as unknown as Outcomes[];
    const dots = differenceDots(parts, "cloud", "hybrid");
    expect(dots).toHaveLength(20);
    for (const [place, dot] of dots.entries()) expect(dot).toBeCloseTo(1 + 2 * place, 9);
  });

  it("are put in columns, none across zero", () => {
    // From −11 to 11 in 22 columns: one for each unit.
    const { columns, from, to, tallest } = dotColumns([-11, -0.5, 0.5, 0.6, 11]);
    expect([from, to, tallest]).toEqual([-11, 11, 2]);
    expect(columns.map(({ middle, amounts }) => [middle, amounts.length])).toEqual([
      [-10.5, 1],
      [-0.5, 1],
      [0.5, 2],
      [10.5, 1],
    ]);
  });

  it("stand on each other where trials never differ", () => {
    const { columns, tallest } = dotColumns(Array.from({ length: 20 }, () => 0));
    expect(tallest).toBe(20);
    expect(columns.every(({ middle }) => Number.isFinite(middle))).toBe(true);
  });
});
