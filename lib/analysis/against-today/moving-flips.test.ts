import { describe, expect, it } from "vitest";
import type { Movement, PairSensitivity } from "../sensitivity/sensitivity";
import { movingFlips, movingTurnWords } from "./moving-flips";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

/** Where moving to the cloud from own servers saves so much now, and who is the better choice. */
const moving = (difference: number, leader: "cloud" | "onPremises", turning: readonly Movement[] = []) =>
  ({ first: "cloud", second: "onPremises", leader, difference, turning }) as unknown as PairSensitivity;
const engineers = (leader: "cloud" | "onPremises" | "peerToPeer", difference: number): Movement => {
  const reach = (value: number) => ({ value, difference, leader });
  return {
    ...{ key: "cloudEngineeringFTE", value: 2, low: reach(1), high: reach(3), isOwnRange: false, swing: 1 },
    ...{ isUntouchedAssumption: false, turning: { ...reach(2.5), side: "high" } },
  };
};

describe("what would flip moving", () => {
  it("is going on as now that costs less, from a value on", () => {
    const pair = moving(40_000, "cloud", [engineers("onPremises", -20)]);
    const turns = { turning: [engineers("peerToPeer", 1)], againstToday: { cloud: pair } };
    expect(movingFlips(turns, "cloud", "USD").map(({ words }) => plain(words))).toEqual([
      expect.stringMatching(/ above 2\.5 FTE \(now 2 FTE\): going on as now costs less\.$/),
    ]);
    expect(movingFlips(turns, "cloud", "USD", ["cloudEngineeringFTE"])[0]?.words).toMatch(
      /^[^0-9]*: going on as now costs less\.$/,
    );
  });

  it("is another in the first place where there is nothing to move to", () => {
    const turns = { turning: [engineers("peerToPeer", 1)], againstToday: {} };
    expect(movingFlips(turns, null, "USD")[0]?.words).toMatch(/: peer to peer\.$/);
  });

  it.each([
    ["moving begins to save", -40, "onPremises", "cloud", 20, "moving to the cloud saves"],
    ["what runs today begins to miss a target", -40, "onPremises", "cloud", -20, "going on as now misses a target"],
    ["moving ceases to save", 40, "cloud", "onPremises", -20, "going on as now costs less"],
    ["what is moved to begins to miss a target", 40, "cloud", "onPremises", 20, "the cloud misses a target"],
    [
      "what runs today, cheaper all along, begins to meet the targets",
      ...([-40, "cloud", "onPremises", -20] as const),
      "going on as now meets the targets, for less",
    ],
  ] as const)("says so where %s", (_, now, better, leader, difference, words) => {
    expect(movingTurnWords(moving(now, better), { leader, difference })).toBe(words);
  });
});
