import { describe, expect, it } from "vitest";
import { architectures, categories, views } from "./architectures";
import { completeInputs, convertInputs, convertRanges, declaredAt, isMoney } from "./currency";
import { evaluateModel } from "./evaluate";
import { inputList } from "./inputs";
import type { NumberInput } from "./inputs/declaration";

const at = (rate: number, key: keyof ReturnType<typeof declaredAt>["input"]) =>
  declaredAt(rate).input[key] as NumberInput;

describe("the inputs in another currency", () => {
  it("have their money defaults, bounds and ranges times the rate", () => {
    // Object storage, declared as 23 USD between 0 and 10,000, to try from 14.5 to 27. At 0.92 euros a dollar:
    // 23 × 0.92 = 21.16; 10,000 × 0.92 = 9,200; 14.5 × 0.92 = 13.34; 27 × 0.92 = 24.84.
    expect(at(0.92, "cloudStoragePerTBMonth")).toMatchObject({
      default: 21.16,
      min: 0,
      max: 9_200,
      low: 13.34,
      high: 24.84,
    });
    // Compute, 0.0486 USD a core-hour: at 150 yen a dollar 7.29 yen.
    expect(at(150, "cloudPerCoreHour").default).toBe(7.29);
    // A salary, a price a kWh and a fee an install are money too, whatever they are of.
    expect(inputList.filter(isMoney)).toHaveLength(53);
  });

  it("leave alone what is no money, shares of a price among it", () => {
    expect(at(0.92, "users")).toEqual(declaredAt(1).input.users);
    for (const declared of inputList.filter((each) => !isMoney(each))) {
      expect(declaredAt(150).input[declared.key as "users"]).toBe(declared);
    }
  });

  it("are one object for one rate, so that nothing is drawn anew", () => {
    expect(declaredAt(0.5)).toBe(declaredAt(0.5));
  });
});

it("what costs 60,000 dollars without a figure touched costs half of it in a currency of which a dollar is one half", () => {
  // Compliance in the cloud, 30,000 dollars a year for two years without inflation: 60,000 dollars, or 30,000 at 0.5.
  const given = { generalInflation: 0, horizonMonths: 24 };
  const compliance = (rate: number) =>
    evaluateModel(completeInputs(given, rate)).architectures.cloud.views.cash.lines.compliance.reduce(
      (a, b) => a + b,
      0,
    );
  expect(compliance(1)).toBeCloseTo(60_000, 6);
  expect(compliance(0.5)).toBeCloseTo(30_000, 6);
});

it("at twice the rate every cost doubles, and nothing else changes", () => {
  const [one, two] = [1, 2].map((rate) => evaluateModel(completeInputs({ users: 70_000 }, rate)));
  for (const name of architectures) {
    for (const view of views) {
      for (const category of categories) {
        const before = one?.architectures[name].views[view].lines[category] ?? [];
        const after = two?.architectures[name].views[view].lines[category] ?? [];
        for (const [t, amount] of before.entries()) expect(after[t]).toBeCloseTo(2 * amount, 5);
      }
    }
    expect(two?.architectures[name].quantities).toEqual(one?.architectures[name].quantities);
    expect(two?.architectures[name].carbonKg).toBe(one?.architectures[name].carbonKg);
  }
});

describe("converting", () => {
  it("turns typed money over at the ratio of the rates, and leaves the rest", () => {
    // From 0.8 to 1.2 of a currency a dollar: times 1.5.
    const given = { cloudComplianceAnnual: 40_000, users: 7, pue: 1.2, currentArchitecture: "cloud" };
    expect(convertInputs(given, 0.8, 1.2)).toEqual({
      cloudComplianceAnnual: 60_000,
      users: 7,
      pue: 1.2,
      currentArchitecture: "cloud",
    });
  });

  it("never takes a figure at its bound over the bound", () => {
    // The most that storage may cost is 10,000 USD; 3 and 7 and their ratio are no finite binary fractions.
    const most = at(0.3, "cloudStoragePerTBMonth").max;
    const converted = convertInputs({ cloudStoragePerTBMonth: most }, 0.3, 0.7).cloudStoragePerTBMonth;
    expect(converted).toBe(7_000);
  });
});

it("own ranges of money are converted, others, weights and what was written stay", () => {
  // 20 to 30 dollars at 0.92 euros: 18.4 to 27.6; 4,000 and 5,000 are 3,680 and 4,600.
  expect(
    convertRanges(
      {
        cloudStoragePerTBMonth: { range: { kind: "range", low: 20, high: 30 }, note: "a quote" },
        serverPrice: { range: { kind: "choices", values: [4_000, 5_000], weights: [1, 2] } },
        users: { range: { kind: "uniform", least: 1, greatest: 70_000 } },
      } as Parameters<typeof convertRanges>[0],
      1,
      0.92,
    ),
  ).toEqual({
    cloudStoragePerTBMonth: { range: { kind: "range", low: 18.4, high: 27.6 }, note: "a quote" },
    serverPrice: { range: { kind: "choices", values: [3_680, 4_600], weights: [1, 2] } },
    users: { range: { kind: "uniform", least: 1, greatest: 70_000 } },
  });
});
