import { describe, expect, it } from "vitest";
import { input } from "@/lib/model/inputs";
import { describeInputBriefly } from "./brief-input";
import { chanceOfYes, rangeOfYes } from "./chance-of-yes";
import { describeRange } from "./range-words";

describe("the chance of yes", () => {
  it("is a choice between no and yes, in hundredths", () => {
    expect(rangeOfYes(0.7)).toEqual({ kind: "choices", values: [0, 1], weights: [30, 70] });
    expect(chanceOfYes(rangeOfYes(0.07))).toBe(0.07);
    // Weights of a file need not come to 100: 3 of 4.
    expect(chanceOfYes({ kind: "choices", values: [1, 0], weights: [3, 1] })).toBe(0.75);
    expect(chanceOfYes(undefined)).toBeNull();
    expect(chanceOfYes({ kind: "range", low: 0, high: 1 })).toBeNull();
  });

  it("is said in words", () => {
    expect(describeRange(input.cloudPermitted, rangeOfYes(0.7), "USD")).toBe("yes in 70 of 100 cases");
    expect(describeInputBriefly("cloudPermitted", 0, "USD")).toBe("no");
  });
});

describe("the ends of a range", () => {
  it("are nought where they are the rounding of one", () => {
    const range = { kind: "range", low: 0.1 + 0.2 - 0.3, high: 0.32 } as const;
    expect(range.low).not.toBe(0);
    expect(describeRange(input.storedGrowth, range, "USD")).toMatch(/^0 to 32.%/);
  });
});
