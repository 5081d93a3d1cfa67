import { describe, expect, it } from "vitest";
import type { Architecture } from "@/lib/model/architectures";
import { type CostsResult, shownCategories } from "@/lib/model/pay/pay";
import { chartRows } from "./chart-rows";
import { cumulativeCostChart, yearlyCostChart } from "./cost-charts";
import { drawnName } from "./description";
import { differenceChart } from "./difference-chart";
import { horizonChart } from "./horizon-chart";
import { purchasesChart } from "./purchases-chart";
import { scaleCostChart } from "./scale-cost-chart";
import { chartSvg } from "./svg/chart-svg";

/** Cash of staff alone in set-up and two months, and whether targets are met. */
type Few = Partial<Record<Architecture, { cash: number[]; eligible: boolean }>>;

function resultOf(few: Few): CostsResult {
  const architectures = Object.fromEntries(
    Object.entries(few).map(([name, { cash, eligible }]) => {
      const lines = Object.fromEntries(
        shownCategories(false).map(({ key }) => [key, key === "staff" ? cash : cash.map(() => 0)]),
      );
      return [name, { eligible, views: { cash: { lines, total: cash } } }];
    }),
  );
  return { months: [0, 1, 2], ranking: Object.keys(few), architectures } as unknown as CostsResult;
}

// Summed up: own servers 300, 310, 320; the cloud 0, 200, 400, so it ends above them from month 2 on.
const result = resultOf({
  onPremises: { cash: [300, 10, 10], eligible: true },
  cloud: { cash: [0, 200, 200], eligible: true },
  hybrid: { cash: [500, 500, 500], eligible: false },
});

describe("the summary of a chart", () => {
  it("says where lines end, the highest first, and where they cross", () => {
    expect(cumulativeCostChart({ result, currency: "USD" }).summary).toBe(
      "Cumulative cost by month. After 2 months, the highest first: Hybrid, excluded 1,500\u00a0USD; Cloud 400\u00a0USD; " +
        "Own servers 320\u00a0USD. From month 2 own servers stay cheaper than the cloud.",
    );
    const apart = resultOf({
      cloud: { cash: [1, 1, 1], eligible: true },
      hybrid: { cash: [2, 2, 2], eligible: true },
    });
    expect(cumulativeCostChart({ result: apart, currency: "USD" }).summary).toContain("No line crosses another.");
  });

  it("says when each architecture costs most, and for what", () => {
    const chart = yearlyCostChart({
      result,
      currency: "USD",
      view: "cash",
      periods: [
        { name: "Set-up", notes: [] },
        { name: "Year 1", notes: [] },
      ],
      categories: shownCategories(false).filter(({ key }) => key === "staff"),
      order: result.ranking,
    });
    expect(chart.summary).toBe(
      "Cost by year and category. Highest: Own servers in set-up, 300\u00a0USD; Cloud in year 1, 400\u00a0USD; " +
        "Hybrid, excluded in year 1, 1,000\u00a0USD. The largest category of all is staff.",
    );
  });
});

describe("an excluded architecture", () => {
  it("says so at its line's end, while others are in the ranking", () => {
    const { lines } = cumulativeCostChart({ result, currency: "USD" });
    expect(lines.map(drawnName)).toEqual(["Own servers", "Cloud", "Hybrid, excluded"]);
    const none = resultOf({
      cloud: { cash: [1, 1, 1], eligible: false },
      hybrid: { cash: [2, 2, 2], eligible: false },
    });
    expect(cumulativeCostChart({ result: none, currency: "USD" }).lines.map(drawnName)).toEqual(["Cloud", "Hybrid"]);
  });

  it("says so at its bar over the horizon, which is pale in the drawing", () => {
    const chart = horizonChart(result, "USD", false);
    expect(chart.bars.map(drawnName)).toEqual(["Own servers", "Cloud", "Hybrid, excluded"]);
    expect(chart.summary).toContain("Hybrid, excluded 1,500");
    // The strongest tint of a bar is half of the colour: of #8a3b8f on white 0.5, of its faint tone 0.45 times that.
    const half = (channel: number, share: number) => Math.round(channel * share + 255 * (1 - share));
    const faint = [0x8a, 0x3b, 0x8f].map((channel) => half(channel, 0.45));
    const pale = faint.map((channel) => half(channel, 0.5).toString(16).padStart(2, "0")).join("");
    expect(chartSvg(chart)).toContain(`fill="#${pale}"`);
  });

  it("says so where another is compared with it", () => {
    const lead = (than: Architecture) =>
      differenceChart({ result, currency: "USD", of: "onPremises", than, uncertainty: null }).unit;
    expect(lead("cloud")).toBe("USD, cumulative cash");
    expect(lead("hybrid")).toBe("USD, cumulative cash; hybrid excluded");
  });

  it("says so where demand grows", () => {
    const curve = { points: [], changes: [], tooLarge: [] };
    const order = [
      { architecture: "cloud", isExcluded: false },
      { architecture: "hybrid", isExcluded: true },
    ] as const;
    expect(scaleCostChart(curve, order, "USD", false).lines.map(drawnName)).toEqual(["Cloud", "Hybrid, excluded"]);
  });

  it("is in parts of going on as now where it is read against today", () => {
    // By hand: of 4 a user in the cloud, hybrid costs 3, three quarters; at ten times the demand 0.5 of 2.
    const point = (factor: number, cloud: number | null, hybrid: number | null) =>
      ({ factor, costs: { cloud, hybrid, onPremises: null, peerToPeer: null } }) as never;
    const curve = { points: [point(1, 4, 3), point(10, 2, 0.5), point(100, null, 1)], changes: [], tooLarge: [] };
    const order = (["cloud", "hybrid"] as const).map((architecture) => ({ architecture, isExcluded: false }));
    const chart = scaleCostChart(curve, order, "USD", false, "cloud");
    expect(chart.lines.map(({ points }) => points.map(({ y }) => y))).toEqual([
      [1, 1, null],
      [0.75, 0.25, null],
    ]);
    expect(chart.unit).toBe("parts of going on as now, logarithmic");
    expect(chartRows(chart)[0]?.[2]).toBe("Hybrid (parts of going on as now)");
  });
});

describe("what is bought by year", () => {
  const months = Array.from({ length: 25 }, (_, month) => month);
  const calendar = { startMonth: "2027-01", fiscalYearStart: 1 };
  const none = months.map(() => 0);
  /** Money in some months. */
  const bought = (amounts: Readonly<Record<number, number>>) => months.map((month) => amounts[month] ?? 0);
  const nothing = { server: none, storageServer: none, network: none, facility: none };

  it("is the sum of each kind's purchases in set-up and each year, the kind that costs most first", () => {
    const onPremises = { ...nothing, network: bought({ 0: 50 }), server: bought({ 0: 100, 12: 30, 13: 400, 24: 5 }) };
    const chart = purchasesChart({ months, purchases: { onPremises, hybrid: nothing }, calendar, currency: "USD" });
    expect(chart?.categories).toEqual(["Server", "Network"]);
    // Month 12 is the last of year 1, month 13 the first of year 2.
    expect(chart?.stacks[0]?.amounts).toEqual([
      [100, 30, 405],
      [50, 0, 0],
    ]);
    expect(chart?.summary).toContain("Own servers most in year 2, 405\u00a0USD");
  });

  it("is no chart where nothing is bought", () => {
    expect(
      purchasesChart({ months, purchases: { onPremises: nothing, hybrid: nothing }, calendar, currency: "USD" }),
    ).toBeNull();
  });
});
