import { describe, expect, it } from "vitest";
import { explainer } from "@/lib/analysis/explain";
import type { CostModelFull } from "@/lib/draft/model";
import { completeInputs } from "@/lib/model/currency";
import { tryEvaluate } from "@/lib/model/evaluate";
import { allAtOnce } from "@/lib/steps";
import { blankDraft } from "@/test/figures/blank-draft";
import { conditionWords } from "./condition";
import { type DecisionDocument, freeze, watchedNow } from "./document";
import { frozenFigures } from "./frozen-figures";
import { hasNoNews, sinceThen, type Today } from "./since-then";

const ada = { id: "00000000-0000-4000-8000-000000000001", name: "Ada" };
const model = {
  ...blankDraft,
  ...{ id: "00000000-0000-4000-8000-000000000002", organisationName: "Ada’s", revision: 7, modelVersion: 2 },
  inputs: { users: 60_000, electricityPrice: 0.2 },
  notes: { users: { note: "Counted", evidence: "measured", range: { kind: "range", low: 50_000, high: 70_000 } } },
} as unknown as CostModelFull;

const decision: DecisionDocument["decision"] = {
  ...{ architecture: "onPremises", title: "Own servers", reasons: "Cheapest", alternatives: [], dissent: "" },
  reviewOn: "2028-03-03",
  conditions: [
    { of: "input", input: "electricityPrice", is: "above", than: 0.25 },
    { of: "figure", figure: "netPresentCost", architecture: "cloud", is: "below", than: 4_225_000 },
    { of: "figure", figure: "cheapest", architecture: "onPremises", is: "below", than: 0.6 },
  ],
  ...{ owner: ada, approvers: [ada], approvalsNeeded: 1 },
};

function resultOf(of: CostModelFull) {
  const outcome = tryEvaluate(completeInputs(of.inputs, of.currencyRate), of);
  if (!outcome.ok) throw new Error("it has a result");
  return outcome.result;
}

const frozen = allAtOnce(
  freeze({
    ...{
      product: { name: "Peerbalance", version: "0.1.0", address: "https://example.org" },
      number: 1,
      supersedes: null,
    },
    ...{ proposedAt: "2027-03-03T09:00:00.000Z", proposedBy: ada, decision, model, uncertainty: null },
    scenarios: [{ name: "Twice", inputs: { users: 120_000 } } as never],
    result: resultOf(model),
  }),
);

function today(change: Partial<CostModelFull> = {}, rest: Partial<Today> = {}): Today {
  const now = { ...model, ...change };
  const result = resultOf(now);
  return {
    model: now,
    scenarios: [{ name: "Twice", inputs: { users: 120_000 } }],
    watched: watchedNow(completeInputs(now.inputs, now.currencyRate), now.currencyRate, result, null),
    first: result.ranking[0] ?? null,
    day: "2027-03-04",
    ...rest,
  };
}

it("has no news until a figure is another, a condition holds or the review date has come", () => {
  const news = (...of: Parameters<typeof today>) => !hasNoNews(sinceThen(frozen, today(...of)));
  expect(news()).toBe(false);
  expect(news({ inputs: { users: 60_000, electricityPrice: 0.21 } })).toBe(true);
  expect(news({}, { scenarios: [] })).toBe(true);
  expect(news({}, { day: "2028-03-02" })).toBe(false);
  expect(news({}, { day: "2028-03-03" })).toBe(true);
  expect(news({}, { first: null })).toBe(true);
});

it("names a scenario whose rows are others", () => {
  const rows = { register: { rack: null } };
  const scenarios = [{ name: "Twice", inputs: { users: 120_000 }, rows }];
  expect(sinceThen(frozen, today({}, { scenarios })).scenarios).toEqual(["Twice"]);
  expect(sinceThen(frozen, today()).scenarios).toEqual([]);
});

describe("what is frozen", () => {
  it("holds every input with its value, default, range and what is known of it", () => {
    expect(frozen.inputs.users).toEqual({
      ...{ value: 60_000, default: expect.any(Number), evidence: "measured", note: "Counted", source: "" },
      range: { kind: "range", low: 50_000, high: 70_000 },
    });
    expect(frozen.inputs.electricityPrice).toMatchObject({ value: 0.2, range: { kind: "declared" }, evidence: null });
    expect(Object.keys(frozen.inputs).length).toBeGreaterThan(100);
    expect(frozen.model).toMatchObject({ revision: 7, version: 2, currency: "USD" });
    expect(frozen.scenarios).toEqual([{ name: "Twice", inputs: { users: 120_000 } }]);
  });
});

describe("since then", () => {
  it("nothing has changed where the model stands as it did", () => {
    const since = sinceThen(frozen, today());
    expect(since).toMatchObject({ inputs: [], ranges: [], rows: [], scenarios: [], defaults: [], currency: null });
    expect(since.conditions.map(({ holds, now }) => [holds, now !== null])).toEqual([
      [false, true],
      [false, true],
      // No trials have run.
      [false, false],
    ]);
    expect(since.review).toEqual({ on: "2028-03-03", isDue: false });
    expect(since.first.now).toBe(since.first.before);
  });

  it("inputs, ranges, own rows, scenarios, conditions and the review date are told of", () => {
    const line = { id: "a", label: "Audit", category: "compliance", architectures: ["cloud"], kind: "once", amount: 1 };
    const since = sinceThen(
      frozen,
      today(
        {
          inputs: { users: 60_000, electricityPrice: 0.26 },
          notes: { users: { ...model.notes.users, range: { kind: "range", low: 50_000, high: 80_000 } } },
          customLines: [line] as unknown as CostModelFull["customLines"],
        },
        { scenarios: [{ name: "Twice", inputs: { users: 130_000 } }], day: "2028-03-03" },
      ),
    );
    expect(since.inputs).toEqual([{ key: "electricityPrice", before: 0.2, now: 0.26 }]);
    expect(since.ranges).toEqual(["users"]);
    expect(since.rows).toEqual(["customLines"]);
    expect(since.scenarios).toEqual(["Twice"]);
    expect(since.conditions[0]).toMatchObject({ holds: true, before: 0.2, now: 0.26 });
    expect(since.review?.isDue).toBe(true);
  });

  it("money in another currency is compared in the record's", () => {
    // 0.2 USD are 0.1 at half a unit to the dollar, and 0.15 of them are 0.3 USD.
    const halved = { currency: "XAU", currencyRate: 0.5 };
    const same = sinceThen(frozen, today({ ...halved, inputs: { users: 60_000, electricityPrice: 0.1 } }));
    expect(same.inputs).toEqual([]);
    expect(same.currency).toEqual({ before: "USD", now: "XAU" });
    const dearer = sinceThen(frozen, today({ ...halved, inputs: { users: 60_000, electricityPrice: 0.15 } }));
    expect(dearer.inputs[0]?.now).toBeCloseTo(0.3, 12);
    expect(dearer.conditions[0]).toMatchObject({ holds: true });
  });

  it("conditions are put in words", () => {
    expect(decision.conditions.map((each) => conditionWords(each, "USD"))).toEqual([
      "Electricity above 0.25 USD/kWh",
      "Net present cost of cloud below 4,225,000\u00a0USD",
      "Chance that own servers are cheapest below 60\u00a0%",
    ]);
  });
});

describe("the figures that a record rests on", () => {
  it("are followed with the inputs as they were frozen, also where the model has others since", () => {
    const followed = frozenFigures(frozen);
    expect(followed?.inputs).toMatchObject({ users: 60_000, electricityPrice: 0.2 });
    const { inputs, rows, currencyRate } = followed ?? expect.fail("it is followed");
    const explained = explainer(inputs, rows, currencyRate).explain("onPremises.netPresentCost", 0);
    expect(explained?.value).toBe(frozen.results.architectures.onPremises?.netPresentCost);
  });

  it("are not followed by formulas that would give another figure, by another version, or without an input", () => {
    const { onPremises } = frozen.results.architectures;
    if (!onPremises) expect.fail("it has a result");
    const dearer = { ...onPremises, netPresentCost: onPremises.netPresentCost * 1.000001 };
    const results = { ...frozen.results, architectures: { ...frozen.results.architectures, onPremises: dearer } };
    expect(frozenFigures({ ...frozen, results })).toBeNull();
    expect(frozenFigures({ ...frozen, model: { ...frozen.model, version: 1 } })).toBeNull();
    const { users: _, ...fewer } = frozen.inputs;
    expect(frozenFigures({ ...frozen, inputs: fewer })).toBeNull();
  });
});
