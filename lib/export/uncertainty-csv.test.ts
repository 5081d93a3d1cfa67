import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { UncertaintyDocument } from "@/lib/analysis/uncertainty/document";
import { uncertaintyCsv } from "./uncertainty-csv";

/** Worked by an independent evaluation of uncertainty.md. */
const file = new URL("../analysis/uncertainty/oracles/uncertainty-defaults.json", import.meta.url);
const document = JSON.parse(readFileSync(file, "utf8")).expected as UncertaintyDocument;
const rowsOf = (isLeftOut?: (key: string) => boolean) =>
  parse([...uncertaintyCsv({ currency: "USD", document, ...(isLeftOut && { isLeftOut }) })].join("")) as string[][];

describe("uncertainty.csv", () => {
  it("has a figure a row, money rounded to the currency, shares to six digits", () => {
    const rows = rowsOf();
    expect(rows[0]).toEqual(["architecture", "figure", "statistic", "value", "standardError", "unit"]);
    // The figures as the document has them: 8470545.528…, 174036.411…; 0.378, 0.01533349…; 144702.249…, 18514.642….
    expect(rows).toContainEqual(["cloud", "netPresentCost", "mean", "8470545.53", "174036.41", "USD"]);
    expect(rows).toContainEqual(["cloud", "netPresentCost", "95 % quantile", "16217587.44", "1036527.95", "USD"]);
    expect(rows).toContainEqual(["cloud", "cheapest", "share of trials", "0.378", "0.0153335", "share"]);
    expect(rows).toContainEqual(["", "all inputs", "worth of knowing them", "144702.25", "18514.64", "USD"]);
    expect(rows).toContainEqual(["", "trials", "kept", "1000", "", "trials"]);
    expect(rows).toContainEqual(["cloud", "break-even against onPremises", "never", "0.83", "", "share"]);
    // A month that never comes has no value.
    expect(rows).toContainEqual(["cloud", "break-even against onPremises", "10 % quantile", "0", "", "month"]);
    expect(rows).toContainEqual(["cloud", "break-even against onPremises", "50 % quantile", "", "", "month"]);
    expect(rows.every((row) => row.length === 6)).toBe(true);
    expect(rows.flat().filter((cell) => /NaN|Infinity|undefined|null/.test(cell))).toEqual([]);
  });

  it("leaves out inputs that a reader is not shown, and the groups that they are in", () => {
    const figures = rowsOf((key) => key === "operationsSalary").map(([, figure]) => figure);
    expect(figures).not.toContain("operationsSalary");
    expect(figures).not.toContain("driver:pay");
    expect(figures).toEqual(expect.arrayContaining(["users", "driver:energy"]));
    expect(rowsOf().map(([, figure]) => figure)).toEqual(expect.arrayContaining(["operationsSalary", "driver:pay"]));
  });
});
