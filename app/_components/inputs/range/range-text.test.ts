import { describe, expect, it } from "vitest";
import { input } from "@/lib/model/inputs";
import type { OwnRange } from "@/lib/model/spread/own-range";
import { asReader, marksOf } from "@/test/as-reader";
import { type RangeTexts, readRange, startingTexts, textsOf } from "./range-text";

const read = (kind: OwnRange["kind"], texts: RangeTexts, of: "peakToMean" | "sites" | "cdnShare" = "peakToMean") =>
  readRange(input[of], input[of].default, kind, texts, "USD");

describe("a range as it is typed", () => {
  it.each<OwnRange>([
    { kind: "range", low: 1.5, high: 4 },
    { kind: "uniform", least: 2, greatest: 3.25 },
    { kind: "triangular", least: 1, likeliest: 2, greatest: 5 },
    { kind: "choices", values: [2, 3], weights: [0.25, 2] },
    { kind: "samples", values: [2, 3, 2.5, 1.5, 4, 2] },
  ])("is read as it is shown: %j", (range) => {
    expect(read(range.kind, textsOf(input.peakToMean, range))).toEqual({ ok: true, range });
  });

  it("is in the unit and the marks of the reader", () => {
    expect(read("range", { low: "10 %", high: "95" }, "cdnShare")).toEqual({
      ok: true,
      range: { kind: "range", low: 0.1, high: 0.95 },
    });
    expect(asReader(marksOf["de-DE"], () => read("range", { low: "1,5", high: "3,25" }))).toMatchObject({
      range: { low: 1.5, high: 3.25 },
    });
  });

  it("takes measurements with tabs, semicolons or line breaks between them", () => {
    expect(read("samples", { values: "2\t3\r\n2.5; 4\n\n1.5\n" })).toEqual({
      ok: true,
      range: { kind: "samples", values: [2, 3, 2.5, 4, 1.5] },
    });
    expect(read("choices", { values: "2\n3\t4\n5 ; 0.5" })).toEqual({
      ok: true,
      range: { kind: "choices", values: [2, 3, 5], weights: [1, 4, 0.5] },
    });
  });

  it("may have ends between whole numbers, and no choices there", () => {
    expect(read("range", { low: "0.5", high: "2.5" }, "sites")).toMatchObject({ ok: false });
    expect(read("triangular", { least: "1", likeliest: "1.5", greatest: "2.5" }, "sites")).toMatchObject({ ok: true });
    expect(read("uniform", { least: "1", greatest: "2.5" }, "sites")).toMatchObject({ ok: false, field: "greatest" });
  });

  it.each<[OwnRange["kind"], RangeTexts, string, string?]>([
    ["range", { low: "", high: "4" }, "Low of Peak to mean traffic must be a number between 1 and 100", "low"],
    ["range", { low: "3", high: "4" }, "The range must hold the value in use, 2.5, between 3 and 4"],
    ["range", { low: "2", high: "400" }, "High of Peak to mean traffic must be between 1 and 100", "high"],
    ["triangular", { least: "1", likeliest: "6", greatest: "5" }, "The range must rise from its lowest figure"],
    ["samples", { values: "2\n3\n4" }, "The range needs 5 to 2,000 measured values; there are 3."],
    [
      "samples",
      { values: "2\nn/a\n3\n?\n4\nabc\n5\nx" },
      "4 of 8 cannot be read: “n/a”, “?”, “abc” and 1 more. Correct or remove them.",
      "values",
    ],
    ["choices", { values: "2; 0\n3" }, "1 of 2 cannot be read: “2; 0”. Correct or remove it.", "values"],
    ["choices", { values: "2\n2" }, "The range names a value twice"],
  ])("of kind %s is refused: %j", (kind, texts, words, field) => {
    const found = read(kind, texts);
    expect(found.ok ? "" : found.message).toContain(words);
    expect(found.ok ? undefined : found.field).toBe(field);
  });

  it("begins with the usual ends", () => {
    expect(startingTexts(input.peakToMean, 2.5, "range")).toEqual({ low: "1.6", high: "6" });
    expect(startingTexts(input.peakToMean, 2.5, "triangular")).toEqual({
      least: "1.6",
      likeliest: "2.5",
      greatest: "6",
    });
    expect(startingTexts(input.peakToMean, 2.5, "samples")).toEqual({ values: "" });
    // A number of sites has no usual range.
    expect(startingTexts(input.sites, 1, "range")).toEqual({ low: "1", high: "1" });
  });
});
