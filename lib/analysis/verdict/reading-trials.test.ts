import { describe, expect, it } from "vitest";
import { defaultInputs } from "@/lib/model/inputs";
import { resultOf, type ToldOfAll, trialsOf } from "@/test/figures/uncertain-result";
import type { Movement } from "../sensitivity/sensitivity";
import type { UncertaintyDocument } from "../uncertainty/document";
import { formatBorne } from "./borne";
import { ofHundred } from "./chance";
import { comparisonRows } from "./comparison";
import { flipsOf } from "./flips";
import { measureFirst } from "./measure-first";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("shares of trials", () => {
  it.each([
    [0, "<1"],
    [0.0049, "<1"],
    [0.005, "1"],
    [0.475, "48"],
    [0.994, "99"],
    [0.996, ">99"],
    [1, ">99"],
  ])("%d is %s of 100", (share, words) => expect(ofHundred(share)).toBe(words));
});

describe("money with a standard error", () => {
  it.each([
    // The error is in the third digit; in the second; in the first; larger than the amount.
    [5_674_000, 12_000, "5.67 M USD"],
    [5_674_000, 120_000, "5.7 M USD"],
    [5_674_000, 1_200_000, "6 M USD"],
    [5_674_000, 9_000_000, "6 M USD"],
    [5_674_000, 1, "5.67 M USD"],
    [5_674_000, 0, "5.67 M USD"],
  ])("%d known to %d is %s", (amount, error, words) => expect(plain(formatBorne(amount, error, "USD"))).toBe(words));
});

function movement(
  key: Movement["key"],
  value: number,
  turning: number,
  end: number,
  leader: "cloud" | "onPremises",
): Movement {
  const reach = (at: number) => ({ value: at, difference: 0, leader });
  const side = end > value ? "high" : "low";
  return {
    ...{ key, value, low: reach(side === "low" ? end : value), high: reach(side === "high" ? end : value) },
    ...{ isOwnRange: false, swing: 1, isUntouchedAssumption: false, turning: { ...reach(turning), side, leader } },
  };
}

describe("what would flip it", () => {
  it("is said with the value, what it is now and who would win, the shortest way first", () => {
    // Users go half of their way, the fee of the cloud's support a tenth.
    const flips = flipsOf(
      [
        movement("users", 50_000, 60_000, 70_000, "cloud"),
        movement("pue", 1.5, 1.49, 1.4, "onPremises"),
        { ...movement("storedTB", 100, 110, 150, "cloud"), turning: null },
      ],
      "USD",
    );
    expect(flips.map(({ words }) => plain(words))).toEqual([
      expect.stringMatching(/ below 1\.49.* \(now 1\.5.*\): own servers\.$/),
      "Users above 60,000 users (now 50,000 users): the cloud.",
    ]);
  });
});

describe("what to measure first", () => {
  const none = { firstOrder: 0, firstPlace: 0, evppi: 0, standardError: 0 };
  const told = (
    inputs: UncertaintyDocument["inputs"],
    groups: UncertaintyDocument["groups"] = [],
    by: "money" | "firstPlace" = "money",
  ) => measureFirst({ inputs, groups } as UncertaintyDocument, by).map(({ key, hasWorth }) => [key, hasWorth]);

  it("is what is worth most in money, then what decides the first place", () => {
    expect(
      told([
        { ...none, key: "users", firstPlace: 0.5 },
        { ...none, key: "pue", evppi: 2000, standardError: 100 },
        { ...none, key: "sites", evppi: 9000, standardError: 100 },
      ]),
    ).toEqual([
      ["sites", true],
      ["pue", true],
    ]);
  });

  it("is what decides the first place where targets are in doubt", () => {
    const worthy = { ...none, key: "pue", evppi: 2000, standardError: 100, firstPlace: 0.1 };
    expect(told([worthy, { ...none, key: "users", firstPlace: 0.5 }], [], "firstPlace")).toEqual([
      ["users", false],
      ["pue", true],
    ]);
  });

  it("does not take chance for worth, nor name what decides nothing", () => {
    expect(
      told([
        { ...none, key: "users", evppi: 9000, standardError: 5000 },
        { ...none, key: "pue", firstPlace: 0.3 },
      ]),
    ).toEqual([["pue", false]]);
  });

  it("names a group or its member, not both", () => {
    const input = { ...none, key: "users", evppi: 500, standardError: 1 };
    const group = { ...none, driver: "demand-size" as const, members: ["users", "storedTB"] };
    expect(told([input], [{ ...group, evppi: 800, standardError: 1 }])).toEqual([["demand-size", true]]);
    expect(told([input], [{ ...group, evppi: 500, standardError: 1 }])).toEqual([["users", true]]);
  });
});

describe("the comparison", () => {
  const told: ToldOfAll = {
    onPremises: { cost: 400, cheapest: 0.7, leastCost: 0.8, eligible: 0.9 },
    cloud: { cost: 500, cheapest: 0.3, leastCost: 0.2 },
    hybrid: { cost: 100, isOut: true, unavailability: 0.01, eligible: 0.1 },
    peerToPeer: { cost: 600 },
  };

  it("has the architectures by rank, those that miss a target last, with both totals", () => {
    const rows = comparisonRows(resultOf(told), defaultInputs, null);
    expect(rows.map(({ architecture }) => architecture)).toEqual(["onPremises", "cloud", "peerToPeer", "hybrid"]);
    expect(rows.map(({ netPresentCost, cash }) => [netPresentCost, cash])[0]).toEqual([400, 480]);
    expect(rows.every(({ doubt }) => doubt === null)).toBe(true);
    expect(rows[3]).toMatchObject({ isEligible: false, downtime: 0.01, meetsAvailability: false });
  });

  it("says what trials make of each", () => {
    const [first] = comparisonRows(resultOf(told), defaultInputs, trialsOf(told));
    expect(first?.doubt).toEqual({ p10: 320, p50: 400, p90: 520, costsLeast: 0.8, meetsTargets: 0.9, comesFirst: 0.7 });
  });

  it("sets each against what runs today, where something does", () => {
    const rows = comparisonRows(resultOf(told), { ...defaultInputs, currentArchitecture: "cloud" }, null);
    expect(rows.map(({ againstToday }) => againstToday)).toEqual([-100, null, 100, -400]);
  });
});
