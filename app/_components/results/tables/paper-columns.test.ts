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

  test("months are parted by half-years, with the totals and set-up before them", () => {
    // Two totals, set-up and 24 months of "345,678.90", 8 × 6.6 + 2 × 3.3 + 6 = 65.4 px: nine fit, three and six months.
    const parts = paperParts(27, row(27, "345,678.90"), 12, 3);
    expect(parts).toEqual([
      [0, 1, 2, 3, 4, 5, 6, 7, 8],
      [9, 10, 11, 12, 13, 14],
      [15, 16, 17, 18, 19, 20],
      [21, 22, 23, 24, 25, 26],
    ]);
  });

  test("wider figures stand fewer beside each other, and none is left out", () => {
    // "12,345,678,901,234.00": sixteen digits and five marks, 16 × 6.6 + 5 × 3.3 + 6 = 128.1 px: four fit: four months, or three totals by themselves.
    const wide = "12,345,678,901,234.00";
    expect(paperParts(7, row(7, wide))).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6],
    ]);
    const months = paperParts(123, row(123, wide), 12, 3);
    expect(months[0]).toEqual([0, 1, 2]);
    expect(Math.max(...months.map((part) => part.length))).toBe(4);
    expect(months.flat()).toEqual(Array.from({ length: 123 }, (_, place) => place));
  });
});
