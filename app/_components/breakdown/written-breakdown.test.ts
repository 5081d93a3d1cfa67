import { describe, expect, it } from "vitest";
import { largestSumGap } from "@/app/_components/results/tables/shown-sums";
import type { Breakdown, BreakdownRow } from "@/lib/analysis/breakdown";
import { csvTexts } from "@/test/csv-texts";
import { fileRows, writtenBreakdown } from "./written-breakdown";

const row = (
  architecture: "cloud" | "hybrid",
  key: BreakdownRow["key"],
  name: string,
  amounts: (number | null)[],
): BreakdownRow => ({ architecture, key, name, amounts });

// A total, its net present cost, set-up and one month.
const table: Breakdown = {
  base: "cloud",
  columns: [
    { label: "Total", from: 0, to: 1, kind: "total" },
    { label: "Net present cost", from: 0, to: 1, kind: "netPresent" },
    { label: "Set-up", from: 0, to: 0, kind: "period" },
    { label: "Month 1", from: 1, to: 1, kind: "period" },
  ],
  rows: [
    row("cloud", "hardware", "Hardware", [0.004, 0, 0, 0.004]),
    row("cloud", "staff", "Staff", [1500, 1490, 500, 1000]),
    row("cloud", "total", "Total", [1500.004, 1490, 500, 1000.004]),
    row("cloud", "netPresent", "Net present cost", [1490, 1490, 500, 990]),
    row("hybrid", "staff", "Staff", [1200, 1250, 500, 700]),
    row("hybrid", "total", "Total", [1200, 1250, 500, 700]),
    row("hybrid", "netPresent", "Net present cost", [1250, 1250, 500, 750]),
    row("hybrid", "difference", "Difference from the cloud", [-300.004, -240, 0, -300.004]),
  ],
};
const options = {
  view: "cash" as const,
  measure: "money" as const,
  currency: "USD",
  calendar: { startMonth: "2027-03", fiscalYearStart: 4 },
  discountRate: "8 %",
  zeros: false,
};
const textsOf = (some: Partial<typeof options>, name: string) =>
  writtenBreakdown(table, { ...options, ...some })
    .rows.filter(({ row }) => row.name === name)
    .map(({ texts }) => texts);

describe("a written breakdown", () => {
  it("leaves out categories without a figure, unless they are asked for, and no total", () => {
    expect(textsOf({}, "Hardware")).toEqual([]);
    expect(textsOf({ zeros: true }, "Hardware")).toEqual([["0.00", "0.00", "0.00", "0.00"]]);
    const nothing: Breakdown = { ...table, rows: [row("cloud", "total", "Total", [0, 0, 0, 0])] };
    expect(writtenBreakdown(nothing, options).rows).toHaveLength(1);
  });

  it("writes differences with their sign, and nothing as nothing", () => {
    expect(textsOf({}, "Difference from the cloud")).toEqual([["−300.00", "−240.00", "0.00", "−300.00"]]);
    const dearer: Breakdown = { ...table, rows: [row("hybrid", "difference", "Difference", [12.5, 0, null, -0.001])] };
    expect(writtenBreakdown(dearer, options).rows[0]?.texts).toEqual(["+12.50", "0.00", "–", "0.00"]);
  });

  it("says that its figures are savings, and which way they go", () => {
    expect(writtenBreakdown(table, options).unit).toBe("Total, USD, cash");
    expect(writtenBreakdown(table, { ...options, against: "cloud" }).unit).toBe(
      "Saved against today (below zero: extra cost), USD, cash",
    );
  });

  it("says under each column what it is, or when", () => {
    // Month 1 is March 2027, the last of the fiscal year that began in April 2026.
    expect(writtenBreakdown(table, options).under).toEqual([
      ["cash"],
      ["cash, 8 % a year"],
      [],
      ["Mar 2027", "FY 2026/27"],
    ]);
  });

  it("adds up down, across and from one total to another, or says by how much not", () => {
    expect(largestSumGap(writtenBreakdown(table, options).sums)).toBeNull();
    const off = (at: number, amounts: number[]): Breakdown => ({
      ...table,
      rows: table.rows.map((each, place) => (place === at ? { ...each, amounts } : each)),
    });
    // A category that is a cent more; a net present cost across; a difference of two cents.
    const gap = (of: Breakdown) => largestSumGap(writtenBreakdown(of, options).sums);
    expect(gap(off(4, [1200.01, 1250, 500, 700.01]))).toBe("0.01");
    expect(gap(off(6, [1250.03, 1250.03, 500, 750]))).toBe("0.03");
    expect(gap(off(7, [-300.02, -240, 0, -300]))).toBe("0.02");
  });

  it("is a file of plain figures", () => {
    const written = writtenBreakdown(table, options);
    expect(csvTexts(fileRows(written, "USD", "money")).slice(0, 3)).toEqual([
      ["architecture", "Total, USD, cash", "Total", "Net present cost", "Set-up", "Month 1"],
      ["Cloud", "Staff", "1500.00", "1490.00", "500.00", "1000.00"],
      ["Cloud", "Total", "1500.00", "1490.00", "500.00", "1000.00"],
    ]);
    expect(csvTexts(fileRows(written, "USD", "perUser"))[2]).toEqual([
      "Cloud",
      "Total",
      "1500.004",
      "1490",
      "500",
      "1000.004",
    ]);
  });
});
