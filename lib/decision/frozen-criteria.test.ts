import { expect, it } from "vitest";
import type { DecisionSettings } from "@/lib/draft/decision";
import type { CostModelFull } from "@/lib/draft/model";
import { evaluateModel } from "@/lib/model/evaluate";
import { blankDraft } from "@/test/figures/blank-draft";
import { complete } from "@/test/figures/complete";
import { frozenCriteria } from "./frozen-criteria";

const model = blankDraft as unknown as CostModelFull;
const result = evaluateModel(complete());
const { onPremises, cloud } = result.architectures;

const settings: DecisionSettings = {
  currencyRate: 1,
  criteria: [
    { key: "cost", worst: cloud.netPresentCost, best: onPremises.netPresentCost },
    { key: "exit", worst: 0, best: 10 },
  ],
  own: [],
  levels: { exit: { onPremises: { level: 2, reason: "Bound" }, cloud: { level: 9, reason: "Free" } } },
  swings: { cost: 100, exit: 50 },
};

it("keeps weights, levels and scores of what was weighed, and how each person weighs", () => {
  const weights = [{ userId: "1", name: "Ada", isOwn: true, swings: { cost: 100 } }];
  const frozen = frozenCriteria({ settings, weights }, model, result);
  // By hand: weights 2/3 and 1/3; own servers have the best cost and a fifth of exit, the cloud the worst cost and nine tenths of it.
  expect(frozen).toMatchObject({
    criteria: [
      { key: "cost", swing: 100, weight: expect.closeTo(2 / 3, 12) },
      { key: "exit", worst: 0, best: 10, levels: { cloud: { level: 9, reason: "Free" } } },
    ],
    scores: { onPremises: expect.closeTo(2 / 3 + 0.2 / 3, 12), cloud: expect.closeTo(0.9 / 3, 12) },
    people: [{ name: "Ada", swings: { cost: 100 } }],
  });
});

it("is nothing where nobody has set criteria", () => {
  expect(frozenCriteria({ settings: null, weights: [] }, model, result)).toBeNull();
});
