import { describe, expect, it } from "vitest";
import { asReader, marksOf } from "@/test/as-reader";
import {
  formatAvailability,
  formatDowntime,
  formatExact,
  formatMoney,
  formatNumber,
  formatPercent,
  formatShort,
  formatTick,
  formatWhole,
  formatYearlyChance,
  toDigits,
} from "./format";

const spaced = (text: string) => text.replaceAll("\u00a0", " ");

describe("money", () => {
  it.each([
    [4_218_734, "4.22 M USD"],
    [4_225_000_000, "4.23 bn USD"],
    [1.5e12, "1.50 tn USD"],
    [2.5e15, "2,500 tn USD"],
    [42_249, "42,200 USD"],
    [999_499, "999,000 USD"],
    [999_500, "1.00 M USD"],
    [146, "146 USD"],
    [0.1464, "0.146 USD"],
    [0, "0 USD"],
    [-0, "0 USD"],
    [-4_218_734, "−4.22 M USD"],
    [Number.NaN, "–"],
    [Number.POSITIVE_INFINITY, "–"],
    [null, "–"],
  ])("says %s short as %s", (amount, text) => {
    expect(spaced(formatMoney(amount, "USD"))).toBe(text);
  });

  it.each([
    [1234.56, "USD", "1,234.56"],
    // Half away from zero: 0.125 and 0.375 are exact in binary; the doubles of 1.005 and 2.675 lie a little below them.
    [0.125, "USD", "0.13"],
    [-0.125, "USD", "−0.13"],
    [0.375, "USD", "0.38"],
    [1.005, "USD", "1.01"],
    [2.675, "USD", "2.68"],
    [-2.675, "USD", "−2.68"],
    // 1.0049999999999999 is the double of 1.005; the one below it is written with digits of its own.
    [1.0049999999999997, "USD", "1.00"],
    [1e21, "USD", "1,000,000,000,000,000,000,000.00"],
    [-1234.5, "USD", "−1,234.50"],
    [-0.001, "USD", "0.00"],
    [-0, "USD", "0.00"],
    [1234.5, "JPY", "1,235"],
    [1235.5, "JPY", "1,236"],
    [1.2345, "KWD", "1.235"],
    [-1.0005, "KWD", "−1.001"],
    [Number.NaN, "USD", "–"],
    [undefined, "USD", "–"],
  ])("says %s %s exactly as %s", (amount, currency, text) => {
    expect(formatExact(amount, currency)).toBe(text);
  });

  it("rounds whole money half away from zero", () => {
    expect([0.5, 1.5, -2.5, -0.4, 1234567.4].map(formatWhole)).toEqual(["1", "2", "−3", "0", "1,234,567"]);
  });
});

it("keeps no zeros at the end on a scale", () => {
  expect([50e6, 2.5e6, 2.25e6, 100e6, 0, 500_000, -7.5e9].map(formatTick).map(spaced)).toEqual([
    "50 M",
    "2.5 M",
    "2.25 M",
    "100 M",
    "0",
    "500,000",
    "−7.5 bn",
  ]);
});

describe("percentages", () => {
  it.each([
    [0.17, "17 %"],
    [0.1749, "17 %"],
    [0.0168, "1.7 %"],
    [0.09949, "9.9 %"],
    [0.0996, "10 %"],
    [12.3, "1,230 %"],
    [-0.08, "−8 %"],
    [0, "0 %"],
    [null, "–"],
  ])("says %s as %s", (share, text) => {
    expect(spaced(formatPercent(share))).toBe(text);
  });
});

describe("plain numbers", () => {
  it.each([
    [50_000, "50,000"],
    [0.0486, "0.0486"],
    [1e-11, "1e-11"],
    [0.00001, "0.00001"],
    [1e10, "10,000,000,000"],
    [1e18, "1e18"],
    [1.1e15, "1.1e15"],
    [-0.9, "−0.9"],
    [0.1 + 0.2, "0.3"],
    [-0, "0"],
  ])("says %s as %s", (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it("keeps three significant digits on a chart", () => {
    expect([12345.6, 1.004, 0.00012345].map(formatShort)).toEqual(["12,300", "1", "0.000123"]);
  });
});

describe("service", () => {
  // 0.000183 of 8,760 h = 1.603 h. 0.05 of 8,760 h = 438 h = 18.25 days. 1e-5 of 8,760 h = 0.0876 h = 5.256 min.
  // 1e-6 of it = 0.00876 h = 31.5 s. 0.0001 of it = 0.876 h = 52.56 min.
  it.each([
    // 100 − 0.0183 = 99.9817, cut and not rounded; 0.00014 of 8,760 h = 1.2264 h.
    [0.000183, "99.981 %", "1.6 h a year"],
    [0.00014, "99.986 %", "1.2 h a year"],
    [0.0099999, "99.00 %", "3.6 days a year"],
    [0.0001, "99.99 %", "53 min a year"],
    [0.05, "95.00 %", "18 days a year"],
    [0.00001, "99.999 %", "5.3 min a year"],
    [0.000001, "99.9999 %", "32 s a year"],
    [0.00000000001, "99.999999999 %", "less than a second a year"],
    [1e-15, "over 99.9999999999 %", "less than a second a year"],
    [0, "100 %", "none"],
    [1, "0.00 %", "365 days a year"],
    [null, "–", "–"],
  ])("says an unavailability of %s as %s and %s", (unavailability, availability, downtime) => {
    expect(spaced(formatAvailability(unavailability))).toBe(availability);
    expect(spaced(formatDowntime(unavailability))).toBe(downtime);
  });

  // The dust of binary: 1 − 0.9995 is 0.0005000000000000004.
  it.each([
    [0.9995, "99.95 %"],
    [0.99986, "99.986 %"],
    [0.9999, "99.99 %"],
    [0.999, "99.90 %"],
    [0.9999999, "99.99999 %"],
    [0.5, "50.00 %"],
  ])("says an availability of %s as it was typed", (availability, text) => {
    expect(spaced(formatAvailability(1 - availability))).toBe(text);
  });

  it("shows no target as missed that is met, and none as met that is missed", () => {
    // Against 99.98 %: 99.9812 % meets it, 99.97999 % does not. Cut to two digits 99.8165 % would read as 99.81 %, below the 99.812 % that it meets.
    expect(spaced(formatAvailability(0.000188, 0.0002))).toBe("99.981 %");
    expect(spaced(formatAvailability(0.0002001, 0.0002))).toBe("99.979 %");
    expect(spaced(formatAvailability(0.001835, 0.00188))).toBe("99.816 %");
    expect(spaced(formatYearlyChance(1.02e-8, 1e-8))).toBe("1 in 98 million");
    expect(spaced(formatYearlyChance(1.001e-8, 1e-8))).toBe("1 in 99.9 million");
    expect(spaced(formatYearlyChance(1e-8, 1e-8))).toBe("1 in 100 million");
  });

  it.each([
    [0.996, "99.6 %"],
    [0.9951, "99.5 %"],
    [0.99999, "99.999 %"],
    [0.99999999, "99.9999 %"],
    [1, "100 %"],
    [1.004, "100 %"],
    [0.994, "99 %"],
  ])("calls a share of %s all only where it is: %s", (share, text) => {
    expect(spaced(formatPercent(share))).toBe(text);
  });

  it("keeps a share below 1 where digits are few", () => {
    expect([0.99999986, 0.9999861, 1.0000004, 0.5].map((value) => toDigits(value, 6))).toEqual([
      0.99999986, 0.999986, 1, 0.5,
    ]);
  });

  it.each([
    [1e-8, "1 in 100 million"],
    [9.7e-9, "1 in 100 million"],
    [4e-10, "1 in 2.5 billion"],
    [1e-12, "1 in 1 trillion"],
    [0.0001, "1 in 10,000"],
    [0.3, "1 in 3.3"],
    [0.5, "50 %"],
    [1e-18, "1 in 10¹⁸"],
    [4e-21, "1 in 2.5 × 10²⁰"],
    [0, "none"],
    [null, "–"],
  ])("says a yearly loss of %s as %s", (chance, text) => {
    expect(spaced(formatYearlyChance(chance))).toBe(text);
  });
});

describe("in the reader's marks", () => {
  const forms = () =>
    [
      formatMoney(4_218_734, "USD"),
      formatMoney(-42_249, "USD"),
      formatExact(1_234_567.5, "USD"),
      formatExact(-0.001, "USD"),
      formatWhole(123_456),
      formatTick(2.5e6),
      formatPercent(0.0168),
      formatPercent(12.3),
      formatNumber(1.5e-11),
      formatNumber(-0.146),
      formatAvailability(0.000183),
      formatAvailability(1e-15),
      formatDowntime(0.000183),
      formatYearlyChance(0.0001),
      formatYearlyChance(0.3),
      formatYearlyChance(4e-21),
      formatExact(null, "USD"),
    ].map((text) => text.replaceAll("\u00a0", " "));

  it("follows a German reader", () => {
    expect(asReader(marksOf["de-DE"], forms)).toEqual([
      "4,22 M USD",
      "−42.200 USD",
      "1.234.567,50",
      "0,00",
      "123.456",
      "2,5 M",
      "1,7 %",
      "1.230 %",
      "1,5e-11",
      "−0,146",
      "99,981 %",
      "over 99,9999999999 %",
      "1,6 h a year",
      "1 in 10.000",
      "1 in 3,3",
      "1 in 2,5 × 10²⁰",
      "–",
    ]);
  });

  it.each([
    ["fr-FR", "1\u00a0234\u00a0567,50", "123\u00a0456"],
    ["de-CH", "1’234’567.50", "123’456"],
    ["en-IN", "12,34,567.50", "1,23,456"],
  ] as const)("follows %s", (language, exact, whole) => {
    expect(asReader(marksOf[language], () => [formatExact(1_234_567.5, "USD"), formatWhole(123_456)])).toEqual([
      exact,
      whole,
    ]);
  });
});
