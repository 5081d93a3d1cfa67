import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { leftOut, methodQuantities, methodSections } from "@/lib/analysis/method";
import { publishedTables, toPrintedDigits } from "@/lib/analysis/published-tables";
import { costModel } from "@/lib/model/cost-model";
import { inputList } from "@/lib/model/inputs";
import { noRows } from "@/lib/model/rows/own-rows";
import { modelMarkdown } from "./model-markdown";

describe("docs/model.md", () => {
  const written = readFileSync(new URL("../../docs/model.md", import.meta.url), "utf8");

  it("is what the declarations say (npm run docs writes it)", () => {
    expect(written === modelMarkdown(), "docs/model.md is stale: run npm run docs").toBe(true);
  });

  it("has every quantity once, with its unit and source, and every input", () => {
    for (const { key, unit, source } of costModel(noRows).program.quantities.keys()) {
      const shown = source?.replace("model.md section", "this method, section");
      expect(written.split(`(\`${key}\`, ${unit}; ${shown})`).length, key).toBe(2);
    }
    // Section 20 of infrastructure.md is section 12 here.
    for (const [key, number] of [
      ["register.server", 12],
      ["onPremises.equipmentLines.0.upkeep", 13],
      ["onPremises.staffLines.0.heads", 14],
      ["participants.leaving", 15],
    ])
      expect(written.split(new RegExp(`\\(\`${key}\`, .*; this method, section ${number}\\)`)).length, `${key}`).toBe(
        2,
      );
    for (const { key } of inputList) expect(written, key).toContain(`| \`${key}\` |`);
  });
});

describe("the method", () => {
  it("has each quantity in one section, and none without", () => {
    const keys = methodSections().flatMap(({ groups }) =>
      groups.flatMap(({ entries }) => entries.map(({ key }) => key)),
    );
    expect([...keys].sort()).toEqual(
      methodQuantities()
        .map(({ key }) => key)
        .sort(),
    );
    for (const { key } of costModel(noRows).program.quantities.keys()) expect(keys).toContain(key);
    expect(methodSections().map(({ number }) => number)).toEqual(Array.from({ length: 15 }, (_, i) => i + 1));
    for (const { number, groups } of methodSections())
      if (number > 1) expect(groups.length, `section ${number}`).toBeGreaterThan(0);
  });

  it("shows published figures that come out as they are printed", () => {
    const tables = publishedTables();
    expect(tables.map(({ rows }) => rows.length)).toEqual([4, 1, 1, 1, 1, 1, 1, 7]);
    for (const { title, rows } of tables) {
      for (const { label, printed, here, tolerance } of rows)
        expect(Math.abs(here - printed), `${title}: ${label}`).toBeLessThanOrEqual(tolerance);
    }
    expect(toPrintedDigits(298.8149, 298.81)).toBe(298.81);
    expect(toPrintedDigits(474_208.4, 474_208)).toBe(474_208);
    expect(toPrintedDigits(7.35449e-12, 7.354e-12)).toBe(7.354e-12);
  });

  it("says what it leaves out", () => {
    expect(leftOut.length).toBeGreaterThan(8);
  });
});
