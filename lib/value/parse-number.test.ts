import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asReader, marksOf } from "@/test/as-reader";
import { formatExact, formatNumber } from "./format";
import { bothMeanings, parseNumber } from "./parse-number";

const languages = Object.keys(marksOf) as (keyof typeof marksOf)[];
const readBy = (language: keyof typeof marksOf, text: string) => asReader(marksOf[language], () => parseNumber(text));

describe("a figure as it is typed", () => {
  it.each([
    ["50000", 50_000],
    ["50,000", 50_000],
    ["1,234,567", 1_234_567],
    ["1.234.567", 1_234_567],
    ["1 234 567", 1_234_567],
    ["1 234,5", 1234.5],
    ["1\u00a0234,5", 1234.5],
    ["1\u202f234,567", 1234.567],
    ["1’234.5", 1234.5],
    ["1.234,5", 1234.5],
    ["1,234.5", 1234.5],
    ["1,234,567.89", 1_234_567.89],
    ["1,5", 1.5],
    ["0,125", 0.125],
    ["1234,567", 1234.567],
    ["1.234", 1.234],
    ["1,234", 1234],
    [".5", 0.5],
    ["5.", 5],
    ["-8", -8],
    ["−8", -8],
    ["+8", 8],
    ["-0", 0],
    ["1e-11", 1e-11],
    ["2E6", 2_000_000],
    [" 12 ", 12],
  ])("reads %j as %d", (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each([
    "",
    " ",
    "abc",
    "12a",
    "1,2,3",
    "1,23,456",
    "12 34",
    "1.2.3",
    "1,234.567.8",
    "1.234,5,6",
    ".",
    "-",
    "e5",
    "1e400",
    "-1e400",
    "0x10",
    "Infinity",
    "NaN",
    "=1+1",
    "1--2",
    "1 2,345.6",
  ])("does not guess what %j means", (text) => {
    expect(parseNumber(text)).toBeNull();
  });

  it("shifts a percentage without the dust of a division", () => {
    // In binary 1.1 / 100 is 0.011000000000000001 and 0.07 / 100 is 0.0007000000000000001.
    expect([parseNumber("1.1", -2), parseNumber("0.07", -2), parseNumber("1e-9", -2)]).toEqual([0.011, 0.0007, 1e-11]);
  });
});

describe("a figure that was pasted", () => {
  it.each([
    ["\u202d1,234.5\u202c", 1234.5],
    ["\u200e−8\u200f", -8],
    ["\ufeff12", 12],
    ["1\u00ad234", 1234],
    ["\u206612\u2069", 12],
    ["１２３４.５", 1234.5],
    ["１２，３４５", 12_345],
    ["－８", -8],
    ["\u2011 8", -8],
    ["٦٠٠٠٠", 60_000],
    ["۱۲۳٫۵", 123.5],
    ["١٬٢٣٤٬٥٦٧", 1_234_567],
    ["१२३", 123],
    ["𝟘𝟙𝟿", 19],
    ["๑๒", 12],
    ["42\t", 42],
    ["42\r\n", 42],
    ["1\u3000234", 1234],
  ])("reads %j as %d", (text, value) => {
    for (const language of languages) {
      // A comma of full width parts thousands only for who writes thousands so.
      if (text.includes("，") && !"en-GB en-IN".includes(language)) continue;
      if (text.includes(",") && !"en-GB en-IN".includes(language) && !text.includes(".")) continue;
      expect(readBy(language, text), language).toBe(value);
    }
  });

  it.each(["12\t345", "12\n345", "12\r\n345", "1\u2028234", "1\t234\t567", "-\n8", "10²", "½", "①", "1".repeat(500)])(
    "reads no figure in %j",
    (text) => {
      for (const language of languages) expect(readBy(language, text), language).toBeNull();
    },
  );

  it("reads every decimal digit of Unicode by its value", () => {
    // By Unicode's rule each ten of them stand together, from zero: so the n-th of all in order is n modulo ten.
    const digits = Array.from({ length: 0x110000 }, (_, point) => point)
      .filter((point) => point < 0xd800 || point > 0xdfff)
      .map((point) => String.fromCodePoint(point))
      .filter((character) => /\p{Nd}/u.test(character));
    expect(digits.length).toBeGreaterThan(600);
    expect(digits.filter((digit, place) => parseNumber(digit) !== place % 10)).toEqual([]);
  });
});

describe("three zeros behind a mark", () => {
  it("are asked about where the reader's language means decimals by it", () => {
    expect([readBy("en-GB", "60.000"), readBy("de-DE", "60,000"), readBy("de-CH", "60.000")]).toEqual([
      null,
      null,
      null,
    ]);
    expect([readBy("en-GB", "60,000"), readBy("de-DE", "60.000"), readBy("en-GB", "0.000")]).toEqual([
      60_000, 60_000, 0,
    ]);
    const both = (language: keyof typeof marksOf, text: string) =>
      asReader(marksOf[language], () => bothMeanings(text));
    expect([both("en-GB", "60.000"), both("de-DE", "-60,000"), both("en-GB", "60,000")]).toEqual([
      [60, 60_000],
      [-60, -60_000],
      null,
    ]);
  });
});

describe("a figure as its reader writes it", () => {
  // One mark before three digits: what the reader's own language means by it, and nothing where it has no meaning there.
  it.each([
    ["en-GB", "1,234", 1234],
    ["en-GB", "1.234", 1.234],
    ["de-DE", "1.234", 1234],
    ["de-DE", "1,234", 1.234],
    ["fr-FR", "1,234", 1.234],
    ["fr-FR", "1.234", null],
    ["fr-FR", "123.456", null],
    ["de-CH", "1.234", 1.234],
    ["de-CH", "1,234", null],
    ["en-IN", "1,234", 1234],
    ["en-IN", "1,23,456", 123_456],
    ["en-IN", "12,34,567.8", 1_234_567.8],
    ["en-GB", "1,23,456", null],
    ["de-DE", "1.23.456", null],
  ] as const)("%s: %j is %d", (language, text, value) => {
    expect(readBy(language, text)).toBe(value);
  });

  // These can mean one thing only.
  it.each([
    ["1 234,5", 1234.5],
    ["1,234.5", 1234.5],
    ["1.234,5", 1234.5],
    ["1’234.5", 1234.5],
    ["1’234,567", 1234.567],
    ["1.234.567", 1_234_567],
    ["1,234,567", 1_234_567],
    ["1,5", 1.5],
    ["1.5", 1.5],
    ["0,125", 0.125],
    ["0.125", 0.125],
    ["1234.567", 1234.567],
    ["1234,567", 1234.567],
    ["−0,8", -0.8],
    ["1,5e-11", 1.5e-11],
  ])("%j is %d to everybody", (text, value) => {
    for (const language of languages) expect(readBy(language, text), language).toBe(value);
  });

  it.each(["", "1,2,3", "1.2.3", "1,234.567.8", "12 34", "1 2,345.6", "many", "."])(
    "%j is nothing to anyone",
    (text) => {
      for (const language of languages) expect(readBy(language, text), language).toBeNull();
    },
  );
});

describe.each(languages)("what the page writes for %s", (language) => {
  const inMarks = <R>(work: () => R) => asReader(marksOf[language], work);

  it("is read back as the same number", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e18, max: 1e18 }), (any) => {
        // An input shows fifteen digits.
        const value = Number(any.toPrecision(15));
        return inMarks(() => parseNumber(formatNumber(value))) === (value === 0 ? 0 : value);
      }),
      { numRuns: 500 },
    );
  });

  it("is read back where it has few digits, as figures that people type have", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999_999, max: 99_999_999 }),
        fc.integer({ min: 0, max: 7 }),
        (digits, places) => {
          const value = Number(`${digits}e-${places}`);
          return inMarks(() => parseNumber(formatNumber(value))) === (value === 0 ? 0 : value);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("is read back from a table, where cents stand behind every figure", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
        const value = Number(`${cents}e-2`);
        return inMarks(() => parseNumber(formatExact(value, "USD"))) === (value === 0 ? 0 : value);
      }),
      { numRuns: 500 },
    );
  });
});
