import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Inputs } from "@/lib/model/inputs";
import { templateOf } from "@/lib/model/templates";
import { exportedOf } from "@/test/workbook/exported";
import { bytesOf, changedWorkbook, differences, withCells } from "@/test/workbook/proof";
import { findSpreadsheet, type Spreadsheet } from "@/test/workbook/spreadsheet";
import { modelWorkbook } from "./workbook";

/** The proof that the workbook recalculates: another program works its formulas out, and comes to what the model says of the inputs. */

const cases: readonly (readonly [template: string, changed: Partial<Inputs>])[] = [
  ["game-patches", { users: 31_000, serverPrice: 9_450, currentArchitecture: "onPremises" }],
  ["video-streaming", { catalogueItems: 70_000, hybridContributingShare: 0.13, serverLifeMonths: 17 }],
  ["archive-storage", { storedTB: 4_321.5, horizonMonths: 31, hardwarePriceChange: -0.11 }],
];
const withAll = {
  name: "everything",
  inputs: { horizonMonths: 24, backupCopies: 0, siteLossPerYear: 0, costOfMoney: 0 },
  customLines: [
    { label: "=1+1", category: "staff", architectures: ["cloud"], kind: "monthly", amount: 100, escalation: 0.1 },
    { label: "Refund", category: "hardware", architectures: ["hybrid"], kind: "perServer", amount: -3, fromMonth: 5 },
    {
      label: "Audit",
      category: "compliance",
      architectures: ["peerToPeer"],
      kind: "once",
      amount: 7_000,
      fromMonth: 0,
    },
  ],
  scenarios: [{ name: "Later", inputs: { horizonMonths: 36, users: 90_000, currentArchitecture: "hybrid" } }],
} as const satisfies Parameters<typeof exportedOf>[0];

let spreadsheet: Spreadsheet | null = null;

describe("a workbook that another program works out", { timeout: 300_000 }, () => {
  beforeAll(async () => {
    spreadsheet = await findSpreadsheet();
    if (spreadsheet === null)
      console.log("LibreOffice is not installed and cannot be got: the workbook is not recalculated.");
  }, 300_000);
  afterAll(() => spreadsheet?.close());

  it("is put right where a cached value is wrong, follows three inputs, and chooses a scenario", async (test) => {
    if (spreadsheet === null) return test.skip();
    const plain = exportedOf({ name: "plain", inputs: {} });
    const file = modelWorkbook(plain);
    const scenarios = exportedOf(withAll);
    const chosen = withCells(modelWorkbook(scenarios), "Scenarios", { B2: "Later" });
    const models = cases.map(([key]) => exportedOf({ name: key, inputs: templateOf(key)?.inputs ?? {} }));
    const values = await spreadsheet.recalculate({
      // A proof by a program that believes cached values would prove nothing.
      planted: await bytesOf(withCells(file, "Years", { E6: 123_456, F6: 123_456 })),
      whole: await bytesOf(modelWorkbook(scenarios)),
      chosen: await bytesOf(chosen),
      ...Object.fromEntries(
        await Promise.all(cases.map(async ([key, changed], i) => [key, await changedWorkbook(models[i]!, changed)])),
      ),
    });
    expect(differences(values.planted!, plain, {})).toEqual({ compared: 936, apart: [] });
    expect(differences(values.whole!, scenarios, {}).apart).toEqual([]);
    expect(differences(values.chosen!, scenarios, scenarios.scenarios[0]!.inputs).apart).toEqual([]);
    for (const [i, [key, changed]] of cases.entries()) {
      const found = differences(values[key]!, models[i]!, changed);
      expect(found.compared).toBeGreaterThan(500);
      expect(found.apart).toEqual([]);
    }
    // Every check says so too, by formulas of its own, for the scenario that was chosen.
    expect(values.whole!.get("Checks")!.get("C4")).toBe("all 0.00");
    expect(values.chosen!.get("Checks")!.get("C4")).toBe("all 0.00");
    expect(values["game-patches"]!.get("Checks")!.get("C4")).toBe("inputs were changed");
    expect(values["game-patches"]!.get("Checks")!.get("C3")).toBe(3);
  });

  it("has in every cell what its formula comes to", async (test) => {
    if (spreadsheet === null) return test.skip();
    const file = modelWorkbook(exportedOf(withAll));
    const { same } = await spreadsheet.recalculate({ same: await bytesOf(file) });
    const { readWorkbook } = await import("@/test/workbook/read-workbook");
    let compared = 0;
    const apart: unknown[] = [];
    for (const [sheet, cells] of readWorkbook(await bytesOf(file))) {
      for (const [at, cached] of cells) {
        const worked = same!.get(sheet)?.get(at) ?? "";
        compared++;
        const isSame =
          typeof cached === "number" && typeof worked === "number"
            ? Math.abs(worked - cached) <= 1e-9 * Math.abs(cached)
            : worked === cached;
        if (!isSame) apart.push({ sheet, at, cached, worked });
      }
    }
    expect(compared).toBeGreaterThan(10_000);
    expect(apart).toEqual([]);
  });
});
