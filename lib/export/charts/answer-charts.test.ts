import { describe, expect, it } from "vitest";
import { differenceDots } from "@/lib/analysis/uncertainty/difference-dots";
import type { Outcomes } from "@/lib/analysis/uncertainty/outcomes";
import { architectures, categories } from "@/lib/model/architectures";
import { type CostsResult, shownCategories } from "@/lib/model/pay/pay";
import { csvTexts } from "@/test/csv-texts";
import { barParts } from "./bar-parts";
import { chanceChart } from "./chance-chart";
import { chartRows } from "./chart-rows";
import { yearlyCostChart } from "./cost-charts";
import { differenceChart } from "./difference-chart";
import { dotColumns } from "./dot-columns";
import { horizonChart } from "./horizon-chart";
import { savingsChart } from "./savings-chart";
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
    expect(csvTexts(chartRows(chart)).at(-1)).toEqual(["3", "50.00", "-10.00", "130.00"]);
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
    expect(csvTexts(chartRows(chart))).toEqual([
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

describe("savings against going on as now, where the cloud runs today", () => {
  const plain = (text: string) => text.replaceAll("\u00a0", " ");
  const bands = {
    pairs: {
      cloud: { onPremises: { cumulativeDifference: { 10: [80, 0, -60, -130], 50: [], 90: [120, 80, 50, 10] } } },
    },
  } as never;
  const charted = { result, currency: "USD", today: "cloud" as const };
  const chart = savingsChart({ ...charted, of: ["onPremises"], uncertainty: bands });

  it("are what today has cost more so far, with the month in which they are paid back", () => {
    // 0 − 100, then 50 more a month: −100, −50, 0, 50. Level in month 2 is no excess: from there on it has paid back.
    expect(chart.lines.map(({ points }) => points.map(({ y }) => y))).toEqual([[-100, -50, 0, 50]]);
    expect(chart.marks).toEqual([{ x: 2, y: 0, label: "Month 2: paid back" }]);
    expect(plain(chart.summary)).toBe(
      "Savings of own servers against going on as now by month. Own servers: at most 100 USD spent ahead, paid back in month 2, in the end 50 USD saved.",
    );
  });

  it("have the band of what trials save, not of what they cost more", () => {
    expect(chart.bands?.[0]?.points).toEqual([
      { x: 0, low: -120, high: -80 },
      { x: 1, low: -80, high: 0 },
      { x: 2, low: -50, high: 60 },
      { x: 3, low: -10, high: 130 },
    ]);
    expect(csvTexts(chartRows(chart)).at(-1)).toEqual(["3", "50.00", "-10.00", "130.00"]);
    expect(chartSvg(chart)).toContain("Month 2: paid back");
  });

  it("can be drawn of all others at once, those that are excluded faintly", () => {
    const hybridOut = {
      ...result,
      architectures: { ...result.architectures, hybrid: { ...result.architectures.hybrid, eligible: false } },
    };
    const all = savingsChart({
      ...charted,
      result: hybridOut,
      of: ["onPremises", "peerToPeer", "hybrid"],
      uncertainty: null,
    });
    expect(all.lines.map(({ name, isExcluded, points }) => [name, isExcluded, points.at(-1)?.y])).toEqual([
      ["Own servers", false, 50],
      ["Peer to peer", false, 185],
      ["Hybrid", true, 180],
    ]);
    expect(all.marks).toEqual([]);
    expect(plain(all.summary)).toContain("Hybrid, excluded: ahead from the first month, in the end 180 USD saved.");
  });

  it("are made of categories, extra cost left of zero, and what runs today has no bar", () => {
    // Staff: 180 less 30, 0 and 0; hardware: none less 100; participants: none less a credit of 5.
    const bars = horizonChart(result, "USD", false, "cloud");
    expect(csvTexts(chartRows(bars))).toEqual([
      ["architecture", "Staff (USD)", "Hardware (USD)", "Participants (USD)"],
      ["Own servers", "150.00", "-100.00", "0.00"],
      ["Hybrid", "180.00", "0.00", "0.00"],
      ["Peer to peer", "180.00", "0.00", "5.00"],
    ]);
    expect(bars.bars.map(({ total }) => plain(total))).toEqual(["saves 50", "saves 180", "saves 185"]);
    expect(chartSvg(bars)).toContain(">saves 50</text>");
    const dearer = horizonChart(result, "USD", false, "hybrid");
    expect(dearer.summary).toContain("Own servers 130 more, Cloud 180 more, Peer to peer saves 5.");
  });

  it("stand by year and category too", () => {
    const stacks = yearlyCostChart({
      ...{ result, currency: "USD", view: "cash", order: result.ranking, today: "cloud" },
      periods: [
        { name: "Set-up", notes: [] },
        { name: "Year 1", notes: [] },
      ],
      categories: shownCategories(false).filter(({ key }) => key === "staff" || key === "hardware"),
    });
    // Hardware, then staff, in set-up and in year 1.
    expect(stacks.stacks.map(({ name, amounts }) => [name, amounts])).toEqual([
      [
        "Own servers",
        [
          [-100, 0],
          [0, 150],
        ],
      ],
      [
        "Hybrid",
        [
          [0, 0],
          [0, 180],
        ],
      ],
      [
        "Peer to peer",
        [
          [0, 0],
          [0, 180],
        ],
      ],
    ]);
    expect(stacks.title).toBe("Savings by year and category");
    expect(plain(stacks.summary)).toContain("Most saved: Own servers in year 1, 150 USD;");
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

it("the chance of each to come first is in its words, its drawing and its file", () => {
  const share = (of: number) => ({ cheapest: { share: of } });
  const trials = {
    architectures: { onPremises: share(0.62), cloud: share(0.3), hybrid: share(0.078), peerToPeer: share(0) },
    noneEligible: 0.002,
  } as never;
  const chart = chanceChart(["cloud", "onPremises", "hybrid", "peerToPeer"], trials, "USD");
  expect(chart.summary).toBe(
    "Cloud: 30 of 100 trials. Own servers: 62 of 100 trials. Hybrid: 8 of 100 trials. Peer to peer: fewer than 1 of 100 trials. Nobody: fewer than 1 of 100 trials.",
  );
  expect(csvTexts(chartRows(chart)).slice(0, 3)).toEqual([
    ["architecture", "share of trials"],
    ["Cloud", "0.3"],
    ["Own servers", "0.62"],
  ]);
  const svg = chartSvg(chart);
  for (const text of ["Own servers", "62", "30", "8", "&lt;1"]) expect(svg).toContain(`>${text}</text>`);
  // The bar of 0.3 is as long as three tenths of all; a faint one of all lies behind each.
  const widths = [...svg.matchAll(/<rect x="[\d.]+" y="[\d.]+" width="([\d.]+)"/g)].map(([, width]) => Number(width));
  expect(widths).toHaveLength(8);
  expect((widths[1] as number) / (widths[0] as number)).toBeCloseTo(0.3, 3);
});
