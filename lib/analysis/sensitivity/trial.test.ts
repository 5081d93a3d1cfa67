import { describe, expect, it } from "vitest";
import { architectures } from "@/lib/model/architectures";
import { tryEvaluate } from "@/lib/model/evaluate";
import { type Inputs, inputList } from "@/lib/model/inputs";
import { noRows, type OwnRows } from "@/lib/model/rows/own-rows";
import { complete } from "@/test/figures/complete";
import { fullTables } from "@/test/figures/full-tables";
import { randomRequest } from "@/test/random-request";
import { trialsOf } from "./trial";

/** What the whole result says, by the kernels that pages evaluate with. */
function byWholeResult(inputs: Inputs, rows: OwnRows) {
  const outcome = tryEvaluate(inputs, rows);
  if (!outcome.ok) return null;
  const { ranking, architectures: results } = outcome.result;
  const figures = architectures.map((name) => {
    const { total, netPresentCost, perUserMonth, meetsAvailability, meetsAnnualLoss, eligible } = results[name];
    return [name, { total, netPresentCost, perUserMonth, meetsAvailability, meetsAnnualLoss, eligible }];
  });
  return { ranking, architectures: Object.fromEntries(figures) };
}

/** Each number set to its bounds, alone: far outside of what people type. */
const extremes = inputList.flatMap(({ key, format, ...declared }): Partial<Inputs>[] => {
  if (format === "choice") return [];
  const { min, max } = declared as { min: number; max: number };
  return [min, max].map((value) => ({ [key]: value }));
});

/** What the trials say of all that is given, each beside the whole result. */
function compared(inputs: Inputs, rows: OwnRows, all: readonly Partial<Inputs>[]) {
  const found = trialsOf(inputs, rows)(all);
  expect(found).toHaveLength(all.length);
  return all.map((changes, i) => ({ changes, found: found[i], whole: byWholeResult({ ...inputs, ...changes }, rows) }));
}

describe("the results with some inputs changed", () => {
  it("have the digits of the whole result, and none where that is refused", () => {
    let refused = 0;
    for (let i = 0; i < 6; i++) {
      const { inputs } = randomRequest(`trials/${i}`).request;
      for (const { changes, found, whole } of compared(inputs, noRows, [{}, ...extremes])) {
        expect(found, JSON.stringify(changes)).toEqual(whole);
        if (whole === null) refused += 1;
      }
    }
    // Else refusals were not tried.
    expect(refused).toBeGreaterThan(10);
  });

  it("are as exact with every table full, and where the horizon is changed", () => {
    const inputs = complete({ horizonMonths: 24, currentArchitecture: "onPremises" });
    const rows = { ...noRows, ...fullTables };
    const all = [{ users: 10 }, { horizonMonths: 12, users: 60_000 }, { targetAvailability: 0.9, sites: 1 }];
    for (const { changes, found, whole } of compared(inputs, rows, all)) {
      expect(found, JSON.stringify(changes)).toEqual(whole);
      expect(found).not.toBeNull();
    }
  });
});
