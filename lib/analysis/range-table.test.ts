import { expect, it } from "vitest";
import { declaredRanges } from "@/lib/model/ranges/declared-ranges";
import { rangeTable } from "./range-table";

it("states every declared range with its scale, what moves it, and what says so", () => {
  const rows = rangeTable().flatMap((group) => group.rows);
  expect(rows.map(({ key }) => key).sort()).toEqual(Object.keys(declaredRanges).sort());
  // From lib/model/ranges/servers.ts and demand.ts, by hand.
  expect(rows.find(({ key }) => key === "serverPrice")).toMatchObject({
    default: "14,000 USD",
    range: "8,500 to 24,000 USD in 8 of 10 cases",
    scale: "uncertain by a factor",
    driver: "rises with “Price level of machines”",
    grade: "Derived from sources",
  });
  expect(rows.find(({ key }) => key === "peakToMean")?.driver).toBe(
    "falls with “How evenly and tightly machines are loaded”",
  );
  expect(rows.find(({ key }) => key === "serverLifeMonths")?.driver).toBe("");
});
