import { describe, expect, it } from "vitest";
import { finish } from "@/lib/analysis/steps";
import type { UncertaintyRequest } from "@/lib/analysis/uncertainty/request";
import { declaredAt } from "@/lib/model/currency";
import type { CustomLine } from "@/lib/model/custom-lines";
import { evaluateModel } from "@/lib/model/evaluate";
import { defaultInputs, type InputKey, type Inputs } from "@/lib/model/inputs";
import { noRows } from "@/lib/model/rows/own-rows";
import { plainYear } from "@/test/figures/plain-year";
import { domainOf, likelihood } from "./domain";
import { type SwitchingValue, switching } from "./switching";
import { reachedWords, switchingWords } from "./switching-words";

/** Keeps own servers 100,000 a year dearer than the cloud. */
const rent: CustomLine = {
  ...{ label: "Rent", category: "facility", architectures: ["onPremises"], kind: "once", fromMonth: 1 },
  amount: 100_000,
};

type Request = Omit<UncertaintyRequest, "drivers" | "trials" | "seed">;

const requestOf = (given: Partial<Inputs>, lines: CustomLine[] = [], ranges: Request["ranges"] = {}): Request => ({
  inputs: { ...defaultInputs, ...given },
  rows: { ...noRows, customLines: lines },
  ...{ declared: declaredAt(1), ranges, evidence: {} },
});

function valuesOf(request: Request, keys: InputKey[]): SwitchingValue[] {
  const all: SwitchingValue[] = [];
  finish(switching({ request, keys, found: (values) => all.push(...values) }));
  return all;
}

describe("what would have to be true", () => {
  it("finds where own servers draw level, and how likely that is", () => {
    // By hand: 190,000 for an engineer a year; own servers draw level at 2 + 100,000 / 190,000 = 2.526316 engineers of the cloud. The range
    // goes from 2 to 3.6 in one of ten above: ln 1.263158 / ln 1.8 * 1.2815516 = 0.509349 standard deviations, above which lie 30.525 % (a table
    // of the normal distribution: 0.3050 at 0.51, 0.3085 at 0.50).
    const [own] = valuesOf(requestOf(plainYear, [rent]), ["cloudEngineeringFTE"]);
    expect(own?.intervals).toHaveLength(1);
    const [interval] = own?.intervals ?? [];
    expect(interval?.from).toBeCloseTo(2.526316, 4);
    expect(interval?.isOpenAbove).toBe(true);
    expect(interval?.likelihood).toBeCloseTo(0.3053, 3);
    expect(switchingWords(own as SwitchingValue, "USD")).toBe(
      "Own servers would be cheapest with software engineers who build and change the service (cloud) at 2.53 FTE or more instead of 2 FTE.",
    );
  });

  it("says how near one comes that ranks first nowhere", () => {
    // By hand: electricity moves neither, without a machine; own servers' security engineers, 0.5 from 0.2 to 1.2 in eight cases of ten, save at
    // most 0.5 * 190,000 = 95,000 of the 100,000.
    const [own] = valuesOf(requestOf(plainYear, [rent]), ["onPremisesSecurityFTE"]);
    expect(own?.intervals).toEqual([]);
    const { low } = own?.domain ?? { low: 0 };
    expect(own?.closest?.value).toBe(low);
    expect(own?.closest?.gap).toBeCloseTo(100_000 - (0.5 - low) * 190_000, 4);
  });

  it("says nothing of an input that changes nothing", () => {
    expect(valuesOf(requestOf(plainYear, [rent]), ["electricityPrice"])).toEqual([]);
  });

  it("finds every interval where costs jump", () => {
    // By hand: with steps of whole months of running both, each 54,000, own servers 150,000 dearer by an own line: the cloud after one month or
    // none, own servers from two on (sensitivity.test.ts has the same case).
    const request = requestOf({ ...plainYear, currentArchitecture: "onPremises" }, [
      { ...rent, fromMonth: 0, amount: 150_000 },
    ]);
    const [own, cloud] = valuesOf(request, ["dualRunMonths"]);
    expect(own?.intervals).toMatchObject([{ from: 2, isOpenAbove: true, change: 0 }]);
    expect(cloud?.intervals).toMatchObject([{ to: 1, isOpenBelow: true }]);
    expect(switchingWords(cloud as SwitchingValue, "USD")).toBe(
      "The cloud would be cheapest with months of running both at 1 month or fewer instead of 3 months.",
    );
  });

  it("names one that nothing makes eligible", () => {
    const hybrid = valuesOf(requestOf(plainYear, [rent]), ["cloudEngineeringFTE"])[2];
    expect(hybrid).toMatchObject({ architecture: "hybrid", intervals: [], closest: null });
  });

  it("has ends at which the whole model says the same", () => {
    for (const { key, architecture, intervals } of valuesOf(requestOf({}), [
      "demandScale",
      "serverPrice",
      "horizonMonths",
    ])) {
      for (const { from, to } of intervals) {
        for (const value of [from, to]) {
          const { ranking, architectures } = evaluateModel({ ...defaultInputs, [key]: value });
          expect(architectures[architecture].eligible).toBe(true);
          expect(ranking[0]).toBe(architecture);
        }
      }
    }
  });
});

describe("the domain of an input", () => {
  const domain = (key: InputKey, ranges: Request["ranges"] = {}) => domainOf(requestOf({}, [], ranges), key);

  it("goes 3.5 standard deviations of its range to both sides", () => {
    // By hand: the cloud's engineers 2, from 1.18 to 3.6: 2 * (1.18 / 2)^(3.5 / 1.2815516) = 0.47339 and 2 * 1.8^2.7310638 = 9.9586.
    const engineers = domain("cloudEngineeringFTE");
    expect(engineers?.low).toBeCloseTo(2 * 0.59 ** (3.5 / 1.2815515655446004), 9);
    expect(engineers?.high).toBeCloseTo(2 * 1.8 ** (3.5 / 1.2815515655446004), 9);
    expect(engineers?.isLog).toBe(true);
  });

  it("is that of its bounds without a range, on a plainYear scale where one is 0", () => {
    expect(domain("sites")).toMatchObject({ low: 1, high: 10, isLog: true });
    expect(domain("discountRate")).toMatchObject({ low: 0, high: 0.5, isLog: false, at: null });
  });

  it("says how likely an interval is, whatever the kind of the range", () => {
    const even = domain("peakToMean", { peakToMean: { kind: "uniform", least: 2, greatest: 4 } });
    expect(even && likelihood(even, 2.5, 3)).toBeCloseTo(0.25, 12);
    const words = domain("peakToMean", { peakToMean: { kind: "choices", values: [2, 3, 4], weights: [1, 2, 1] } });
    expect(words && likelihood(words, 3, 3)).toBeCloseTo(0.5, 12);
    expect(words && likelihood(words, 3.1, 3.9)).toBeCloseTo(0, 12);
  });
});

it.each([
  ["cloud", 0, "No input alone brings the cloud to the first place."],
  ["cloud", 1, "One input decides whether the cloud is cheapest."],
  ["onPremises", 12, "12 inputs decide, each alone, whether own servers are cheapest."],
] as const)("says how many inputs bring %s to the first place: %i", (architecture, reached, words) => {
  expect(reachedWords(architecture, reached)).toBe(words);
});
