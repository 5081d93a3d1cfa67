import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Architecture, architectures, categories, views } from "@/lib/model/architectures";
import { evaluateModel, evaluateWhole, netPresentOf, tryEvaluate } from "@/lib/model/evaluate";
import { noRows } from "@/lib/model/rows/own-rows";
import { complete } from "@/test/figures/complete";
import { someInputs, someLines } from "@/test/figures/random-figures";
import { uncertaintyRequest } from "@/test/figures/uncertainty-request";
import { finish } from "../steps";
import { simulate } from "../uncertainty/simulate";
import { summarise } from "../uncertainty/summarise";
import { costsAgainst, netPresentAgainst } from "./costs-against";
import { savingsOf } from "./savings";

const some = fc.record({ given: someInputs, customLines: someLines, today: fc.constantFrom(...architectures) });

describe("costs against going on as now, for random figures", () => {
  it("are zero in every view, category and month of what runs today, and categories make up their total", () => {
    fc.assert(
      fc.property(some, ({ given, customLines, today }) => {
        const rows = { ...noRows, customLines };
        const inputs = complete({ ...given, currentArchitecture: today });
        const outcome = tryEvaluate(inputs, rows);
        if (!outcome.ok) return;
        const { result } = outcome;
        const against = costsAgainst(result, today);
        const netPresent = netPresentAgainst(netPresentOf(evaluateWhole(inputs, rows)), today);
        const savings = savingsOf(result, today, null);
        for (const name of architectures) {
          const all = [...views.map((view) => against.architectures[name].views[view]), netPresent[name]];
          for (const { lines, total } of all) {
            expect(total).toHaveLength(result.months.length);
            if (name === today) expect([total, ...Object.values(lines)].flat().every((each) => each === 0)).toBe(true);
          }
          // Categories make up each month, as far as a double of the size of the costs themselves can tell.
          for (const view of views) {
            const { lines, total } = against.architectures[name].views[view];
            const gaps = total.map((saved, month) => {
              const sum = categories.reduce((all, category) => all + (lines[category][month] as number), 0);
              const sizes = [name, today].flatMap((one) =>
                categories.map((category) =>
                  Math.abs(result.architectures[one].views[view].lines[category][month] as number),
                ),
              );
              return Math.abs(sum - saved) / Math.max(1, ...sizes);
            });
            expect(Math.max(...gaps)).toBeLessThan(1e-9);
          }
          const own = savings.find(({ architecture }) => architecture === name);
          expect(own?.payback).toBe(name === today ? 0 : result.breakEven[name][today]);
          if (name === today) expect(own).toMatchObject({ netPresent: 0, cash: 0, ahead: null });
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe.each(["onPremises", "cloud", "peerToPeer"] as const)("trials where %s runs today", (today) => {
  const request = uncertaintyRequest({ inputs: { currentArchitecture: today, horizonMonths: 36 } });
  const outcomes = finish(simulate(request, 0, 1));
  const summary = finish(summarise(request, [outcomes]));
  if (!summary.ok) throw new Error("they have no result");
  const savings = savingsOf(evaluateModel(request.inputs), today, summary.document);
  const trials = Array.from({ length: outcomes.kept }, (_, trial) => trial);
  const savedIn = (name: Architecture) =>
    trials.map(
      (trial) =>
        (outcomes.architectures[today].netPresentCost[trial] as number) -
        (outcomes.architectures[name].netPresentCost[trial] as number),
    );
  /** Cumulative cash of the trial, and the month after the last in which it was above that of today. */
  const paybackIn = (name: Architecture) =>
    trials.map((trial) => {
      const cash = (one: Architecture) => outcomes.architectures[one].cumulative.map((month) => month[trial] as number);
      const [own, now] = [cash(name), cash(today)];
      const after =
        own.findLastIndex((sum, t) => sum - (now[t] as number) > 1e-9 * Math.max(sum, now[t] as number, 1)) + 1;
      return after === own.length ? Number.POSITIVE_INFINITY : after;
    });

  it("have it save nothing against itself in any of them", () => {
    expect(savedIn(today).every((amount) => amount === 0)).toBe(true);
    expect(savings.find(({ architecture }) => architecture === today)?.doubt).toBeNull();
  });

  it.each(architectures.filter((name) => name !== today))("say of %s what the very trials say one by one", (name) => {
    const doubt = savings.find(({ architecture }) => architecture === name)?.doubt;
    const saved = savedIn(name).sort((a, b) => a - b);
    // The spreadsheet's PERCENTILE.INC of a thousand: between the places around 0.1 times 999, and so on.
    const quantile = (share: number) => {
      const at = share * (saved.length - 1);
      const [below, above] = [saved[Math.floor(at)] as number, saved[Math.ceil(at)] as number];
      return below + (above - below) * (at - Math.floor(at));
    };
    expect(doubt?.saves).toBeCloseTo(saved.filter((amount) => amount > 0).length / saved.length, 12);
    const size = Math.max(...saved.map(Math.abs));
    for (const [found, share] of [
      [doubt?.p10, 0.1],
      [doubt?.p50, 0.5],
      [doubt?.p90, 0.9],
    ] as const) {
      expect(Math.abs((found as number) - quantile(share))).toBeLessThanOrEqual(1e-9 * size);
    }
    const months = paybackIn(name).sort((a, b) => a - b);
    const by = (share: number) => {
      const month = months[Math.ceil(share * months.length) - 1] as number;
      return Number.isFinite(month) ? month : null;
    };
    expect(doubt?.payback).toEqual({ 10: by(0.1), 50: by(0.5), 90: by(0.9) });
    expect(doubt?.never).toBeCloseTo(months.filter((month) => !Number.isFinite(month)).length / months.length, 12);
  });
});
