import { describe, expect, it } from "vitest";
import { defaultInputs, type InputKey } from "@/lib/model/inputs";
import type { OwnRange } from "@/lib/model/spread/own-range";
import { checkRanges } from "./ranges";

const faultOf = (key: string, range: OwnRange) => checkRanges({ [key]: range }, defaultInputs)[0]?.message ?? null;

describe("an own range", () => {
  it.each<[InputKey, OwnRange]>([
    ["users", { kind: "range", low: 50_000, high: 50_000 }],
    ["contingencyShare", { kind: "range", low: 0, high: 0.15 }],
    ["spareServers", { kind: "range", low: 0.4, high: 3.5 }],
    ["spareServers", { kind: "triangular", least: 0.5, likeliest: 1, greatest: 1.5 }],
    ["spareServers", { kind: "uniform", least: 0, greatest: 3 }],
    ["sites", { kind: "choices", values: [3, 1], weights: [1, 9] }],
    ["peakToMean", { kind: "samples", values: [3, 2, 2.5, 4, 2.2] }],
  ])("of %s is taken: %j", (key, range) => expect(faultOf(key, range)).toBeNull());

  it.each<[string, OwnRange, string]>([
    ["horizonMonths", { kind: "range", low: 36, high: 84 }, "Planning horizon is always certain. Remove its range."],
    ["currentArchitecture", { kind: "range", low: 0, high: 1 }, "is always certain"],
    ["userz", { kind: "range", low: 1, high: 2 }, 'The model has no input "userz"'],
    ["users", { kind: "range", low: 60_000, high: 70_000 }, "must hold the value in use, 50,000 users"],
    ["users", { kind: "range", low: 70_000, high: 40_000 }, "must rise from its lowest figure"],
    ["users", { kind: "range", low: -1, high: 60_000 }, "must lie between 0 users and"],
    ["cdnShare", { kind: "range", low: 0.5, high: 1.2 }, "120 % does not"],
    ["users", { kind: "range", low: Number.NaN, high: 60_000 }, "needs numbers only"],
    ["sites", { kind: "uniform", least: 1, greatest: 1 }, "needs more than one value"],
    ["sites", { kind: "uniform", least: 1, greatest: 2.5 }, "needs whole numbers; 2.5"],
    ["users", { kind: "triangular", least: 1, likeliest: 90_000, greatest: 80_000 }, "must rise"],
    ["sites", { kind: "choices", values: [1], weights: [1] }, "needs 2 to 20 values to choose from; there are 1"],
    ["sites", { kind: "choices", values: [1, 2], weights: [1] }, "one weight for each value"],
    ["sites", { kind: "choices", values: [1, 2], weights: [1, 0] }, "weights above 0"],
    ["sites", { kind: "choices", values: [1, 2, 2], weights: [1, 1, 1] }, "names a value twice"],
    ["peakToMean", { kind: "samples", values: [2, 3, 4, 2.5] }, "needs 5 to 2,000 measured values; there are 4"],
    ["peakToMean", { kind: "samples", values: [3, 3, 4, 5, 6] }, "must hold the value in use"],
  ])("of %s is refused: %j", (key, range, words) => expect(faultOf(key, range)).toContain(words));
});
