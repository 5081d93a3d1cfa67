import { describe, expect, it } from "vitest";
import { tryEvaluate } from "@/lib/model/evaluate";
import { missedPlaces, randomRequest } from "@/test/random-request";

const models = 150;
const points = 1025;

describe("the search for switching values", { timeout: 120_000 }, () => {
  it("misses no interval wider than a 64th of the domain, and none of its ends is wrong by the whole model", () => {
    let intervals = 0;
    for (let i = 0; i < models; i++) {
      const random = randomRequest(`test/${i}`);
      const { missed, found, key, intervals: wide } = missedPlaces(random, points);
      expect(missed, `model ${i}, ${key}`).toEqual([]);
      intervals += wide;
      if (i % 5 !== 0) continue;
      const { inputs, rows } = random.request;
      for (const [architecture, places] of found) {
        for (const { from, to } of places) {
          for (const value of [from, to]) {
            const outcome = tryEvaluate({ ...inputs, [key]: value }, rows);
            expect(outcome.ok && outcome.result.ranking[0], `model ${i}, ${key} at ${value}`).toBe(architecture);
          }
        }
      }
    }
    // Else there is nothing that could be missed.
    expect(intervals).toBeGreaterThan(models / 2);
  });
});
