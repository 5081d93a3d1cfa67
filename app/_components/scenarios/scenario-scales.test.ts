import { expect, it } from "vitest";
import type { CostsResult } from "@/lib/model/pay/pay";
import { scalesOf } from "./scenario-scales";

type Architectures = CostsResult["architectures"];

/** One architecture, its cash by month from set-up. */
function resultOf(lines: Record<string, number[]>): { architectures: Architectures } {
  const months = Object.values(lines)[0]?.map((_, month) => month) ?? [];
  const total = months.map((month) => Object.values(lines).reduce((sum, amounts) => sum + (amounts[month] ?? 0), 0));
  const none = months.map(() => 0);
  const all = new Proxy(lines, { get: (given, key) => given[String(key)] ?? none });
  return { architectures: { cloud: { views: { cash: { lines: all, total } } } } as unknown as Architectures };
}

// Set-up and two years: a month of set-up, then 24 months.
const months = (setUp: number, first: number, second: number) => [
  setUp,
  ...Array.from({ length: 12 }, () => first),
  ...Array.from({ length: 12 }, () => second),
];

const keysOf = (results: Parameters<typeof scalesOf>[0]) => {
  const scales = scalesOf(results);
  return { ...scales, used: scales.used.map(({ key }) => key) };
};

it("holds the highest stack and the deepest credit of all columns, and zero", () => {
  const plain = resultOf({ hardware: months(100, 10, 10), staff: months(0, 5, 5) });
  // A year: 12 x (10 + 5) = 180 up. In all: 100 + 24 x 15 = 460.
  expect(keysOf([plain])).toEqual({
    cumulative: { least: 0, most: 460 },
    yearly: { least: 0, most: 180 },
    used: ["hardware", "staff"],
  });
  const credited = resultOf({ hardware: months(100, 10, 10), energy: months(-400, -3, -20) });
  // Set-up: 100 up, 400 down. The first year: 120 up, 36 down; the second: 120 up, 240 down.
  // Running totals: -300 at set-up, -300 + 12 x 7 = -216 after a year, -216 - 120 = -336 after two.
  expect(keysOf([plain, credited])).toEqual({
    cumulative: { least: -336, most: 460 },
    yearly: { least: -400, most: 180 },
    // 400 + 36 + 240 = 676 against 340 twice and 120.
    used: ["hardware", "energy", "staff"],
  });
});
