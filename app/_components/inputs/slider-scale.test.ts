import { describe, expect, it } from "vitest";
import { inputList } from "@/lib/model/inputs";
import { choice } from "@/lib/model/inputs/basis";
import type { NumberInput } from "@/lib/model/inputs/declaration";
import { sliderScale } from "./slider-scale";

const someInput: NumberInput = {
  format: "number",
  key: "some",
  group: "some",
  label: "Some",
  unit: "TB",
  dimension: "TB",
  default: 30,
  min: 0,
  max: 1_000,
  integer: false,
  basis: choice,
};

describe("a slider", () => {
  it("runs over the usual range in a hundred steps", () => {
    // From 20 to 60: a step is 0.4; place 25 is 20 + 25 × 0.4 = 30.
    const scale = sliderScale(someInput, 30, { low: 20, high: 60 });
    expect(scale?.last).toBe(100);
    expect([0, 25, 100].map((place) => scale?.toValue(place))).toEqual([20, 30, 60]);
    expect([20, 30, 60, 5, 900].map((value) => scale?.toPlace(value))).toEqual([0, 25, 100, 0, 100]);
  });

  it("steps by whole numbers where the input has only those", () => {
    const scale = sliderScale({ ...someInput, integer: true }, 4, { low: 2.5, high: 6.5 });
    expect(scale?.last).toBe(3);
    expect([0, 1, 2, 3].map((place) => scale?.toValue(place))).toEqual([3, 4, 5, 6]);
  });

  it("goes by equal ratios over a range of a factor of ten or more", () => {
    // From 1 to 10,000, half way is the square root of 10,000: 100.
    const scale = sliderScale({ ...someInput, max: 1e6 }, 30, { low: 1, high: 10_000 });
    expect(scale?.toValue(50)).toBe(100);
    expect(scale?.toPlace(100)).toBe(50);
  });

  it("keeps the digits of a narrow range, and gives none that nobody chose", () => {
    // From 0.9997 to 0.9999 a step is 0.000002: half way is 0.9998.
    const scale = sliderScale(someInput, 0.9998, { low: 0.9997, high: 0.9999 });
    expect(scale?.toValue(50)).toBe(0.9998);
    // 17.6923 to 29.9 moves by 0.122 a step, so hundredths tell the places apart: 17.6923 + 50 × 0.122077 = 23.796 is 23.80.
    expect(sliderScale(someInput, 23, { low: 17.6923, high: 29.9 })?.toValue(50)).toBe(23.8);
  });

  it("is not there without a range", () => {
    expect(sliderScale(someInput)).toBeNull();
  });

  it("never leaves the bounds of any input", () => {
    let seen = 0;
    for (const declared of inputList) {
      const scale = declared.format !== "choice" ? sliderScale(declared) : null;
      if (declared.format === "choice" || scale === null) continue;
      seen += 1;
      for (let place = 0; place <= scale.last; place++) {
        const value = scale.toValue(place);
        expect(value >= declared.min && value <= declared.max, `${declared.key} ${value}`).toBe(true);
        expect(scale.toPlace(value), declared.key).toBe(place);
      }
    }
    expect(seen).toBeGreaterThan(120);
  });
});
