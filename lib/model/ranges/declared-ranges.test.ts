import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { declaredRanges } from "./declared-ranges";
import { drivers } from "./drivers";

/** oracles/ranges.csv and oracles/drivers.csv: copies of the design's tables. */
const table = (name: string): Record<string, string>[] =>
  parse(readFileSync(new URL(`./oracles/${name}.csv`, import.meta.url), "utf8"), { columns: true });

it("ranges are those of the design's table, in its order", () => {
  expect(
    Object.entries(declaredRanges).map(([key, { scale, low, high, driver = "", sign, grade, basis }]) => ({
      ...{ key, scale, low, high, driver, sign: driver === "" ? "" : String(sign), grade, basis },
    })),
  ).toEqual(table("ranges").map((row) => ({ ...row, low: Number(row.low), high: Number(row.high) })));
});

it("drivers are those of the design's table, in its order", () => {
  expect(Object.entries(drivers).map(([driver, declared]) => ({ driver, ...declared }))).toEqual(table("drivers"));
});
