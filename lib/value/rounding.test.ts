import { expect, it } from "vitest";
import { ofHundred } from "@/lib/analysis/verdict/chance";
import { formatPercent, formatShort } from "./format";
import { timesHundred, toDecimals, toSignificant } from "./rounding";

// All by hand. The doubles of 1.005, 2.675, 0.145 and 8.345 lie below these decimals, that of 1.115 above.

it.each([
  [1.005, 2, 1.01],
  [2.675, 2, 2.68],
  [-2.675, 2, -2.68],
  [1.115, 2, 1.12],
  [-0.125, 2, -0.13],
  [-0.004, 2, 0],
  [0.5, 0, 1],
  [-0.5, 0, -1],
  [2.4999, 0, 2],
  [1e21, 2, 1e21],
  [1e-7, 7, 1e-7],
])("rounds %s to %i digits behind the point as %s", (value, digits, rounded) => {
  expect(toDecimals(value, digits)).toBe(rounded);
});

it.each([
  [1.005, 3, 1.01],
  [8.345, 3, 8.35],
  [-8.345, 3, -8.35],
  [0.0001235, 3, 0.000124],
  [999_500, 3, 1_000_000],
  [1.235e-9, 3, 1.24e-9],
  [1.235e30, 3, 1.24e30],
  [0, 3, 0],
])("rounds %s to %i significant digits as %s", (value, digits, rounded) => {
  expect(toSignificant(value, digits)).toBe(rounded);
});

it("leaves what is no figure", () => {
  expect([toDecimals(Number.POSITIVE_INFINITY, 2), toSignificant(Number.NaN, 2)]).toEqual([Infinity, Number.NaN]);
});

it("moves the point of a share", () => {
  expect([0.07, 0.145, 1e-9, 0.29, 1.2e21].map(timesHundred)).toEqual([7, 14.5, 1e-7, 29, 1.2e23]);
});

it("rounds figures in words the same way", () => {
  // 0.145 times 100 is 14.499999999999998 as doubles.
  expect([formatPercent(0.145), formatPercent(-0.145), formatPercent(0.0125)]).toEqual([
    "15\u00a0%",
    "\u221215\u00a0%",
    "1.3\u00a0%",
  ]);
  expect([formatShort(8.345), formatShort(1_005_000), formatShort(-1.005)]).toEqual(["8.35", "1.01\u00a0M", "−1.01"]);
  expect([ofHundred(0.145), ofHundred(0.285)]).toEqual(["15", "29"]);
});
