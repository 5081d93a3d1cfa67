import { describe, expect, it } from "vitest";
import { evaluateModel } from "@/lib/model/evaluate";
import { defaultInputs } from "@/lib/model/inputs";
import { noRows } from "@/lib/model/rows/own-rows";
import { compare, inCurrency, type LevelsByArchitecture, proposedSettings, withoutCriterion } from "./comparison";
import { computedLevels } from "./levels";
import { pricesWords } from "./objective-words";
import { comparePeople } from "./people";

const levels = computedLevels(defaultInputs, noRows) as LevelsByArchitecture;
const proposed = proposedSettings(levels);

describe("what stands before anybody has weighed", () => {
  it("ranks by cost alone, as the answer does", () => {
    const { ranking } = evaluateModel(defaultInputs, noRows);
    const order = ["onPremises", "cloud", "hybrid", "peerToPeer"];
    const { architectures } = evaluateModel(defaultInputs, noRows);
    const byCost = [...ranking].sort((a, b) => architectures[a].netPresentCost - architectures[b].netPresentCost);
    expect(compare(proposed, levels, [0, 1, 2, 3]).ranking.map((place) => order[place])).toEqual(byCost);
  });

  it("holds every criterion whose ends the present levels give", () => {
    expect(proposed.criteria.map(({ key }) => key)).toContain("cost");
    expect(proposed.criteria.map(({ key }) => key)).toContain("fit");
    for (const { worst, best } of proposed.criteria) expect(worst).not.toBe(best);
  });
});

describe("settings", () => {
  // By hand: cost at a tenth and nine tenths of its ends for the first two, fit 10 for the second alone.
  const two = {
    ...levels,
    onPremises: { ...levels.onPremises, cost: 10 },
    cloud: { ...levels.cloud, cost: 90 },
  };
  const settings = {
    criteria: [
      { key: "cost", worst: 100, best: 0 },
      { key: "fit", worst: 0, best: 10 },
    ],
    own: [],
    levels: { fit: { onPremises: { level: 2, reason: "" }, cloud: { level: 10, reason: "" } } },
    swings: { cost: 100, fit: 25 },
  };

  it("are compared by hand", () => {
    // 0.8 * 0.9 + 0.2 * 0.2 = 0.76 and 0.8 * 0.1 + 0.2 * 1 = 0.28; level where 0.9 w + 0.2 (1 - w) = 0.1 w + (1 - w), at w = 0.5.
    const { scores, ranking, criteria, beatenBy } = compare(settings, two, [0, 1]);
    expect(scores[0]).toBeCloseTo(0.76, 12);
    expect(scores[1]).toBeCloseTo(0.28, 12);
    expect(ranking).toEqual([0, 1]);
    expect(criteria[0]?.flip?.weight).toBeCloseTo(0.5, 12);
    // A point of ten of fit: 25 / 10 over 100 / 100.
    expect(criteria[1]?.rate).toBeCloseTo(2.5, 12);
    expect(beatenBy.slice(0, 2)).toEqual([null, null]);
  });

  it("say in a sentence what they price, and nothing where only cost has weight", () => {
    const words = (swings: Record<string, number>) =>
      pricesWords(compare({ ...settings, swings }, two, [0, 1]), "USD")?.replaceAll("\u00a0", " ") ?? null;
    expect(words(settings.swings)).toBe("These weights price a point of ten for fit with skills at 2.5 USD.");
    expect(words({ cost: 100 })).toBeNull();
    expect(words({ fit: 100 })).toBeNull();
  });

  it("are weighed by several, who part where their shares of the weight are farthest apart", () => {
    const people = [
      { name: "Ada", swings: { cost: 100, fit: 25 } },
      { name: "Bob", swings: { cost: 50, fit: 100 } },
    ];
    const { comparisons, spreads } = comparePeople(people, settings, two, [0, 1]);
    expect(comparisons.map(({ name, first }) => [name, first])).toEqual([
      ["Ada", "onPremises"],
      ["Bob", "cloud"],
    ]);
    // By hand: 100 of 125 against 50 of 150.
    const [parting, other] = spreads;
    expect(parting?.name).toBe("Cost");
    expect(parting?.most).toBeCloseTo(0.8, 12);
    expect(parting?.least).toBeCloseTo(1 / 3, 12);
    // The rest of each, 25 of 125 and 100 of 150.
    expect(other?.weights).toEqual([expect.closeTo(0.2, 12), expect.closeTo(2 / 3, 12)]);
    expect(spreads).toHaveLength(2);
  });

  it("leave nothing of an own criterion that is taken out", () => {
    const own = { key: "own:a", name: "Neighbours", about: "" };
    const more = {
      criteria: [...settings.criteria, { key: own.key, worst: 0, best: 10 }],
      own: [own],
      levels: { ...settings.levels, [own.key]: { cloud: { level: 4, reason: "" } } },
      swings: { ...settings.swings, [own.key]: 50 },
    };
    expect(withoutCriterion(more, own.key)).toEqual(settings);
  });

  it("have their money in the model's currency", () => {
    expect(inCurrency(settings, 0.5).criteria).toEqual([
      { key: "cost", worst: 50, best: 0 },
      { key: "fit", worst: 0, best: 10 },
    ]);
  });
});
