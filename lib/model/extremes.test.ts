import { describe, expect, it } from "vitest";
import { complete } from "@/test/figures/complete";
import { eachNumber, insist, moneyInputs } from "@/test/figures/model-figures";
import { evaluateModel, tryEvaluate } from "./evaluate";
import type { Inputs } from "./inputs";
import { refusalFault, refusalWords } from "./refusal";

describe("extremes", () => {
  const zeroPrices = Object.fromEntries(moneyInputs.map(({ key }) => [key, 0]));
  const cases: [string, Partial<Inputs>][] = [
    ["no demand", { users: 0, storedTB: 0, egressTB: 0, coreHours: 0 }],
    ["a horizon of 12", { horizonMonths: 12 }],
    ["a horizon of 120", { horizonMonths: 120 }],
    [
      "lives shorter than the horizon",
      {
        serverLifeMonths: 6,
        storageServerLifeMonths: 6,
        networkLifeMonths: 6,
        ownFacilityLifeMonths: 12,
        ownFacilityKW: 5,
        horizonMonths: 120,
      },
    ],
    [
      "lives longer than the horizon",
      {
        serverLifeMonths: 180,
        storageServerLifeMonths: 180,
        networkLifeMonths: 180,
        developmentLifeMonths: 180,
        horizonMonths: 12,
      },
    ],
    [
      "demand that all but vanishes",
      { usersGrowth: -0.9, storedGrowth: -0.9, egressGrowth: -0.9, coreHoursGrowth: -0.9, horizonMonths: 120 },
    ],
    [
      "demand that grows at its bound",
      { usersGrowth: 2, storedGrowth: 2, egressGrowth: 2, coreHoursGrowth: 2, horizonMonths: 120 },
    ],
    ["all prices zero", zeroPrices],
    ["ten billion users", { users: 1e10 }],
  ];

  it.each(cases)("%s has a result without NaN or infinity", (_, inputs) => {
    eachNumber(evaluateModel(complete(inputs)), (value, path) => insist(Number.isFinite(value), path));
  });

  it("a ratio of nothing is null", () => {
    const { onPremises } = evaluateModel(complete({ users: 0, storedTB: 0, egressTB: 0, coreHours: 0 })).architectures;
    expect([
      onPremises.perUserMonth,
      onPremises.perTBDelivered,
      onPremises.perTBStoredMonth,
      onPremises.rewardSufficiency,
    ]).toEqual([null, null, null, null]);
  });

  it("a count above 1e15 is refused in a sentence that names it", () => {
    const huge = { users: 1e10, egressTB: 1e10, demandScale: 1e6, deliveryMbpsPerServer: 1, egressGrowth: 2 };
    const outcome = tryEvaluate(complete(huge));
    expect(outcome).toMatchObject({ ok: false, kind: "tooLarge" });
    expect(outcome.ok ? "" : refusalWords(outcome)).toMatch(
      /^.*(servers|Servers|Peers).* would be .* in month \d+, which is too large to mean anything\. Lower the demand/,
    );
    // For who knows that there is a result, that there is none is a bug.
    expect(() => evaluateModel(complete(huge))).toThrow("too large to mean anything");
  });

  it("inputs that break a rule between them are refused in a sentence that names them", () => {
    const outcome = tryEvaluate(complete({ storageDataPieces: 4, storageTotalPieces: 3 }));
    expect(outcome).toMatchObject({ ok: false, kind: "order" });
    expect(outcome.ok ? "" : refusalFault(outcome)).toEqual({
      key: "storageDataPieces",
      message:
        "These must rise in this order: Pieces needed to read a stored object (4) ≤ Pieces kept of a stored object (3). Change one of them.",
    });
  });
});
