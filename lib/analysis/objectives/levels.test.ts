import { describe, expect, it } from "vitest";
import { architectures } from "@/lib/model/architectures";
import { declaredAt } from "@/lib/model/currency";
import { evaluateModel } from "@/lib/model/evaluate";
import { defaultInputs } from "@/lib/model/inputs";
import { builtInRoles } from "@/lib/model/rows/built-in-roles";
import { noRows } from "@/lib/model/rows/own-rows";
import { explainer } from "../explain";
import { finish } from "../steps";
import type { UncertaintyRequest } from "../uncertainty/request";
import { uncertainty } from "../uncertainty/uncertainty";
import { criteriaProgram } from "./criteria-program";
import { computedLevels } from "./levels";
import { trialLevels } from "./trial-levels";

const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0);

describe("levels that the model works out", () => {
  const levels = computedLevels(defaultInputs, noRows);
  const result = evaluateModel(defaultInputs, noRows);
  const grown = evaluateModel({ ...defaultInputs, demandScale: 10 }, noRows);

  it.each(architectures)("are those of the whole result, of %s", (a) => {
    const [found, of] = [levels?.[a], result.architectures[a]];
    if (!found) throw new Error("no levels");
    expect(found.cost).toBe(of.netPresentCost);
    expect(found.upFront).toBeCloseTo(sum(of.views.cash.total.slice(0, 13)), 4);
    expect(found.growth).toBeCloseTo(grown.architectures[a].netPresentCost / (10 * of.netPresentCost), 12);
    expect(found.availability).toBeCloseTo(8760 * Math.max(...of.unavailability.map((down) => down ?? 0)), 9);
    expect(found.durability).toBe(of.annualLoss);
    expect(found.carbon).toBeCloseTo(of.carbonKg + of.participantCarbonKg, 6);
    expect(found.burden).toBeCloseTo(Math.max(0, sum(of.participantCost) - sum(of.participantPaid)), 4);
  });

  it("count the people of every role", () => {
    // By hand, without machines or growth: the cloud's operations stand at their minimum of 1, 2 engineers, 0.5 of security, and 50,000 users at 25,000 for
    // an agent of support are 2.
    const inputs = {
      ...defaultInputs,
      storedTB: 0,
      egressTB: 0,
      coreHours: 0,
      coveredPosts: 0,
      users: 50_000,
      usersGrowth: 0,
    };
    const stated = { ...inputs, usersPerSupportAgent: 25_000, horizonMonths: 60 };
    const cloud = computedLevels(stated, noRows)?.cloud;
    expect(defaultInputs.minimumOperationsFTE).toBe(1);
    const { cloudEngineeringFTE, cloudSecurityFTE } = defaultInputs;
    const people = 1 + cloudEngineeringFTE + cloudSecurityFTE + 2;
    expect(cloud?.people).toBeCloseTo(people, 9);
    // What opens beside the figure says the same, and rests on the inputs that were stated.
    const { quantities } = criteriaProgram(noRows);
    const beside = Object.values(quantities.cloud);
    const explained = explainer(stated, noRows, 1, beside).explain(quantities.cloud.people.key, 0);
    expect(explained?.value).toBeCloseTo(people, 9);
    expect(explained?.references.map(({ label }) => label)).toContain("Users one support agent serves");
    // With the four roles as lines at the same cost they are as many.
    const roles = builtInRoles(stated);
    const asLines = computedLevels({ ...stated, ...roles.inputs }, { ...noRows, staffLines: roles.staffLines })?.cloud;
    expect(asLines?.people).toBeCloseTo(1 + cloudEngineeringFTE + cloudSecurityFTE + 2, 9);
    // Whole people for 2.5 are 3, in half of the months; a role that is paid nothing is nobody.
    const archivist = {
      role: "Archivist",
      architectures: ["cloud"],
      fte: 2.5,
      whole: true,
      pay: 1,
      toMonth: 30,
    } as const;
    const fewer = computedLevels({ ...stated, supportSalary: 0 }, { ...noRows, staffLines: [archivist] });
    expect(fewer?.cloud.people).toBeCloseTo(1 + cloudEngineeringFTE + cloudSecurityFTE + 1.5, 9);
  });

  it("are none of figures without a result", () => {
    expect(computedLevels({ ...defaultInputs, storageDataPieces: 9, storageTotalPieces: 3 }, noRows)).toBeNull();
  });
});

describe("levels in trials", { timeout: 60_000 }, () => {
  it("are of the trials that the analysis of uncertainty makes", () => {
    const request: UncertaintyRequest = {
      ...{ inputs: { ...defaultInputs, horizonMonths: 12 }, rows: noRows, declared: declaredAt(1), ranges: {} },
      ...{ evidence: {}, drivers: {}, trials: 1000, seed: 1 },
    };
    const outcome = finish(uncertainty(request));
    if (!outcome.ok) throw new Error("no trials");
    const found = finish(trialLevels(request, 1000));
    const kept = found?.flatMap((each) => each ?? []) ?? [];
    expect(kept).toHaveLength(outcome.document.kept);
    for (const a of architectures) {
      const { netPresentCost, eligible, participantCost } = outcome.document.architectures[a];
      const mean = (of: (one: (typeof kept)[number]) => number) => sum(kept.map(of)) / kept.length;
      expect(mean((each) => each[a].levels.cost as number) / netPresentCost.mean).toBeCloseTo(1, 9);
      expect(mean((each) => Number(each[a].eligible))).toBeCloseTo(eligible, 12);
      expect(mean((each) => each[a].levels.burden as number)).toBeLessThanOrEqual(participantCost.mean * (1 + 1e-9));
    }
  });
});
