import { expect, it } from "vitest";
import { evaluateModel, evaluateWhole } from "@/lib/model/evaluate";
import { complete } from "@/test/figures/complete";
import { whatGetsBuilt } from "./built";

const calendar = { startMonth: "2027-01", fiscalYearStart: 7 };
const growing = complete({
  horizonMonths: 18,
  coreHours: 0,
  storedTB: 100,
  storedGrowth: 0.21,
  storageTotalPieces: 6,
  storageDataPieces: 4,
  storageFill: 0.75,
  users: 1_000,
  usersGrowth: 0,
  hybridContributingShare: 0.25,
});
const rowOf = (key: string, span: "year" | "fiscalYear" = "year") => {
  const { columns, rows } = whatGetsBuilt(evaluateModel(growing), evaluateWhole(growing), span, calendar);
  return { labels: columns.map(({ label }) => label), ...rows.find((row) => row.key === key) };
};

it("is what stands at the end of each year, or fiscal year", () => {
  // 100 TB grow by 21 % a year: 121 at the end of the first, 133.1 half a year later.
  const year = rowOf("storedTB");
  expect(year.labels).toEqual(["Year 1", "Year 2 (6 months)"]);
  expect(year).toMatchObject({ architecture: "cloud", label: "Data stored", unit: "TB" });
  expect(year.counts?.map((count) => count.toFixed(9))).toEqual(["121.000000000", "133.100000000"]);
  // From January to June, and the twelve months from July on.
  const fiscal = rowOf("storedTB", "fiscalYear");
  expect(fiscal.labels).toEqual(["FY 2026/27 (6 months)", "FY 2027/28"]);
  expect(fiscal.counts?.map((count) => count.toFixed(9))).toEqual(["110.000000000", "133.100000000"]);
});

it("has raw storage with its pieces and its slack, and users who upload", () => {
  // 121 × 6/4 / 0.75 = 242.
  expect(rowOf("rawTB").counts?.[0]).toBeCloseTo(242, 9);
  // A quarter of a thousand.
  expect(rowOf("hybrid.contributors").counts).toEqual([250, 250]);
});

it("names each row without its architecture, in the order of the ranking", () => {
  const result = evaluateModel(growing);
  const { rows } = whatGetsBuilt(result, evaluateWhole(growing), "year", calendar);
  expect([...new Set(rows.map(({ architecture }) => architecture))]).toEqual(result.ranking);
  expect(rows.filter(({ key }) => key.endsWith("operationsFTE")).map(({ label }) => label)).toEqual(
    new Array(4).fill("Operations staff"),
  );
  for (const { counts, key } of rows) expect(counts.every(Number.isFinite), key).toBe(true);
});
