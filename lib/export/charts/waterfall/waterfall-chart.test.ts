import { describe, expect, it } from "vitest";
import type { Waterfalls } from "@/lib/analysis/waterfall";
import type { Architecture } from "@/lib/model/architectures";
import { movingChange, scenarioSavingWords, waterfallChart, waterfallRows } from "./waterfall-chart";

const plain = (text: string | null) => text?.replaceAll("\u00a0", " ");
const fall = (start: number, change: number) => ({
  start,
  end: start + change,
  steps: [{ keys: ["users"], from: start, to: start + change, change }],
});
/** Own servers run today: 900,000, and 950,000 with more users. The cloud 700,000 and 800,000, hybrid 1,000,000 and as before. */
const all = {
  onPremises: fall(900_000, 50_000),
  cloud: fall(700_000, 100_000),
  hybrid: fall(1_000_000, 0),
  peerToPeer: fall(650_000.1, 10),
} as Waterfalls;
const given = (today: Architecture | null) => ({
  ...{ all, scenario: "More users", currency: "USD" },
  today: today && { inBase: today, inScenario: today },
});
const barsOf = (today: Architecture | null, of: Architecture) =>
  waterfallChart(given(today), of).bars.map(({ label, from, to, kind }) => [label, from, to, kind]);

describe("the waterfall of a scenario", () => {
  it("begins with the base, and against today with what going on as now costs", () => {
    expect(barsOf(null, "cloud")).toEqual([
      ["Base", 0, 700_000, "level"],
      ["Users", 700_000, 800_000, "change"],
      ["More users", 0, 800_000, "level"],
    ]);
    expect(barsOf("onPremises", "cloud")).toEqual([
      ["Going on as now", 0, 900_000, "level"],
      ["Moving to the cloud", 900_000, 700_000, "change"],
      ["Base", 0, 700_000, "level"],
      ["Users", 700_000, 800_000, "change"],
      ["More users", 0, 800_000, "level"],
    ]);
  });

  it("moves nowhere with what runs today itself", () => {
    expect(barsOf("onPremises", "onPremises").map(([label]) => label)).toEqual([
      "Going on as now",
      "Users",
      "More users",
    ]);
    expect(movingChange(all, "onPremises", "onPremises")).toBe(0);
  });

  it("says what is saved with the scenario's own figures, which going on as now has there, too", () => {
    // 950,000 - 800,000.
    expect(plain(scenarioSavingWords(given("onPremises"), "cloud"))).toBe(
      "With the figures of More users going on as now costs 950,000 USD; there the cloud saves 150,000 USD.",
    );
    // 1,000,000 - 950,000.
    expect(plain(scenarioSavingWords(given("onPremises"), "hybrid"))).toMatch(/there hybrid costs 50,000 USD more\.$/);
    expect(plain(scenarioSavingWords(given("onPremises"), "onPremises"))).toMatch(/costs 950,000 USD\.$/);
    expect(scenarioSavingWords(given(null), "cloud")).toBeNull();
  });

  it("has the same rows in its file, to the cent", () => {
    const rows = waterfallRows(given("onPremises")).map((row) =>
      row.map((cell) => (typeof cell === "string" ? cell : cell.figure)),
    );
    expect(rows.map(([label]) => label)).toEqual([
      "difference",
      "Going on as now",
      "Moving",
      "Base",
      "Users",
      "More users",
    ]);
    expect(rows[1]?.slice(1)).toEqual(["900000.00", "900000.00", "900000.00", "900000.00"]);
    // 650,000.10 - 900,000.
    expect(rows[2]?.slice(1)).toEqual(["0.00", "-200000.00", "100000.00", "-249999.90"]);
  });
});
