import { describe, expect, it } from "vitest";
import { finish } from "@/lib/analysis/steps";
import type { CustomLine } from "@/lib/model/custom-lines";
import { evaluateModel } from "@/lib/model/evaluate";
import { defaultInputs, type InputKey, type Inputs, input, inputList } from "@/lib/model/inputs";
import { noRows } from "@/lib/model/rows/own-rows";
import type { OwnRange } from "@/lib/model/spread/own-range";
import { complete } from "@/test/figures/complete";
import { plainYear } from "@/test/figures/plain-year";
import { type OwnRanges, triedRange } from "./input-range";
import { sensitivity } from "./sensitivity";
import { trialsOf } from "./trial";

const restsOn = (
  given: Partial<Inputs>,
  lines: CustomLine[] = [],
  untouched: (key: InputKey) => boolean = () => false,
  ranges: OwnRanges = {},
) => {
  const inputs = { ...defaultInputs, ...given };
  return finish(
    sensitivity({
      inputs,
      declared: inputList,
      ranges,
      trials: trialsOf(inputs, { ...noRows, customLines: lines }),
      isUntouchedAssumption: untouched,
    }),
  );
};

describe("what the verdict rests on", () => {
  it("measures by how much each input moves the difference, in money", () => {
    // An own line keeps own servers 100,000 a year dearer than the cloud. A year of engineers at 190,000: from 2 to 1.18 or
    // 3.6 in the cloud it costs 155,800 less or 304,000 more. Contingency is 0 by default.
    const lines: CustomLine[] = [
      {
        label: "Rent",
        category: "facility",
        architectures: ["onPremises"],
        kind: "once",
        fromMonth: 1,
        amount: 100_000,
      },
    ];
    expect(defaultInputs.contingencyShare).toBe(0);
    const found = restsOn(plainYear, lines);
    expect(found?.first).toBe("cloud");
    expect(found?.second).toBe("onPremises");
    expect(found?.difference).toBeCloseTo(100_000, 4);
    const engineers = found?.movements.find(({ key }) => key === "cloudEngineeringFTE");
    expect(engineers?.low.difference).toBeCloseTo(100_000 + 155_800, 4);
    expect(engineers?.high.difference).toBeCloseTo(100_000 - 304_000, 4);
    expect(engineers?.swing).toBeCloseTo(155_800 + 304_000, 4);
    // With 3.6 engineers own servers are ahead; they draw level where 190,000 * (x - 2) = 100,000, at x = 2.526.
    expect(engineers?.high.leader).toBe("onPremises");
    expect(engineers?.turning).toMatchObject({ side: "high", leader: "onPremises" });
    expect(engineers?.turning?.value).toBeCloseTo(2.526, 2);
    // Engineers of own servers move it as much, the other way round; the sum of the next is smaller: security, 0.5 to 0.2 or 1.2 of 190,000.
    expect(
      found?.movements
        .slice(0, 2)
        .map(({ key }) => key)
        .sort(),
    ).toEqual(["cloudEngineeringFTE", "onPremisesEngineeringFTE"]);
    expect(found?.movements[2]?.swing).toBeCloseTo(1 * 190_000, 4);
    expect(found?.movements).toHaveLength(5);
    // Every input that moves it has its swing, also behind the first five.
    expect(found?.swings.cloudEngineeringFTE).toBeCloseTo(155_800 + 304_000, 4);
    expect(Object.keys(found?.swings ?? {})).toHaveLength(found?.moving ?? 0);
    expect(found?.moving).toBeGreaterThan(5);
  });

  it("counts what is an assumption that nobody has touched", () => {
    const none = restsOn(plainYear);
    expect(none?.untouchedShare).toBe(0);
    const all = restsOn(plainYear, [], () => true);
    expect(all?.untouchedShare).toBe(1);
    expect(all?.untouchedMoving).toBe(all?.moving);
  });

  it("agrees with the model evaluated at the ends of the ranges", () => {
    const found = restsOn({});
    if (!found) throw new Error("no result");
    for (const { key, low, high } of found.movements) {
      for (const { value, difference } of [low, high]) {
        const { architectures } = evaluateModel(complete({ [key]: value }));
        const wanted = architectures[found.second].netPresentCost - architectures[found.first].netPresentCost;
        expect(difference).toBeCloseTo(wanted, 4);
      }
    }
  });

  it("counts an input that brings another to the first place by a target, without moving money", () => {
    // Own servers of the defaults are up 99.98 % of the time where 99.95 % are asked for; a site that is up 99 % costs the same and is not
    // enough for them.
    const found = restsOn({}, [], () => false, { siteAvailability: { range: { kind: "range", low: 0.99, high: 1 } } });
    const site = found?.turning.find(({ key }) => key === "siteAvailability");
    expect(found?.first).toBe("onPremises");
    expect(site?.turning).toMatchObject({ side: "low", leader: "cloud" });
    expect(site?.turning?.value).toBeGreaterThan(0.99);
    expect(found?.turners).toBe(found?.turning.length);
  });

  it("leaves the ends out that break a rule between inputs", () => {
    // From tier 1 up to 51 TB, a high end of 66.3 would pass the second tier's 51.2.
    const found = restsOn({ cloudEgressTier1TB: 51 }, [], () => false, {
      cloudEgressTier1TB: { range: { kind: "range", low: 40, high: 66.3 } },
    });
    expect(found).not.toBeNull();
  });
});

describe("what moving against going on as now rests on", () => {
  it("is of all that meet the targets, whatever the ranking, and of none where nothing runs today", () => {
    const found = restsOn({ currentArchitecture: "cloud" });
    const { ranking, architectures } = evaluateModel(complete({ currentArchitecture: "cloud" }));
    const others = ranking.filter((name) => name !== "cloud" && architectures[name].eligible);
    expect(others.length).toBeGreaterThan(1);
    expect(Object.keys(found?.againstToday ?? {})).toEqual(others);
    for (const name of others) {
      const saved = architectures.cloud.netPresentCost - architectures[name].netPresentCost;
      expect(found?.againstToday[name]?.difference).toBeCloseTo(saved, 4);
    }
    expect(restsOn({})?.againstToday).toEqual({});
  });

  it("turns where the order of the two turns, though a third comes first throughout", () => {
    // A gift makes hybrid the cheapest by far. By hand, as above: the roof makes own servers 150,000 dearer, moving costs 50,000 and 54,000 a month.
    const roof: CustomLine = {
      ...{ label: "Roof", category: "facility", architectures: ["onPremises"], kind: "once", fromMonth: 0 },
      amount: 150_000,
    };
    const gift: CustomLine = { ...roof, label: "Gift", architectures: ["hybrid"], amount: -5_000_000 };
    const months: OwnRanges = { dualRunMonths: { range: { kind: "range", low: 0, high: 9 } } };
    const found = restsOn(
      { ...plainYear, hybridPermitted: 1, currentArchitecture: "onPremises" },
      [roof, gift],
      () => false,
      months,
    );
    expect(found?.first).toBe("hybrid");
    expect(found?.turning.map(({ key }) => key)).not.toContain("dualRunMonths");
    const turned = found?.againstToday.cloud?.turning.find(({ key }) => key === "dualRunMonths")?.turning;
    expect(turned).toMatchObject({ value: 1, leader: "cloud" });
  });
});

describe("a range of the user's own", () => {
  const lines: CustomLine[] = [
    { label: "Rent", category: "facility", architectures: ["onPremises"], kind: "once", fromMonth: 1, amount: 100_000 },
  ];

  it("is what the verdict is tried over, and is marked", () => {
    // As above: 100,000 apart, and 190,000 for each engineer of the cloud more or less. From 1.5 to 2.5 instead of 1.18 to 3.6
    // that is 95,000 either way: 195,000 and 5,000, and the cloud stays first.
    const found = restsOn(plainYear, lines, () => false, {
      cloudEngineeringFTE: { range: { kind: "range", low: 1.5, high: 2.5 } },
    });
    const engineers = found?.movements.find(({ key }) => key === "cloudEngineeringFTE");
    expect(engineers?.low.difference).toBeCloseTo(195_000, 4);
    expect(engineers?.high.difference).toBeCloseTo(5_000, 4);
    expect(engineers).toMatchObject({ isOwnRange: true, turning: null, low: { value: 1.5 }, high: { value: 2.5 } });
    expect(found?.movements.filter(({ isOwnRange }) => isOwnRange)).toHaveLength(1);
  });

  it("leaves out what is contracted, and halves the usual range of what is measured", () => {
    const contracted = restsOn(plainYear, lines, () => false, { cloudEngineeringFTE: { evidence: "certain" } });
    expect(contracted?.movements.map(({ key }) => key)).not.toContain("cloudEngineeringFTE");
    // Half of the way on the scale of logarithms: 2 * sqrt(1.18 / 2) and 2 * sqrt(3.6 / 2).
    const measured = triedRange(input.cloudEngineeringFTE, 2, { evidence: "measured" });
    expect(measured?.low).toBeCloseTo(1.536229, 6);
    expect(measured?.high).toBeCloseTo(2.683282, 6);
  });

  it("of every kind is tried at its 10th and its 90th percentile", () => {
    const tried = (range: OwnRange) => triedRange(input.peakToMean, 3, { range });
    expect(tried({ kind: "uniform", least: 2, greatest: 4 })).toEqual({ low: 2.2, high: 3.8 });
    // From 2 over 3 to 4: 2 + sqrt(0.1 * 2 * 1), and as far from the other end.
    expect(tried({ kind: "triangular", least: 2, likeliest: 3, greatest: 4 })?.low).toBeCloseTo(2.447214, 6);
    expect(tried({ kind: "triangular", least: 2, likeliest: 3, greatest: 4 })?.high).toBeCloseTo(3.552786, 6);
    expect(tried({ kind: "choices", values: [2, 3, 4], weights: [1, 8, 3] })).toEqual({ low: 3, high: 4 });
    // Sorted 2, 2.5, 3, 3.5, 6: a tenth of the way over four gaps is 0.4 of the first, and 0.6 of the last.
    expect(tried({ kind: "samples", values: [6, 2, 3, 2.5, 3.5] })).toEqual({ low: 2.2, high: 5 });
  });

  it("turns at a whole number where the input is one", () => {
    // By hand: moving to the cloud costs 50,000 and, in each month of running both, 54,000: staff 143,000 + 2.5 × 190,000 and compliance
    // 30,000 a year. Own servers are 150,000 dearer by an own line: behind after one month (104,000), ahead after two (158,000).
    const found = restsOn(
      { ...plainYear, currentArchitecture: "onPremises" },
      [
        {
          label: "Roof",
          category: "facility",
          architectures: ["onPremises"],
          kind: "once",
          fromMonth: 0,
          amount: 150_000,
        },
      ],
      () => false,
      { dualRunMonths: { range: { kind: "range", low: 0, high: 9 } } },
    );
    expect(found?.first).toBe("onPremises");
    const months = found?.movements.find(({ key }) => key === "dualRunMonths");
    expect(months?.turning).toMatchObject({ value: 1, side: "low", leader: "cloud" });
    // Against today moving loses 50,000 + 3 × 54,000 - 150,000 = 62,000 with three months of both, and saves 46,000 with one.
    const moving = found?.againstToday.cloud;
    expect(Object.keys(found?.againstToday ?? {})).toEqual(["cloud"]);
    expect(moving).toMatchObject({ first: "cloud", second: "onPremises", leader: "onPremises" });
    expect(moving?.difference).toBeCloseTo(-62_000, 4);
    const turned = moving?.turning.find(({ key }) => key === "dualRunMonths")?.turning;
    expect(turned).toMatchObject({ value: 1, side: "low", leader: "cloud" });
    expect(turned?.difference).toBeCloseTo(46_000, 4);
  });

  it("makes an input uncertain that has no usual range", () => {
    expect(triedRange(input.sites, 1, { range: { kind: "range", low: 1, high: 3 } })).toEqual({ low: 1, high: 3 });
  });
});

describe("the range of an input", () => {
  it("is the declared one at the default, and has its factors at another value", () => {
    expect(triedRange(input.serverPrice, 14_000)).toEqual({ low: 8500, high: 24_000 });
    expect(triedRange(input.serverPrice, 28_000)).toEqual({ low: 17_000, high: 48_000 });
  });

  it("moves rates of change by points, and stays in bounds", () => {
    // 3 % from 1.8 % to 4.5 %: 1.2 points down, 1.5 up.
    const range = triedRange(input.generalInflation, 0.1);
    expect(range?.low).toBeCloseTo(0.088, 12);
    expect(range?.high).toBeCloseTo(0.115, 12);
    expect(triedRange(input.hardwarePriceChange, -0.5)?.low).toBe(-0.5);
  });

  it("spreads an availability by the odds of it", () => {
    // It lies between 0.5 and 1. By hand (x - 0.5) / (1 - x) of 0.995 is 99, of the ends 32.3333 and 832.333: 0.326599 and 8.407407
    // times. Of 0.99 it is 49: 16.00337 and 411.963, and o is at 0.5 + 0.5 * o / (1 + o), so 0.970594 and 0.998789.
    const range = triedRange(input.serverAvailability, 0.99);
    expect(range?.low).toBeCloseTo(0.970594, 6);
    expect(range?.high).toBeCloseTo(0.998789, 6);
  });

  it("of a whole number has whole ends", () => {
    // By hand: a life of 60 months from 42 to 80; of 36, by the same factors, 25.2 and 48.
    expect(triedRange(input.serverLifeMonths, 36)).toEqual({ low: 25, high: 48 });
    // 3 months of running both from 2 to 9: of 1, two thirds and 3.
    expect(triedRange(input.dualRunMonths, 1)).toEqual({ low: 1, high: 3 });
  });

  it("is none for a choice, nor for what lies at the end of its scale", () => {
    expect(triedRange(input.sites, 1)).toBeNull();
    expect(triedRange(input.dualRunMonths, 0)).toBeNull();
  });
});
