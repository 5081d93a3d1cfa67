import { describe, expect, it } from "vitest";
import { evaluateModel, evaluateWhole, netPresentOf } from "@/lib/model/evaluate";
import type { Inputs } from "@/lib/model/inputs";
import { templates } from "@/lib/model/templates";
import { complete } from "@/test/figures/complete";
import { type BreakdownOptions, breakdown, demandOf } from "./breakdown";

// Compliance in the cloud, 36,000 a year without inflation: 3,000 a month from month 1 on. 50 users, 4 TB stored and 10 TB
// delivered a month, none of which grows. Eighteen months: a year and a half. Discounted at 21 % a year.
const inputs = complete({
  horizonMonths: 18,
  cloudComplianceAnnual: 36_000,
  generalInflation: 0,
  discountRate: 0.21,
  users: 50,
  usersGrowth: 0,
  storedTB: 4,
  storedGrowth: 0,
  egressTB: 10,
  egressGrowth: 0,
});
const calendar = { startMonth: "2027-03", fiscalYearStart: 4 };

function tableOf(of: Inputs, options: Partial<BreakdownOptions> = {}) {
  const whole = evaluateWhole(of);
  return breakdown(evaluateModel(of), netPresentOf(whole), demandOf(whole), {
    view: "cash",
    span: "year",
    measure: "money",
    base: "cheapest",
    calendar,
    ...options,
  });
}

const result = evaluateModel(inputs);
const compliance = (options: Partial<BreakdownOptions>) =>
  tableOf(inputs, options).rows.find(({ architecture, key }) => architecture === "cloud" && key === "compliance")
    ?.amounts;

// The present value of 3,000 a month, by the formula of an annuity with i = 1.21^(1/12) − 1, worked out with thirty decimals:
// 3,000 × (1 − 1/1.21)/i for the first year, 3,000 × (1 − 1/1.21^1.5)/i for all.
const [firstYear, all] = [32_517.203139, 46_593.914455];

describe("a row of a breakdown", () => {
  it("has both totals first, then set-up and the years", () => {
    expect(tableOf(inputs).columns.map(({ label }) => label)).toEqual([
      "Total",
      "Net present cost",
      "Set-up",
      "Year 1",
      "Year 2 (6 months)",
    ]);
    // 12 × 3,000, 6 × 3,000, and both.
    const [total, present, ...years] = compliance({}) ?? [];
    expect([total, ...years]).toEqual([54_000, 0, 36_000, 18_000]);
    expect(present).toBeCloseTo(all, 6);
  });

  it("is what is saved against what runs today, which saves nothing against itself", () => {
    // The cloud runs today: 3,000 a month, own servers 1,000. A user's share of 36,000 is over 900 user-months.
    const today = { ...inputs, onPremisesComplianceAnnual: 12_000, currentArchitecture: "cloud" };
    const against = tableOf(today, { against: "cloud" });
    const row = (name: string, key: string, { rows } = against) =>
      rows.find(({ architecture, key: each }) => architecture === name && each === key)?.amounts;
    const [total, present, ...years] = row("onPremises", "compliance") ?? [];
    expect([total, ...years]).toEqual([36_000, 0, 24_000, 12_000]);
    expect(present).toBeCloseTo((all * 2) / 3, 6);
    expect(row("onPremises", "compliance", tableOf(today, { against: "cloud", measure: "perUser" }))?.[0]).toBe(40);
    const now = against.rows.filter(({ architecture }) => architecture === "cloud");
    expect(now.every(({ amounts }) => amounts.every((amount) => amount === 0))).toBe(true);
    expect(against.rows.some(({ key }) => key === "difference")).toBe(false);
    expect(against.columns.map(({ label }) => label).slice(0, 2)).toEqual(["Total", "Net present saving"]);
    expect(against.rows.map(({ name }) => name)).toEqual(expect.arrayContaining(["Total saved", "Net present saving"]));
  });

  it("adds up a fiscal year, and stands for each month", () => {
    // March 2027; April 2027 to March 2028; April to August 2028.
    expect(compliance({ span: "fiscalYear" })?.slice(2)).toEqual([0, 3_000, 36_000, 15_000]);
    expect(compliance({ span: "month" })?.slice(2)).toEqual([0, ...new Array(18).fill(3_000)]);
  });

  it("is parted among users and months, TB stored and months, and TB delivered; set-up among nobody", () => {
    // 36,000 over 12 × 50 user-months = 60; the same for half a year and for all.
    expect(compliance({ measure: "perUser" })).toEqual([60, null, 60, 60]);
    // 3,000 over 4 TB stored for a month = 750; over 10 TB delivered = 300.
    expect(compliance({ measure: "perTBStored" })).toEqual([750, null, 750, 750]);
    expect(compliance({ measure: "perTBDelivered", span: "month" })).toEqual([300, null, ...new Array(18).fill(300)]);
  });

  it("has no figure for each user where there are no users", () => {
    const { rows } = tableOf({ ...inputs, users: 0 }, { measure: "perUser" });
    for (const { amounts } of rows) expect(amounts).toEqual([null, null, null, null]);
  });

  it("of all categories adds up to the total in each column, in each view and length, for each architecture", () => {
    for (const view of ["cash", "straightLine", "financed"] as const) {
      for (const span of ["year", "fiscalYear", "month"] as const) {
        const { rows, columns } = tableOf(inputs, { view, span });
        for (const architecture of result.ranking) {
          const own = rows.filter((row) => row.architecture === architecture);
          const total = own.find(({ key }) => key === "total")?.amounts as number[];
          const categories = own.filter(({ key }) => !["total", "netPresent", "difference"].includes(key));
          expect(categories).toHaveLength(12);
          for (const [column, amount] of total.entries()) {
            const sum = categories.reduce((all, { amounts }) => all + (amounts[column] as number), 0);
            expect(Math.abs(sum - amount), `${view} ${architecture} ${columns[column]?.label}`).toBeLessThan(1e-6);
          }
          const periods = total.slice(2).reduce((all, amount) => all + amount, 0);
          expect(Math.abs(periods - (total[0] as number))).toBeLessThan(1e-6);
        }
      }
    }
  });

  it("gives in all what the model says a user costs a month", () => {
    const { rows } = tableOf(inputs, { measure: "perUser" });
    for (const architecture of result.ranking) {
      const [total] = rows.find((row) => row.architecture === architecture && row.key === "total")?.amounts ?? [];
      expect(total).toBeCloseTo(result.architectures[architecture].perUserMonth as number, 9);
    }
  });
});

describe("the net present row", () => {
  const rowOf = (of: Inputs, architecture: string, options: Partial<BreakdownOptions> = {}) =>
    tableOf(of, options).rows.find((row) => row.architecture === architecture && row.key === "netPresent")?.amounts;

  it("discounts each year to set-up", () => {
    // Nothing but compliance in the cloud: what remains of the others is the same with and without it.
    const none = rowOf({ ...inputs, cloudComplianceAnnual: 0 }, "cloud") as number[];
    const some = rowOf(inputs, "cloud") as number[];
    // Contingency is a share of everything.
    const share = 1 + inputs.contingencyShare;
    const discounted = some.map((amount, place) => (amount - (none[place] as number)) / share);
    [all, all, 0, firstYear, all - firstYear].forEach((amount, place) => {
      expect(discounted[place]).toBeCloseTo(amount, 5);
    });
  });

  it("comes to the net present cost that ranks, of each architecture of each template", () => {
    for (const template of [undefined, ...templates]) {
      const of = complete(template?.inputs ?? {});
      const { ranking, architectures } = evaluateModel(of);
      for (const architecture of ranking) {
        const { netPresentCost } = architectures[architecture];
        const [total, present, ...years] = rowOf(of, architecture) as number[];
        const added = years.reduce((sum, amount) => sum + amount, 0);
        for (const amount of [total, present, added]) {
          expect(Math.abs((amount as number) - netPresentCost) / netPresentCost, template?.key).toBeLessThan(1e-12);
        }
      }
    }
  });

  it("credits the book value in the category that was bought, in the last month", () => {
    const of = { ...inputs, residualShare: 1 };
    const { residual } = evaluateModel(of).architectures.onPremises;
    expect(residual).toBeGreaterThan(0);
    const last = (some: Inputs) => netPresentOf(evaluateWhole(some)).onPremises.lines.hardware.at(-1) as number;
    // 1.21^1.5 is 1.1 cubed, 1.331.
    expect(last({ ...of, residualShare: 0 }) - last(of)).toBeCloseTo(residual / 1.331, 6);
  });

  it("is of cash, so that other views have none, and keep its total", () => {
    const { rows } = tableOf(inputs, { view: "financed" });
    expect(rows.filter(({ key }) => key === "netPresent")).toEqual([]);
    const present = rows.find(({ architecture, key }) => architecture === "cloud" && key === "total")?.amounts[1];
    expect(present).toBeCloseTo(result.architectures.cloud.netPresentCost, 6);
  });
});

describe("the difference from another architecture", () => {
  const totals = (architecture: string, options: Partial<BreakdownOptions> = {}, key = "total") =>
    tableOf(inputs, options).rows.find((row) => row.architecture === architecture && row.key === key)?.amounts;

  it("is counted from the first of the ranking, or from the one that is chosen", () => {
    const [first = "cloud", second = "cloud"] = result.ranking;
    expect(totals(first, {}, "difference")).toBeUndefined();
    const [mine, its] = [totals(second) as number[], totals(first) as number[]];
    expect(totals(second, {}, "difference")).toEqual(mine.map((amount, place) => amount - (its[place] as number)));
    expect(totals(second, { base: second }, "difference")).toBeUndefined();
    expect(totals(first, { base: second }, "difference")).toEqual(
      its.map((amount, place) => amount - (mine[place] as number)),
    );
  });

  it("has no figure where there is nothing to divide by", () => {
    const [, second = "cloud"] = result.ranking;
    expect(totals(second, { measure: "perUser" }, "difference")?.[1]).toBeNull();
  });
});
