import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { architectureNames, architectures } from "@/lib/model/architectures";
import { evaluateModel } from "@/lib/model/evaluate";
import type { Inputs } from "@/lib/model/inputs";
import { templateOf } from "@/lib/model/templates";
import { exportedOf, withEverything } from "@/test/workbook/exported";
import { changedWorkbook, differences, unprintedBytesOf, withCells } from "@/test/workbook/proof";
import { readWorkbook, type Values } from "@/test/workbook/read-workbook";
import { findSpreadsheet, type Spreadsheet } from "@/test/workbook/spreadsheet";
import { modelWorkbook } from "./workbook";
import { zipWorkbook } from "./zip";

/** The proof that the workbook recalculates: another program works its formulas out, and comes to what the model says of the inputs. */

const cases: readonly (readonly [template: string, changed: Partial<Inputs>])[] = [
  ["game-patches", { users: 31_000, serverPrice: 9_450, currentArchitecture: "onPremises" }],
  ["video-streaming", { catalogueItems: 70_000, hybridContributingShare: 0.13, serverLifeMonths: 17 }],
  ["archive-storage", { storedTB: 4_321.5, horizonMonths: 31, hardwarePriceChange: -0.11 }],
];

const plain = exportedOf({ name: "plain", inputs: {} });
const everything = exportedOf(withEverything);
const isMissing = "LibreOffice is not installed, and cannot be got here.";

const changed = cases.map(([name, inputs]) => {
  return { name, inputs, exported: exportedOf({ name, inputs: templateOf(name)?.inputs ?? {} }) };
});

/** Where the amount of the third line stands, 7,000. */
const amountCell =
  modelWorkbook(everything)
    .names.get("customLines_3_amount")
    ?.replace(/.*\$([A-Z]+)\$(\d+)$/, "$1$2") ?? "";

let spreadsheet: Spreadsheet | null = null;
let files: Record<string, Uint8Array> = {};
let valuesOf = (_name: string): Values => new Map();

const checksOf = (values: Values) => ["C3", "C4", "C5"].map((at) => values.get("Checks")?.get(at));

beforeAll(async () => {
  spreadsheet = await findSpreadsheet();
  if (spreadsheet === null) {
    // The one line that tells why these are left out where only npm can install.
    console.log(`Not recalculated: ${isMissing}`);
    return;
  }
  const others = changed.map(async ({ name, inputs, exported }) => [name, await changedWorkbook(exported, inputs)]);
  files = {
    planted: await unprintedBytesOf(withCells(modelWorkbook(plain), "Years", { E6: 123_456, F6: 123_456 })),
    chosen: await unprintedBytesOf(withCells(modelWorkbook(everything), "Scenarios", { B2: "Later" })),
    "other rows": await unprintedBytesOf(withCells(modelWorkbook(everything), "Scenarios", { B2: "Other rows" })),
    "a line": await unprintedBytesOf(withCells(modelWorkbook(everything), "Own lines", { [amountCell]: 5_000 })),
    // As it is exported, with all that the program has to read.
    whole: await zipWorkbook(modelWorkbook(everything)),
    "without pay": await unprintedBytesOf(
      modelWorkbook(exportedOf({ ...withEverything, scenarios: [], leavesOutPay: true })),
    ),
    ...Object.fromEntries(await Promise.all(others)),
  };
  // All in one run: the program takes longer to start than to work one out.
  valuesOf = await spreadsheet.recalculate(files);
}, 300_000);
afterAll(() => spreadsheet?.close());

describe("a workbook that another program works out", { timeout: 60_000 }, () => {
  // There is none where a machine has only what npm installs.
  beforeEach(({ skip }) => skip(spreadsheet === null, isMissing));

  it("is put right where a cached value is wrong", () => {
    // A proof by a program that believes cached values would prove nothing.
    expect(differences(readWorkbook(files.planted as Uint8Array), plain, {}).apart).toHaveLength(2);
    // Three views, four architectures, twelve categories and the total, set-up and five years.
    expect(differences(valuesOf("planted"), plain, {})).toEqual({ compared: 3 * 4 * 13 * 6, apart: [] });
  });

  it.for(changed)("follows three inputs that are changed in the file: $name", ({ name, inputs, exported }) => {
    const values = valuesOf(name);
    const { compared, apart } = differences(values, exported, inputs);
    expect(compared).toBeGreaterThan(500);
    expect(apart).toEqual([]);
    expect(checksOf(values)).toEqual([3, "inputs were changed", "yes"]);
  });

  it("says what each saves against what runs today once a cell says what does", () => {
    const savingsIn = (values: Values) => {
      const cells = values.get("Answer") ?? new Map<string, number | string>();
      const head = [...cells].find(([at, value]) => at.startsWith("A") && value === "Against today")?.[0] ?? "";
      const row = Number(head.slice(1));
      return architectures.map((_, place) =>
        ["A", "D", "E", "G"].map((column) => cells.get(`${column}${row + 1 + place}`)),
      );
    };
    const { exported, name, inputs } = changed[0] as (typeof changed)[number];
    // Nothing runs today in the file as it is.
    expect(savingsIn(readWorkbook(files.planted as Uint8Array))[0]).toEqual(["Own servers", "–", "–", "–"]);
    const of = evaluateModel({ ...exported.inputs, ...inputs }, exported.rows);
    const { onPremises: now } = of.architectures;
    for (const [place, [shown, netPresent, cash, payback]] of savingsIn(valuesOf(name)).entries()) {
      const architecture = architectures[place] as (typeof architectures)[number];
      const own = of.architectures[architecture];
      expect(shown).toBe(architectureNames[architecture]);
      expect(Math.abs(Number(netPresent) - (now.netPresentCost - own.netPresentCost))).toBeLessThan(0.005);
      expect(Math.abs(Number(cash) - (now.total - own.total))).toBeLessThan(0.005);
      expect(payback).toBe(architecture === "onPremises" ? "–" : (of.breakEven[architecture].onPremises ?? "never"));
    }
  });

  it("follows the scenario that is chosen in one cell, and says that nothing is apart", () => {
    const [{ inputs }] = withEverything.scenarios;
    const values = valuesOf("chosen");
    expect(differences(values, everything, inputs).apart).toEqual([]);
    expect(checksOf(values)).toEqual([0, "all 0.00", "yes"]);
  });

  it("follows a scenario that has rows of its own, leaves some out and adds others", () => {
    const [, { inputs, ownRows }] = withEverything.scenarios;
    const values = valuesOf("other rows");
    const { compared, apart } = differences(values, { ...everything, rows: ownRows }, inputs);
    expect(compared).toBeGreaterThan(400);
    expect(apart).toEqual([]);
    expect(checksOf(values)).toEqual([0, "all 0.00", "yes"]);
    // These rows cost something, so that following them is no accident.
    expect(differences(values, everything, inputs).apart.length).toBeGreaterThan(20);
  });

  it("says that a line was changed in the file, and follows it", () => {
    const lines = everything.rows.customLines.map((line, place) => (place === 2 ? { ...line, amount: 5_000 } : line));
    const rows = { ...everything.rows, customLines: lines };
    expect(differences(valuesOf("a line"), { ...everything, rows }, {}).apart).toEqual([]);
    expect(checksOf(valuesOf("a line"))).toEqual([1, "inputs were changed", "yes"]);
  });

  it.for(["whole", "without pay"])("has in every cell what its formula comes to: %s", (name) => {
    const worked = valuesOf(name);
    let compared = 0;
    const apart: unknown[] = [];
    for (const [sheet, cells] of readWorkbook(files[name] as Uint8Array)) {
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
