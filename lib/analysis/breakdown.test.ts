import { describe, expect, it } from "vitest";
import { evaluateModel } from "@/lib/model/evaluate";
import { complete } from "@/test/complete";
import { breakdown, columnsOf, demandOf } from "./breakdown";

// Compliance in the cloud, 36,000 a year without inflation: 3,000 a month from month 1 on. 50 users, 4 TB stored and 10 TB
// delivered a month, none of which grows. Eighteen months: a year and a half.
const inputs = complete({
  horizonMonths: 18,
  cloudComplianceAnnual: 36_000,
  generalInflation: 0,
  users: 50,
  usersGrowth: 0,
  storedTB: 4,
  storedGrowth: 0,
  egressTB: 10,
  egressGrowth: 0,
});
const result = evaluateModel(inputs);
const demand = demandOf(inputs, []);
const compliance = (span: "year" | "month", measure: Parameters<typeof breakdown>[2]["measure"]) =>
  breakdown(result, demand, { view: "cash", span, measure }).rows.find(
    ({ architecture, category }) => architecture === "cloud" && category === "compliance",
  )?.amounts;

describe("the columns of a breakdown", () => {
  it("are set-up, the years, the last of them short, and the total", () => {
    expect(columnsOf(18, "year")).toEqual([
      { label: "Set-up", from: 0, to: 0 },
      { label: "Year 1", from: 1, to: 12 },
      { label: "Year 2", from: 13, to: 18 },
      { label: "Total", from: 0, to: 18 },
    ]);
  });

  it("are each month of 120", () => {
    const columns = columnsOf(120, "month");
    expect(columns).toHaveLength(122);
    expect(columns[120]).toEqual({ label: "Month 120", from: 120, to: 120 });
  });
});

describe("a row of a breakdown", () => {
  it("adds a year up", () => {
    // 12 × 3,000, 6 × 3,000, and both.
    expect(compliance("year", "money")).toEqual([0, 36_000, 18_000, 54_000]);
    expect(compliance("month", "money")).toEqual([0, ...new Array(18).fill(3_000), 54_000]);
  });

  it("is parted among users and months, TB stored and months, and TB delivered; set-up among nobody", () => {
    // 36,000 over 12 × 50 user-months = 60; the same for half a year and for all.
    expect(compliance("year", "perUser")).toEqual([null, 60, 60, 60]);
    // 3,000 over 4 TB stored for a month = 750; over 10 TB delivered = 300.
    expect(compliance("year", "perTBStored")).toEqual([null, 750, 750, 750]);
    expect(compliance("month", "perTBDelivered")).toEqual([null, ...new Array(18).fill(300), 300]);
  });

  it("has no figure for each user where there are no users", () => {
    const nobody = { ...inputs, users: 0 };
    const { rows } = breakdown(evaluateModel(nobody), demandOf(nobody, []), {
      view: "cash",
      span: "year",
      measure: "perUser",
    });
    for (const { amounts } of rows) expect(amounts).toEqual([null, null, null, null]);
  });

  it("of all categories adds up to the total, in each view, for each architecture", () => {
    for (const view of ["cash", "straightLine", "financed"] as const) {
      const { rows } = breakdown(result, demand, { view, span: "month", measure: "money" });
      expect(rows).toHaveLength(4 * 13);
      for (const architecture of result.ranking) {
        const own = rows.filter((row) => row.architecture === architecture);
        const total = own.at(-1);
        expect(total?.category).toBe("total");
        for (const [column, amount] of (total?.amounts ?? []).entries()) {
          const sum = own.slice(0, -1).reduce((all, { amounts }) => all + (amounts[column] as number), 0);
          expect(Math.abs(sum - (amount as number)), `${view} ${architecture} ${column}`).toBeLessThan(1e-6);
        }
      }
    }
  });

  it("gives in all what the model says a user costs a month", () => {
    const { rows } = breakdown(result, demand, { view: "cash", span: "year", measure: "perUser" });
    for (const architecture of result.ranking) {
      const total = rows.find((row) => row.architecture === architecture && row.category === "total")?.amounts.at(-1);
      expect(total).toBeCloseTo(result.architectures[architecture].perUserMonth as number, 9);
    }
  });
});
