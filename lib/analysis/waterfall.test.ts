import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { architectures } from "@/lib/model/architectures";
import { evaluateModel } from "@/lib/model/evaluate";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import { noRows } from "@/lib/model/rows/own-rows";
import { allAtOnce } from "@/lib/steps";
import { formatExact } from "@/lib/value/format";
import { complete } from "@/test/figures/complete";
import { differingInputs, waterfalls } from "./waterfall";

// The cloud owns nothing that keeps a book value, so that without contingency its net present cost B is the sum of all its cost.
const base = complete({ contingencyShare: 0 });
const B = evaluateModel(base).architectures.cloud.netPresentCost;

/** Null where a figure on the way is too large to mean anything, which the page then says. */
function workedOut(from: Inputs, to: Inputs, currency = "USD", keys?: readonly InputKey[]) {
  const outcome = allAtOnce(waterfalls(from, to, noRows, currency, keys));
  return outcome.ok ? outcome.waterfalls : null;
}

/** The same where there is a result. */
function waterfallsOf(...asked: Parameters<typeof workedOut>) {
  const found = workedOut(...asked);
  if (found === null) throw new Error("they have no result");
  return found;
}

describe("a waterfall", () => {
  it("puts each difference in place after those before it, as worked by hand", () => {
    // A contingency of 10 % of all, and 100,000 of development in month 0, which is not discounted.
    const scenario = complete({ contingencyShare: 0.1, cloudDevelopment: 100_000 });
    const before = evaluateModel({ ...base, cloudDevelopment: 0 }).architectures.cloud.netPresentCost;
    const { cloud, onPremises } = waterfallsOf({ ...base, cloudDevelopment: 0 }, scenario);
    // Contingency first: a tenth of what there was. Then development with its own tenth: 110,000.
    expect(cloud.steps.map(({ keys }) => keys)).toEqual([["contingencyShare"], ["cloudDevelopment"]]);
    expect(cloud.steps[0]?.change).toBeCloseTo(before * 0.1, 1);
    expect(cloud.steps[1]?.change).toBeCloseTo(110_000, 1);
    expect(cloud.end - cloud.start).toBeCloseTo(before * 0.1 + 110_000, 1);
    // Development in the cloud costs those on their own servers nothing.
    expect(onPremises.steps[1]?.change).toBe(0);
  });

  it("parts the same sum otherwise in another order", () => {
    const first = { ...base, cloudDevelopment: 0 };
    const before = evaluateModel(first).architectures.cloud.netPresentCost;
    const { cloud } = waterfallsOf(first, complete({ contingencyShare: 0.1, cloudDevelopment: 100_000 }), "USD", [
      "cloudDevelopment",
      "contingencyShare",
    ]);
    expect(cloud.steps[0]?.change).toBeCloseTo(100_000, 1);
    expect(cloud.steps[1]?.change).toBeCloseTo((before + 100_000) * 0.1, 1);
  });

  it("starts at the one net present cost and ends at the other", () => {
    const { cloud } = waterfallsOf(base, complete({ users: 70_000 }));
    expect(formatExact(cloud.start, "USD")).toBe(formatExact(B, "USD"));
    const end = evaluateModel(complete({ users: 70_000 })).architectures.cloud.netPresentCost;
    expect(formatExact(cloud.end, "USD")).toBe(formatExact(end, "USD"));
  });

  it("takes in one step what only fits together", () => {
    // 29 of 110 pieces, repaired at 80, by default: 100 needed is more than 80, so none of the three can go first alone.
    const scenario = complete({ dataPieces: 100, repairThreshold: 150, totalPieces: 200, users: 60_000 });
    const { peerToPeer } = waterfallsOf(complete(), scenario);
    expect(peerToPeer.steps.map(({ keys }) => [...keys].sort())).toEqual([
      ["users"],
      ["dataPieces", "repairThreshold", "totalPieces"],
    ]);
  });

  it("is refused where figures on the way grow too large, and says which", () => {
    const outcome = allAtOnce(
      waterfalls(complete(), complete({ users: 1e10, egressTB: 1e10, demandScale: 1e6 }), noRows, "USD"),
    );
    expect(outcome).toMatchObject({ ok: false, kind: "tooLarge" });
  });

  it("has no step where nothing differs", () => {
    expect(differingInputs(complete({ users: 50_000 }), complete())).toEqual([]);
    const { cloud } = waterfallsOf(complete(), complete({ users: 50_000 }));
    expect(cloud.steps).toEqual([]);
    expect(cloud.start).toBe(cloud.end);
  });

  it("adds up exactly, to the last coin, whatever differs and in whatever currency", { timeout: 60_000 }, () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    // Whatever is left out has its default (29, 80 and 110 pieces), and the three still rise.
    const scenario = fc.record(
      {
        users: fc.double({ min: 1, max: 1e6, noNaN: true }),
        egressTB: fc.double({ min: 1, max: 1e4, noNaN: true }),
        discountRate: share,
        contingencyShare: share,
        horizonMonths: fc.integer({ min: 6, max: 120 }),
        totalPieces: fc.integer({ min: 111, max: 200 }),
        repairThreshold: fc.integer({ min: 60, max: 100 }),
        dataPieces: fc.integer({ min: 20, max: 59 }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(scenario, fc.constantFrom("USD", "JPY", "KWD"), (differing, currency) => {
        const coins = { USD: 100, JPY: 1, KWD: 1000 }[currency] as number;
        const to = complete(differing);
        const all = workedOut(complete(), to, currency);
        fc.pre(all !== null);
        if (all === null) return;
        for (const name of architectures) {
          const { start, end, steps } = all[name];
          const inCoins = (amount: number) => BigInt(Math.round(amount * coins));
          const sum = steps.reduce((total, { change }) => total + inCoins(change), 0n);
          expect(inCoins(start) + sum).toBe(inCoins(end));
          expect(steps.flatMap(({ keys }) => keys).sort()).toEqual(differingInputs(complete(), to).sort());
        }
      }),
      { numRuns: 60 },
    );
  });
});
