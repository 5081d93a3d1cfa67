import { describe, expect, it } from "vitest";
import { input } from "@/lib/model/inputs";
import type { NumberInput } from "@/lib/model/inputs/declaration";
import { numberText } from "@/lib/value/describe-input";
import { asReader, marksOf } from "@/test/as-reader";
import { chanceHint, readText, unusualHint } from "./input-text";

const number = (key: keyof typeof input) => input[key] as NumberInput;

describe("what a field shows", () => {
  it("states a share as a percentage and all else as it is", () => {
    expect([
      numberText(number("usersGrowth"), 0.15),
      numberText(number("usersGrowth"), 0.07),
      numberText(number("usersGrowth"), -0.9),
      numberText(number("users"), 50_000),
      numberText(number("cloudPerCoreHour"), 0.0486),
      numberText(number("targetAnnualLoss"), 1e-11),
      numberText(number("contingencyShare"), 0),
    ]).toEqual(["15", "7", "−90", "50,000", "0.0486", "1e-9", "0"]);
  });

  it("gives back every default that it shows", () => {
    for (const declared of Object.values(input)) {
      if (declared.format === "choice") continue;
      expect(readText(declared, numberText(declared, declared.default), "USD")).toEqual({
        ok: true,
        value: declared.default,
      });
    }
  });

  it("says a tiny yearly chance in words", () => {
    expect(chanceHint(number("targetAnnualLoss"), 1e-8)).toBe("1 in 100 million");
    // A rise of 0.05 % a year is no chance.
    expect(chanceHint(number("usersGrowth"), 0.0005)).toBeNull();
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

  it.each([
    ["users", "12\t345", "Users takes one figure; you pasted several, 12 and 345. Paste one of them."],
    ["users", "12\r\n345\r\n", "Users takes one figure; you pasted several, 12 and 345. Paste one of them."],
    ["users", "60.000", "Users could be 60 or 60,000; you typed 60.000. Type the one that you mean."],
    ["users", "5 %", "Users must be a number between 0 and 10,000,000,000 users; you typed 5 %."],
    ["onPremisesComplianceAnnual", "20 EUR", /^.* must be a number between .*; you typed 20 EUR\.$/],
  ] as const)("%s: %j is not guessed at", (key, text, message) => {
    const read = readText(number(key as "users"), text, "USD");
    expect(read).toEqual({
      ok: false,
      message: typeof message === "string" ? message : expect.stringMatching(message),
    });
  });

  it("takes a percentage with or without its sign", () => {
    expect(readText(number("usersGrowth"), "5 %", "USD")).toEqual({ ok: true, value: 0.05 });
    expect(readText(number("usersGrowth"), "5", "USD")).toEqual({ ok: true, value: 0.05 });
  });
});

describe("what a field takes beside digits", () => {
  it.each([
    ["users", "20k", 20_000],
    ["users", "4.22 M", 4_220_000],
    ["users", "1.5 bn", 1_500_000_000],
    ["users", "20k users", 20_000],
    ["serverLifeMonths", "60 months", 60],
    ["serverLifeMonths", "60 month", 60],
    ["serverPrice", "USD 12,000", 12_000],
    ["serverPrice", "$12,000", 12_000],
    ["serverPrice", "12k usd", 12_000],
    ["usersGrowth", "−5 %", -0.05],
    ["usersGrowth", "５％", 0.05],
    ["usersGrowth", "5 % a year", 0.05],
  ] as const)("%s: %j is %d", (key, text, value) => {
    expect(readText(number(key), text, "USD")).toEqual({ ok: true, value });
  });

  it("is the model's currency and no other", () => {
    expect(readText(number("serverPrice"), "12,000 EUR", "EUR")).toEqual({ ok: true, value: 12_000 });
    expect(readText(number("serverPrice"), "$12,000", "EUR").ok).toBe(false);
    expect(readText(number("usersGrowth"), "5k", "USD").ok).toBe(false);
  });
});

describe("a figure outside of its usual range", () => {
  // The ranges are those of docs/model.md: growth of users −2 to 35 % a year, network share 10 to 28 %.
  it("is pointed out, and taken", () => {
    expect(readText(number("usersGrowth"), "150", "USD")).toEqual({ ok: true, value: 1.5 });
    expect(unusualHint(number("usersGrowth"), 1.5)).toBe("usually −2 to 35");
    expect(unusualHint(number("networkShare"), 1.5)).toBe("usually 10 to 28");
    expect(unusualHint(number("networkShare"), 0.015)).toBe("usually 10 to 28");
  });

  it("is not where it lies within, at an end, or where there is none", () => {
    expect(unusualHint(number("usersGrowth"), 0.35)).toBeNull();
    expect(unusualHint(number("usersGrowth"), -0.02)).toBeNull();
    expect(unusualHint(number("targetAvailability"), 0.6)).toBeNull();
    for (const declared of Object.values(input)) {
      if (declared.format !== "choice") expect(unusualHint(declared, declared.default), declared.key).toBeNull();
    }
  });
});

describe("a field of a reader who writes otherwise", () => {
  it("gives back every default that it shows", () => {
    for (const marks of Object.values(marksOf)) {
      for (const declared of Object.values(input)) {
        if (declared.format === "choice") continue;
        const read = asReader(marks, () => readText(declared, numberText(declared, declared.default), "USD"));
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
