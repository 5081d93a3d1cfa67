import { describe, expect, it } from "vitest";
import { asReader, marksOf } from "@/test/as-reader";
import { largestDifferenceGap, largestGap } from "./shown-sums";

describe("sums of rounded figures", () => {
  it("add up where they do", () => {
    // 1.10 + 2.20 = 3.30 down and across: 1.10 + 0.20 = 1.30, 2.20 + 1.00 = 3.20, 3.30 + 1.20 = 4.50.
    const rows = [
      ["1.10", "0.20", "1.30"],
      ["2.20", "1.00", "3.20"],
      ["3.30", "1.20", "4.50"],
    ];
    expect(largestGap([rows], true)).toBeNull();
  });

  it("are off by a coin down a column", () => {
    // 0.004 + 0.004 = 0.008 is shown as 0.00 + 0.00 = 0.01.
    expect(largestGap([[["0.00"], ["0.00"], ["0.01"]]], false)).toBe("0.01");
  });

  it("are off across a row, which counts only where the last column is a total", () => {
    // Three thirds of a coin a year: 3 × 0.33 = 0.99, in all 1.00.
    const rows = [
      ["0.33", "0.33", "0.33", "1.00"],
      ["0.33", "0.33", "0.33", "1.00"],
    ];
    expect(largestGap([rows], true)).toBe("0.01");
    expect(largestGap([rows], false)).toBeNull();
  });

  it("take credits, gaps of several coins, currencies without coins and what is not there", () => {
    expect(largestGap([[["−1,000.50"], ["0.47"], ["−1,000.00"]]], false)).toBe("0.03");
    expect(largestGap([[["1"], ["1"], ["3"]]], false)).toBe("1");
    expect(
      largestGap(
        [
          [
            ["–", "1.00"],
            ["–", "1.00"],
            ["–", "2.00"],
          ],
        ],
        false,
      ),
    ).toBeNull();
    expect(largestGap([[["–"], ["1.00"], ["2.00"]]], false)).toBeNull();
  });

  it("are read in the reader's marks", () => {
    const german = [[["1.000,50"], ["2,00"], ["1.002,51"]]];
    expect(asReader(marksOf["de-DE"], () => largestGap(german, false))).toBe("0,01");
  });

  it("hold for differences from a base", () => {
    expect(largestDifferenceGap([["10.00", "4.00", "+6.00"]])).toBeNull();
    expect(largestDifferenceGap([["10.00", "4.00", "+6.01"]])).toBe("0.01");
    expect(largestDifferenceGap([["4.00", "10.00", "−6.01"]])).toBe("0.01");
  });
});
