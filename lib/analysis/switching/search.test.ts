import { describe, expect, it } from "vitest";
import { finish } from "@/lib/analysis/steps";
import { tryEvaluate } from "@/lib/model/evaluate";
import { uniformsOf } from "@/test/figures/uniforms";
import { missedPlaces, randomRequest } from "@/test/random-request";
import { type Domain, placeIn, valueAt } from "./domain";
import { firstPlaces, scan } from "./scan";
import type { Standing } from "./standings";

const models = 200;
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

describe("an interval a little wider than a 64th", () => {
  const standing = (isCloud: boolean): Standing => ({
    leader: isCloud ? "cloud" : "onPremises",
    netPresentCosts: isCloud ? [2, 1, 9, 9] : [1, 2, 9, 9],
    eligible: [true, true, true, true],
  });

  it("is found wherever it lies, with its ends to a millionth of the domain", () => {
    const uniform = uniformsOf("intervals");
    for (let i = 0; i < 1000; i++) {
      const high = i % 2 === 0 ? 100 : 3;
      const domain: Domain = { key: "users", value: 2, low: 1, high, isLog: i % 2 === 0, isWhole: false, at: () => 2 };
      const width = (1 / 64) * (1.0001 + uniform());
      const from = uniform() * (1 - width);
      const isInside = (x: number) => placeIn(domain, x) >= from && placeIn(domain, x) <= from + width;
      const scanned = finish(scan(domain, (points) => points.map(([x]) => standing(isInside(x as number)))));
      const found = finish(firstPlaces(scanned, "cloud"));
      expect(found, `from ${valueAt(domain, from)}`).toHaveLength(1);
      expect(Math.abs(placeIn(domain, found[0]?.from as number) - from)).toBeLessThanOrEqual(1e-6);
      expect(Math.abs(placeIn(domain, found[0]?.to as number) - from - width)).toBeLessThanOrEqual(1e-6);
    }
  });
});
