import { describe, expect, it } from "vitest";
import { toText } from "@/lib/input-words";
import { input } from "@/lib/model/inputs";
import type { NumberInput } from "@/lib/model/inputs/declaration";
import { asReader, marksOf } from "@/test/as-reader";
import { chanceHint, readText } from "./input-text";

const number = (key: keyof typeof input) => input[key] as NumberInput;

describe("what a field shows", () => {
  it("states a share as a percentage and all else as it is", () => {
    expect([
      toText(number("usersGrowth"), 0.15),
      toText(number("usersGrowth"), 0.07),
      toText(number("usersGrowth"), -0.9),
      toText(number("users"), 50_000),
      toText(number("cloudPerCoreHour"), 0.0486),
      toText(number("targetAnnualLoss"), 1e-11),
      toText(number("contingencyShare"), 0),
    ]).toEqual(["15", "7", "−90", "50,000", "0.0486", "1e-9", "0"]);
  });

  it("gives back every default that it shows", () => {
    for (const declared of Object.values(input)) {
      if (declared.kind !== "number") continue;
      expect(readText(declared, toText(declared, declared.default), "USD")).toEqual({
        ok: true,
        value: declared.default,
      });
    }
  });

  it("says a tiny yearly chance in words", () => {
    expect(chanceHint(number("targetAnnualLoss"), 1e-8)).toBe("1 in 100 million");
    expect(chanceHint(number("usersGrowth"), 0.15)).toBeNull();
  });
});

describe("what a field refuses", () => {
  it.each([
    ["serverLifeMonths", "3", "Life of a server must be between 6 and 180 months; you typed 3."],
    ["serverLifeMonths", "12.5", "Life of a server must be a whole number between 6 and 180 months; you typed 12.5."],
    ["users", "many", "Users must be a number between 0 and 10,000,000,000 users; you typed many."],
    ["users", "1e400", "Users must be a number between 0 and 10,000,000,000 users; you typed 1e400."],
    ["users", "=1+1", "Users must be a number between 0 and 10,000,000,000 users; you typed =1+1."],
    ["users", " ", "Users must be a number between 0 and 10,000,000,000 users; the field is empty."],
    ["usersGrowth", "300 %", "Growth of users must be between −90 and 200 % a year; you typed 300 %."],
  ] as const)("%s: %s", (key, text, message) => {
    expect(readText(number(key), text, "USD")).toEqual({ ok: false, message });
  });

  it("takes a percentage with or without its sign", () => {
    expect(readText(number("usersGrowth"), "5 %", "USD")).toEqual({ ok: true, value: 0.05 });
    expect(readText(number("usersGrowth"), "5", "USD")).toEqual({ ok: true, value: 0.05 });
  });
});

describe("a field of a reader who writes otherwise", () => {
  it("gives back every default that it shows", () => {
    for (const marks of Object.values(marksOf)) {
      for (const declared of Object.values(input)) {
        if (declared.kind !== "number") continue;
        const read = asReader(marks, () => readText(declared, toText(declared, declared.default), "USD"));
        expect(read, `${declared.key} ${marks}`).toEqual({ ok: true, value: declared.default });
      }
    }
  });

  it("does not guess at a mark that has no meaning there, and says how it is written", () => {
    expect(asReader(marksOf["fr-FR"], () => readText(number("users"), "1.234", "USD"))).toEqual({
      ok: false,
      message:
        "Users must be a number between 0 and 10\u00a0000\u00a0000\u00a0000 users, written as 1\u00a0234,5; you typed 1.234.",
    });
  });
});
