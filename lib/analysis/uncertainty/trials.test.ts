import { describe, expect, it } from "vitest";
import { architectures } from "@/lib/model/architectures";
import { customLineKinds } from "@/lib/model/custom-lines";
import type { Inputs } from "@/lib/model/inputs";
import { noRows } from "@/lib/model/rows/own-rows";
import { templates } from "@/lib/model/templates";
import { everyRow } from "@/test/every-row";
import { uncertaintyRequest } from "@/test/figures/uncertainty-request";
import template from "./oracles/uncertainty-template.json";
import { outcomeProgram } from "./outcome-program";
import { emptyOutcomes, type Outcomes } from "./outcomes";
import { planOf, valuesOf } from "./plan";
import type { UncertaintyRequest } from "./request";
import { compiledTrials, type EvaluateTrials, interpretedTrials } from "./trials";

/** An odd number: the last is worked out alone. */
const trials = 41;

function outcomesOf(request: UncertaintyRequest, evaluateTrials: EvaluateTrials): Outcomes {
  const plan = planOf(request);
  const outcomes = emptyOutcomes(0, 1, trials, request.inputs.horizonMonths);
  const drawn = new Map(
    plan.drawn.map((figure) => [figure.term, valuesOf(figure, plan.draws(figure, 0)).subarray(0, trials)]),
  );
  evaluateTrials(drawn, { from: 0, to: trials }, outcomes);
  return outcomes;
}

type Row = Float64Array | Uint32Array | Int8Array;

/** Where two outcomes differ in a byte. */
function differences(one: Outcomes, other: Outcomes): string[] {
  const isSame = (x: Row, y: Row) => Buffer.from(x.slice().buffer).equals(Buffer.from(y.slice().buffer));
  const rows = ({ architectures: of, cheapest, breakEvens }: Outcomes): [string, Row][] => [
    ...([
      ["cheapest", cheapest],
      ["break-evens", breakEvens],
    ] as [string, Row][]),
    ...architectures.flatMap((a): [string, Row][] => {
      const { netPresentCost, total, participantCost, cumulative, holds } = of[a];
      return [
        [`${a} cost`, netPresentCost],
        [`${a} total`, total.values],
        [`${a} borne`, participantCost.values],
        [`${a} holds`, holds],
        ...cumulative.map((row, t): [string, Row] => [`${a} in month ${t}`, row]),
      ];
    }),
  ];
  const wanted = rows(other);
  return rows(one).flatMap(([name, row], i) => (isSame(row, wanted[i]?.[1] as Row) ? [] : [name]));
}

function expectSameBytes(stated: Parameters<typeof uncertaintyRequest>[0], kept = trials): void {
  const request = uncertaintyRequest(stated);
  const model = outcomeProgram(request.rows);
  const terms = new Set(planOf(request).drawn.map(({ term }) => term));
  const compiled = compiledTrials(request, model, terms) ?? expect.fail("no code can be run here");
  const [by, wanted] = [outcomesOf(request, compiled), outcomesOf(request, interpretedTrials(request, model))];
  expect(wanted.kept).toBe(kept);
  expect([by.trial, by.leftOut]).toEqual([wanted.trial, wanted.leftOut]);
  expect(differences(by, wanted)).toEqual([]);
}

describe("compiled code gives the same bytes as the kernels of the language", { timeout: 120_000 }, () => {
  it.each(templates.map(({ key, inputs }) => [key, inputs] as const))("for the template %s", (_, inputs) => {
    expectSameBytes({ inputs });
  });

  it("for ranges of every kind", () => expectSameBytes(template.request as Parameters<typeof uncertaintyRequest>[0]));

  it.each([1, 2, 13, 120])("over %d months", (horizonMonths) => expectSameBytes({ inputs: { horizonMonths } }));

  it.each(architectures)("where %s runs today", (currentArchitecture) =>
    expectSameBytes({ inputs: { currentArchitecture, dualRunMonths: 3 } }),
  );

  it.each([
    { catalogueItems: 20, popularityExponent: 0 },
    { catalogueItems: 33, popularityExponent: 1.1, hybridContributingShare: 1 },
    { catalogueItems: 1_000_000, popularityExponent: 2.9, hybridContributingShare: 0.01 },
    { users: 3, usersGrowth: 0 },
    { users: 100_000_000, usersGrowth: 0.6 },
  ] satisfies Partial<Inputs>[])("of the catalogue and the users %j", (inputs) => expectSameBytes({ inputs }));

  it.each([
    { serverLifeMonths: 6, storageServerLifeMonths: 7, networkLifeMonths: 9, warrantyMonths: 0 },
    { serverLifeMonths: 180, currentAgeMonths: 0, warrantyMonths: 120 },
    { serverLifeMonths: 24, currentAgeMonths: 180, warrantyMonths: 24 },
  ] satisfies Partial<Inputs>[])("of fleets that live and wait %j", (inputs) =>
    expectSameBytes({ inputs: { currentArchitecture: "onPremises", horizonMonths: 40, ...inputs } }),
  );

  it("with own lines of every kind", () => {
    const line = { label: "Line", category: "software", architectures, amount: 100, low: 50, high: 300 } as const;
    const lines = customLineKinds.map((kind, i) => ({
      ...{ ...line, kind, fromMonth: i, toMonth: 30, escalation: 0.02 * i },
      ...(kind === "every" && { everyMonths: 7 }),
    }));
    expectSameBytes({ rows: { ...noRows, customLines: lines } });
  });

  it.each(["none", ...architectures])(
    "with rows of every kind, some of them in doubt, where %s runs today",
    (today) => {
      const half = (value: number) => ({ low: value / 2, high: 2 * value });
      const rows = {
        ...everyRow,
        equipmentLines: everyRow.equipmentLines.map((line) => ({
          ...{ ...line, ranges: { price: half(line.price), pieces: half(line.pieces) } },
        })),
        staffLines: everyRow.staffLines.map((line) => ({
          ...{ ...line, ranges: { pay: half(line.pay), fte: half(line.fte) } },
        })),
      };
      expect(planOf(uncertaintyRequest({ rows })).drawn.filter(({ key }) => key.startsWith("line:")).length).toBe(76);
      expectSameBytes({ rows, inputs: { currentArchitecture: today } });
    },
  );

  it("where one input is in doubt, or none", () => {
    const evidence = Object.fromEntries(
      planOf(uncertaintyRequest({})).drawn.map(({ key }) => [key, "certain" as const]),
    );
    expectSameBytes({ evidence });
    expectSameBytes({ evidence: { ...evidence, users: "estimated" } });
  });

  it("where trials are left out", () => {
    const inputs: Partial<Inputs> = { coreHours: 1e11, coresPerServer: 1, serverUtilisation: 0.01 };
    const demandScale = { kind: "choices", values: [1, 1e6], weights: [7, 3] } as const;
    const dataPieces = { kind: "choices", values: [29, 60], weights: [9, 1] } as const;
    const request = uncertaintyRequest({ inputs, ranges: { demandScale, dataPieces } });
    const { kept } = outcomesOf(request, interpretedTrials(request, outcomeProgram(noRows)));
    expect(kept).toBeGreaterThan(10);
    expect(kept).toBeLessThan(35);
    expectSameBytes({ inputs, ranges: { demandScale, dataPieces } }, kept);
  });

  it("where requests that share a machine, as their models have one shape, take turns", () => {
    const evidence = Object.fromEntries(
      planOf(uncertaintyRequest({})).drawn.map(({ key }) => [key, "certain" as const]),
    );
    // The users are drawn; what differs beside them is filled in from each request's own figures.
    const few = { evidence: { ...evidence, users: "estimated" } } as const;
    const requests = [{}, { discountRate: 0.2, storedTB: 900 }].map((inputs) => uncertaintyRequest({ ...few, inputs }));
    const ways = requests.map((request) => {
      const model = outcomeProgram(request.rows);
      const compiled = compiledTrials(request, model, new Set(["users"])) ?? expect.fail("no code can be run here");
      return { request, compiled, wanted: outcomesOf(request, interpretedTrials(request, model)) };
    });
    for (const { request, compiled, wanted } of [...ways, ...ways]) {
      expect(differences(outcomesOf(request, compiled), wanted)).toEqual([]);
    }
    expect(differences(ways[0]?.wanted as Outcomes, ways[1]?.wanted as Outcomes)).not.toEqual([]);
  });
});
