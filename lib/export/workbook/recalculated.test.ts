import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Inputs } from "@/lib/model/inputs";
import { templateOf } from "@/lib/model/templates";
import { exportedOf, withEverything } from "@/test/workbook/exported";
import { bytesOf, changedWorkbook, differences, withCells } from "@/test/workbook/proof";
import { readWorkbook, type Values } from "@/test/workbook/read-workbook";
import { findSpreadsheet, type Spreadsheet } from "@/test/workbook/spreadsheet";
import { modelWorkbook } from "./workbook";

/** The proof that the workbook recalculates: another program works its formulas out, and comes to what the model says of the inputs. */

const cases: readonly (readonly [template: string, changed: Partial<Inputs>])[] = [
  ["game-patches", { users: 31_000, serverPrice: 9_450, currentArchitecture: "onPremises" }],
  ["video-streaming", { catalogueItems: 70_000, hybridContributingShare: 0.13, serverLifeMonths: 17 }],
  ["archive-storage", { storedTB: 4_321.5, horizonMonths: 31, hardwarePriceChange: -0.11 }],
];

let spreadsheet: Spreadsheet | null = null;

const checksOf = (values: Values) => ["C3", "C4", "C5"].map((at) => values.get("Checks")?.get(at));

describe("a workbook that another program works out", { timeout: 300_000 }, () => {
  beforeAll(async () => {
    spreadsheet = await findSpreadsheet();
    if (spreadsheet === null) console.log("Not recalculated: LibreOffice is not installed, and cannot be got here.");
  }, 300_000);
  afterAll(() => spreadsheet?.close());

  it("is put right where a cached value is wrong", async (test) => {
    if (spreadsheet === null) return test.skip();
    // A proof by a program that believes cached values would prove nothing.
    const exported = exportedOf({ name: "plain", inputs: {} });
    const planted = withCells(modelWorkbook(exported), "Years", { E6: 123_456, F6: 123_456 });
    const bytes = await bytesOf(planted);
    expect(differences(readWorkbook(bytes), exported, {}).apart).toHaveLength(2);
    const values = await spreadsheet.recalculate({ planted: bytes });
    // Three views, four architectures, twelve categories and the total, set-up and five years.
    expect(differences(values("planted"), exported, {})).toEqual({ compared: 3 * 4 * 13 * 6, apart: [] });
  });

  it("follows three inputs that are changed in the file", async (test) => {
    if (spreadsheet === null) return test.skip();
    const all = cases.map(([name, changed]) => {
      return { name, changed, exported: exportedOf({ name, inputs: templateOf(name)?.inputs ?? {} }) };
    });
    const files = all.map(async ({ name, changed, exported }) => [name, await changedWorkbook(exported, changed)]);
    const values = await spreadsheet.recalculate(Object.fromEntries(await Promise.all(files)));
    for (const { name, changed, exported } of all) {
      const { compared, apart } = differences(values(name), exported, changed);
      expect(compared).toBeGreaterThan(500);
      expect(apart).toEqual([]);
      expect(checksOf(values(name))).toEqual([3, "inputs were changed", "yes"]);
    }
  });

  it("follows the scenario that is chosen in one cell, and says that nothing is apart", async (test) => {
    if (spreadsheet === null) return test.skip();
    const exported = exportedOf(withEverything);
    const chosen = withCells(modelWorkbook(exported), "Scenarios", { B2: "Later" });
    const values = await spreadsheet.recalculate({ chosen: await bytesOf(chosen) });
    const [{ inputs }] = withEverything.scenarios;
    expect(differences(values("chosen"), exported, inputs).apart).toEqual([]);
    expect(checksOf(values("chosen"))).toEqual([0, "all 0.00", "yes"]);
  });

  it.for([false, true])("has in every cell what its formula comes to; pay left out: %s", async (leavesOutPay, test) => {
    if (spreadsheet === null) return test.skip();
    const bytes = await bytesOf(modelWorkbook(exportedOf({ ...withEverything, leavesOutPay })));
    const values = await spreadsheet.recalculate({ same: bytes });
    const worked = values("same");
    let compared = 0;
    const apart: unknown[] = [];
    for (const [sheet, cells] of readWorkbook(bytes)) {
      for (const [at, cached] of cells) {
        const value = worked.get(sheet)?.get(at) ?? "";
        compared++;
        const isNear =
          typeof cached === "number" &&
          typeof value === "number" &&
          Math.abs(value - cached) <= 1e-9 * Math.abs(cached);
        if (!isNear && value !== cached) apart.push({ sheet, at, cached, value });
      }
    }
    expect(compared).toBeGreaterThan(10_000);
    expect(apart).toEqual([]);
  });
});
