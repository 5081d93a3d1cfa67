import { expect, it } from "vitest";
import { countPlaywright, countVitest } from "./test-counts.mjs";

it("counts what passed and what failed", () => {
  expect(countVitest({ numPassedTests: 7, numFailedTests: 2 }, 1)).toEqual({ passed: 7, failed: 2 });
  expect(countPlaywright({ stats: { expected: 5, unexpected: 1, flaky: 2 } }, 1)).toEqual({ passed: 5, failed: 3 });
});

it("takes no run for a good one that ran nothing, left no report or ended badly", () => {
  expect(countVitest({ numPassedTests: 0, numFailedTests: 0 }, 0)).toEqual({ passed: 0, failed: 1 });
  expect(countVitest(null, 0)).toEqual({ passed: 0, failed: 1 });
  expect(countVitest({ numPassedTests: 3, numFailedTests: 0 }, 1)).toEqual({ passed: 3, failed: 1 });
  expect(countPlaywright(null, 1)).toEqual({ passed: 0, failed: 1 });
});
