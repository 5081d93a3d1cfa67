import { describe, expect, it } from "vitest";
import { quantileOfStretches } from "@/lib/math/stretches/quantile-of-stretches";
import { architectures } from "@/lib/model/architectures";
import { evaluateModel } from "@/lib/model/evaluate";
import { declaredRanges } from "@/lib/model/ranges/declared-ranges";
import { noRows } from "@/lib/model/rows/own-rows";
import { uncertaintyRequest } from "@/test/figures/uncertainty-request";
import { finish } from "../steps";
import { cashQuantiles } from "./cash-by-month";
import type { UncertaintyDocument } from "./document";
import defaults from "./oracles/uncertainty-defaults.json";
import template from "./oracles/uncertainty-template.json";
import { buffersOf, type Outcomes } from "./outcomes";
import { simulate } from "./simulate";
import { summarise } from "./summarise";
import { uncertainty } from "./uncertainty";

type Stated = Parameters<typeof uncertaintyRequest>[0];

function documentOf(request: Stated): UncertaintyDocument {
  const outcome = finish(uncertainty(uncertaintyRequest(request)));
  if (!outcome.ok) throw new Error(outcome.faults[0]?.message);
  return outcome.document;
}

/** Where two documents differ by more than a relative 1e-9; whole numbers, shares and words exactly. */
function differences(path: string, got: unknown, wanted: unknown): string[] {
  if (typeof wanted === "object" && wanted !== null) {
    const isList = Array.isArray(wanted) && Array.isArray(got);
    const keys = [...new Set([...Object.keys(wanted), ...Object.keys(got ?? {})])];
    if (isList && wanted.length !== got.length) return [`${path}: ${got.length} for ${wanted.length}`];
    return keys.flatMap((key) =>
      differences(`${path}.${key}`, (got as Record<string, unknown>)?.[key], (wanted as Record<string, unknown>)[key]),
    );
  }
  if (got === wanted) return [];
  const isNear =
    typeof got === "number" &&
    typeof wanted === "number" &&
    Math.abs(got - wanted) <= 1e-9 * Math.max(Math.abs(got), Math.abs(wanted));
  return isNear ? [] : [`${path}: ${got} for ${wanted}`];
}

describe("whole documents of an independent evaluation", { timeout: 120_000 }, () => {
  it.each([
    ["the defaults", defaults],
    ["a template with ranges of every kind", template],
  ])("%s", (_, { request, expected }) => {
    const document = documentOf(request as Stated);
    expect(differences("", JSON.parse(JSON.stringify(document)), expected)).toEqual([]);
  });
});

it("draws an answer of yes or no by its chance", () => {
  const { architectures: of } = documentOf({
    inputs: { targetAvailability: 0.5, targetAnnualLoss: 1 },
    ranges: { cloudPermitted: { kind: "choices", values: [0, 1], weights: [30, 70] } },
    trials: 1000,
  });
  // A hypercube of 1,000 has 300 trials in the lowest 30 of 100. Nobody misses such targets: what is not allowed is not chosen.
  expect(of.cloud.eligible).toBe(0.7);
  expect(of.onPremises.eligible).toBe(1);
});

const off = { onPremisesPermitted: 0, cloudPermitted: 0, hybridPermitted: 0, peerToPeerPermitted: 0 };
const year = { horizonMonths: 12 };
/** What is known where only these are in doubt. */
const only = (...keys: readonly string[]): NonNullable<Stated["evidence"]> =>
  Object.fromEntries(
    Object.keys(declaredRanges)
      .filter((key) => !keys.includes(key))
      .map((key) => [key, "certain"]),
  );

describe("a run", { timeout: 120_000 }, () => {
  it("has chances that sum to 1, and no worth above that of knowing all", () => {
    const { request } = template;
    const stated = { ...(request as Stated), inputs: { ...request.inputs, horizonMonths: 12 }, seed: 3 };
    const { architectures: found, noneEligible, inputs, groups, evpi } = documentOf(stated);
    const sum = (shares: readonly (number | undefined)[]) => shares.reduce<number>((all, x) => all + (x ?? 0), 0);
    expect(sum(architectures.map((a) => found[a].cheapest.share)) + noneEligible).toBeCloseTo(1, 12);
    expect(sum(architectures.map((a) => found[a].leastCost?.share))).toBeCloseTo(1, 12);
    expect(evpi.value).toBeGreaterThan(0);
    for (const { evppi } of [...inputs, ...groups]) expect(evppi).toBeLessThanOrEqual(evpi.value * (1 + 1e-12));
    // Carbon is not in the cost: 40/K is the noise of an input without effect.
    const carbon = inputs.find(({ key }) => key === "homeGridCarbonPerKWh");
    expect(carbon?.firstOrder).toBeLessThanOrEqual(40 / 1000);
    expect(carbon?.evppi).toBe(0);
  });

  it("is the same, however replicates are shared between threads", () => {
    const request = uncertaintyRequest({ trials: 3000, inputs: year, evidence: only("users", "popularityExponent") });
    const parts = [
      [2, 3],
      [0, 1],
      [1, 2],
    ].map(([from = 0, to = 0]) => {
      const part = finish(simulate(request, from, to));
      return structuredClone(part, { transfer: buffersOf(part) });
    });
    expect(finish(summarise(request, parts))).toEqual(finish(uncertainty(request)));
    const first = { ...request, trials: 1000 };
    expect(finish(summarise(request, parts.slice(1, 2), 1000))).toEqual(finish(uncertainty(first)));
    expect(() => finish(summarise(request, parts.slice(1)))).toThrow("the parts are not replicates 0 to 3, each once");
  });

  it("is the same whether all is kept of its trials, or what lies near quantiles, or that was forgotten", () => {
    const request = uncertaintyRequest({ trials: 11_000, inputs: year, evidence: only("users") });
    const simulated = (from: number, to: number, whole = 10_000) => finish(simulate(request, from, to, { whole }));
    const [everything, near, forgetful] = [simulated(0, 5, 11_000), simulated(0, 11), simulated(0, 11)];
    expect([everything.cash, near.architectures.cloud.cumulative]).toEqual([null, []]);
    const wanted = finish(summarise(request, [everything, simulated(5, 11)]));
    expect(finish(summarise(request, [near]))).toEqual(wanted);
    const sent = structuredClone(near, { transfer: buffersOf(near) });
    expect(finish(summarise(request, [sent]))).toEqual(wanted);
    for (const stretches of forgetful.cash?.flat() ?? []) stretches.isKept.fill(0);
    expect(finish(summarise(request, [forgetful]))).toEqual(wanted);
  });

  it("is the same where its stretches are too narrow at first, and are made wider until they hold all quantiles", () => {
    const request = uncertaintyRequest({ trials: 11_000, inputs: year, evidence: only("users", "popularityExponent") });
    const [narrow, usual] = [finish(simulate(request, 0, 11, { width: 0.1 })), finish(simulate(request, 0, 11))];
    const followed = new Set(["cloud"] as const);
    expect(finish(cashQuantiles([narrow], followed))).toBeNull();
    const { total } = narrow.architectures.peerToPeer;
    expect(quantileOfStretches([total.stretches ?? expect.fail()], 0.5)).toBeNull();
    expect(finish(summarise(request, [narrow]))).toEqual(finish(summarise(request, [usual])));
  });

  it("sums totals up by replicates where there are many, and comes to the same but for rounding", () => {
    const request = uncertaintyRequest({ trials: 12_000, inputs: year, evidence: only("users") });
    const of = (...parts: Outcomes[]) => {
      const outcome = finish(summarise(request, parts));
      return outcome.ok ? outcome.document : expect.fail();
    };
    const part = (from: number, to: number, whole = 10_000) => finish(simulate(request, from, to, { whole }));
    const [parted, again] = [of(part(0, 1), part(1, 6), part(6, 12)), of(part(0, 12))];
    expect(parted).toEqual(again);
    const whole = of(part(0, 12, 12_000));
    for (const a of architectures) {
      const [{ total: got, ...others }, { total: wanted, ...same }] = [parted.architectures[a], whole.architectures[a]];
      for (const [x, y] of [
        [got.mean, wanted.mean],
        [got.sd, wanted.sd],
        [got.standardError.mean, wanted.standardError.mean],
      ] as const)
        expect(Math.abs(x - y)).toBeLessThanOrEqual(1e-12 * wanted.mean);
      expect([got.quantiles, got.standardError.quantiles]).toEqual([wanted.quantiles, wanted.standardError.quantiles]);
      expect({ ...others, participantCost: null }).toEqual({ ...same, participantCost: null });
    }
    expect([parted.pairs, parted.inputs, parted.evpi]).toEqual([whole.pairs, whole.inputs, whole.evpi]);
  });

  it("holds less of 100,000 trials than of 10,000, all of which it keeps", () => {
    const evidence = only("users");
    /** Bytes of the first replicates. Of half of a run most lies near quantiles, which can still move. */
    const held = (trials: number, replicates: number) => {
      const part = finish(simulate(uncertaintyRequest({ trials, inputs: year, evidence }), 0, replicates));
      return buffersOf(part).reduce((sum, { byteLength }) => sum + byteLength, 0);
    };
    // By hand: four costs, a place, and who ranks first; eight totals, and the cash of thirteen months of four architectures.
    const [byTrial, totals, cash] = [4 * 8 + 4 + 1, 8 * 8, 13 * 4 * 8];
    const [tenThousand, few, most] = [held(10_000, 10), held(20_000, 10), held(100_000, 50)];
    const breakEvens = tenThousand - 10_000 * (byTrial + totals + cash);
    // A count of months for each pair.
    expect(breakEvens).toBeLessThan(1000);
    expect(most).toBeLessThan(tenThousand);
    // Of five times as many trials √5 as many values are near, and totals are held of one replicate.
    const near = few - 1000 * totals - 10_000 * byTrial;
    expect(most).toBeLessThan(1.06 * (Math.sqrt(5) * near + 1000 * totals + 50_000 * byTrial));
    // Room is made once, and is enough.
    expect(held(100_000, 2) + 48_000 * byTrial).toBe(most);
  });

  it("draws own lines, and counts their doubt", () => {
    const line = {
      category: "software",
      architectures: ["cloud", "hybrid", "peerToPeer"],
      kind: "once",
      fromMonth: 0,
    } as const;
    const document = documentOf({
      evidence: only(),
      inputs: year,
      rows: {
        ...noRows,
        customLines: [
          { ...line, id: "licence", label: "Licence", amount: 1e6, low: 5e5, high: 2e6 },
          { ...line, label: "Credit", amount: -1000, low: -2000, high: -1000 },
          { ...line, label: "Known", amount: 10 },
        ],
      },
    });
    expect(document.drawn).toEqual(["line:licence", "line:2"]);
    const { quantiles } = document.pairs.onPremises.cloud?.difference ?? expect.fail();
    // By hand: from the median to the 90th percentile the licence grows by a million.
    expect(quantiles[90] - quantiles[50]).toBeGreaterThan(0.98e6);
    expect(quantiles[90] - quantiles[50]).toBeLessThan(1.02e6);
    expect(document.inputs[0]?.firstOrder).toBeGreaterThan(0.99);
  });

  it("without doubt is the base run in every trial", () => {
    const {
      drawn,
      architectures: found,
      inputs,
      evpi,
      together,
      noneEligible,
    } = documentOf({ evidence: only(), inputs: year });
    expect([drawn, inputs, evpi.value, together, noneEligible]).toEqual([[], [], 0, 0, 0]);
    const base = evaluateModel(uncertaintyRequest({ inputs: year }).inputs);
    for (const a of architectures) {
      const { netPresentCost, cumulative } = found[a];
      expect(netPresentCost.quantiles[5]).toBe(base.architectures[a].netPresentCost);
      expect(netPresentCost.quantiles[95]).toBe(base.architectures[a].netPresentCost);
      expect(cumulative[50].at(-1)).toBeCloseTo(base.architectures[a].total, 4);
    }
  });

  it("weighs the permitted where none is eligible, and all where none is permitted", () => {
    const never = { ...year, targetAvailability: 0.9999999 };
    const evidence = only("users");
    expect(documentOf({ evidence, inputs: { ...never, cloudPermitted: 0 } }).base.inQuestion).toEqual([
      "onPremises",
      "hybrid",
      "peerToPeer",
    ]);
    const none = documentOf({ evidence, inputs: { ...year, ...off } });
    expect(none.base.inQuestion).toEqual(architectures);
    expect(none.noneEligible).toBe(1);
  });

  it("is refused where more than 1 % of its trials have no result, and says which rule they break", () => {
    const dataPieces = { kind: "choices", values: [29, 60], weights: [98, 2] } as const;
    const outcome = finish(uncertainty(uncertaintyRequest({ evidence: only(), inputs: year, ranges: { dataPieces } })));
    if (outcome.ok) return expect.fail("it was not refused");
    expect(outcome.faults[0]?.message).toContain("20 break dataPieces < repairThreshold < totalPieces");
  });

  it("counts trials whose figures grow too large to mean anything", () => {
    const demandScale = { kind: "choices", values: [1, 1e6], weights: [995, 5] } as const;
    const inputs = { ...year, coreHours: 1e11, coresPerServer: 1, serverUtilisation: 0.01 };
    const { kept, leftOut } = documentOf({ evidence: only(), inputs, ranges: { demandScale } });
    expect([kept, leftOut]).toEqual([995, { count: 5 }]);
  });
});
