import { describe, expect, test } from "vitest";
import { paperParts } from "./paper-columns";

// A figure "12,345,678.90" has ten digits and three marks: 10 × 6.6 + 3 × 3.3 + 6 = 81.9 px; 688 − 96 = 592 px hold seven.
const row = (count: number, text = "12,345,678.90") => [Array.from({ length: count }, () => text)];

describe("columns on paper", () => {
  test("set-up, five years and the total stand in one part", () => {
    expect(paperParts(7, row(7))).toEqual([[0, 1, 2, 3, 4, 5, 6]]);
  });

  test("ten years are parted evenly", () => {
    expect(paperParts(12, row(12))).toEqual([
      [0, 1, 2, 3, 4, 5],
      [6, 7, 8, 9, 10, 11],
    ]);
  });

  test("months are parted by half-years, with set-up before the first and the total behind the last", () => {
    // Two years: set-up, 24 months, total.
    const parts = paperParts(26, row(26, "345,678.90"), 12);
    expect(parts).toEqual([
      [0, 1, 2, 3, 4, 5, 6],
      [7, 8, 9, 10, 11, 12],
      [13, 14, 15, 16, 17, 18],
      [19, 20, 21, 22, 23, 24, 25],
    ]);
  });

  test("wider figures stand fewer beside each other, and none is left out", () => {
    // "12,345,678,901,234.00": sixteen digits and five marks, 16 × 6.6 + 5 × 3.3 + 6 = 128.1 px: four fit, three months beside set-up or the total.
    const wide = "12,345,678,901,234.00";
    expect(paperParts(7, row(7, wide))).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6],
    ]);
    const months = paperParts(122, row(122, wide), 12);
    expect(Math.max(...months.map((part) => part.length))).toBe(4);
    expect(months.flat()).toEqual(Array.from({ length: 122 }, (_, place) => place));
  });
});
