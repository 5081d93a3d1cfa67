import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { inputList } from "../inputs";
import { modelVersion } from "../version";
import { asReleased } from "./as-released";
import { declaredOf } from "./declared-of";
import { olderVersions } from "./older-versions";
import type { ReleasedInput } from "./released-input";

/** A released table, as it is entered among the older ones when the version is raised. */
function tableOf(version: number): ReleasedInput[] {
  const text = readFileSync(new URL(`./version-${version}.csv`, import.meta.url), "utf8");
  const rows: Record<"key" | "unit" | "default" | "min" | "max" | "integer" | "low" | "high", string>[] = parse(text, {
    columns: true,
  });
  return rows.map(({ key, unit, default: usual, min, max, integer, low, high }) =>
    unit.startsWith("enum ")
      ? { key, default: usual, choices: unit.slice(5).split("|") }
      : {
          ...{ key, default: Number(usual), min: Number(min), max: Number(max), integer: integer === "yes" },
          ...(low !== "" && { low: Number(low), high: Number(high) }),
        },
  );
}

describe("the inputs of a version", () => {
  it("are there for every version before the present one, as its table has them", () => {
    const before = Array.from({ length: modelVersion - 1 }, (_, index) => index + 1);
    expect([...olderVersions.keys()]).toEqual(before);
    for (const version of before) expect(olderVersions.get(version)).toEqual(tableOf(version));
  });

  it("are made of a released table: that of the present version makes the declarations", () => {
    expect(asReleased(tableOf(modelVersion)).flatMap(({ inputs }) => inputs)).toEqual(inputList);
    expect(declaredOf(modelVersion, 1).input.users).toBe(inputList.find(({ key }) => key === "users"));
  });

  it("keep the ranges of then, and where there was none they have none", () => {
    // version-1.csv: utilisation 0.5 from 0.25 to 1; the life of a server without a range.
    const { serverUtilisation, serverLifeMonths } = declaredOf(1, 1).input;
    expect(serverUtilisation).toMatchObject({ default: 0.5, low: 0.25, high: 1 });
    expect(serverLifeMonths).not.toHaveProperty("low");
  });
});
