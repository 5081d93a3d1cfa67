import { expect, it } from "vitest";
import { noRows } from "@/lib/model/rows/own-rows";
import { someRows } from "@/test/figures/some-rows";
import { checkEvaluationRequest, checkTrialsQuery } from "./evaluation-request";

const faults = (given: unknown) => {
  const checked = checkEvaluationRequest(given);
  return checked.ok ? [] : checked.faults.map(({ key }) => key);
};

it("takes figures in dollars where nothing else is said", () => {
  expect(checkEvaluationRequest({})).toEqual({
    ok: true,
    figures: {
      ...{ inputs: {}, ...noRows, notes: {}, currency: "USD", currencyRate: 1 },
      ...{ drivers: {}, trials: 10_000, seed: 1, asksForTrials: false },
    },
  });
});

it("takes money in a currency, within the bounds that it has there", () => {
  const euros = { currency: "EUR", currencyRate: 0.5 };
  expect(checkEvaluationRequest({ ...euros, inputs: { cloudComplianceAnnual: 20_000 } })).toMatchObject({
    ok: true,
    figures: { currency: "EUR", currencyRate: 0.5, inputs: { cloudComplianceAnnual: 20_000 } },
  });
  // At most 1,000,000,000 dollars a year: half as many euros.
  expect(faults({ ...euros, inputs: { cloudComplianceAnnual: 500_000_000 } })).toEqual([]);
  expect(faults({ ...euros, inputs: { cloudComplianceAnnual: 500_000_001 } })).toEqual(["cloudComplianceAnnual"]);
});

it("takes the rows of every table, checked as those of a model are", () => {
  expect(checkEvaluationRequest({ ...someRows, currency: "EUR", currencyRate: 0.9 })).toMatchObject({
    ok: true,
    figures: someRows,
  });
  expect(faults({ register: [{ label: "Rack", what: "server", count: 0.5 }] })).toEqual(["register.0.count"]);
  expect(faults({ participantKinds: [{ label: "All", share: 0.5 }] })).toEqual(["participantKinds"]);
});

it("says what is wrong with currency, rate, day and parts that there are not", () => {
  expect(faults({ currency: "EUR" })).toEqual(["currencyRate"]);
  expect(faults({ currency: "XXQ", currencyRate: 2 })).toEqual(["currency"]);
  expect(faults({ currencyRate: 2 })).toEqual(["currencyRate"]);
  expect(faults({ currency: "EUR", currencyRate: 0 })).toEqual(["currencyRate"]);
  expect(faults({ currency: "EUR", currencyRate: 0.5, currencyRateDate: "yesterday" })).toEqual(["currencyRateDate"]);
  expect(faults({ name: "A model", inputs: {} })).toEqual(["name"]);
  expect(faults([])).toEqual(["body"]);
  expect(faults(null)).toEqual(["body"]);
});

it("takes ranges, evidence, drivers, trials and seed by the names of the document", () => {
  const ranges = { users: { kind: "range", low: 30_000, high: 70_000 } };
  const asked = { ranges, evidence: { users: "measured", pue: "certain" }, drivers: { pay: "none", energy: "strong" } };
  expect(checkEvaluationRequest({ ...asked, trials: 3_000, seed: 7 })).toMatchObject({
    ok: true,
    figures: {
      notes: { users: { range: ranges.users, evidence: "measured" }, pue: { evidence: "certain" } },
      // That of energy is strong as it is declared.
      drivers: { pay: "none" },
      ...{ trials: 3_000, seed: 7, asksForTrials: true },
    },
  });
  expect(checkEvaluationRequest({ seed: 3 })).toMatchObject({ figures: { trials: 10_000, asksForTrials: true } });
});

it.each([
  [{ trials: 500 }, "trials", "Trials must be a multiple of 1,000 up to 10,000."],
  [{ trials: 11_000 }, "trials", "Trials must be a multiple of 1,000 up to 10,000."],
  [{ trials: "1000" }, "trials", "Trials must be a multiple of 1,000 up to 10,000."],
  [{ seed: -1 }, "seed", "Seed must be a whole number from 0 to 4,294,967,295."],
  [{ seed: 2 ** 32 }, "seed", "Seed must be a whole number from 0 to 4,294,967,295."],
  [{ drivers: { pay: "weak" } }, "drivers.pay", "The strength of a driver must be one of none, some, strong."],
  [{ ranges: [] }, "ranges", "The part ranges must be given by the names of inputs."],
  [
    { ranges: { nobody: { kind: "uniform", least: 1, greatest: 2 } } },
    "ranges.nobody",
    'The model has no input "nobody". Remove its range.',
  ],
  [{ evidence: { nobody: "certain" } }, "evidence.nobody", 'The model has no input "nobody". Remove its evidence.'],
  [
    { evidence: { users: "guess" } },
    "evidence.users",
    'Users: Evidence must be one of certain, measured, estimated; you typed "guess".',
  ],
  [
    { ranges: { users: { kind: "range", low: "x", high: 60_000 } } },
    "ranges.users.low",
    'Users: Low must be a number; you typed "x".',
  ],
  [
    { inputs: { users: 5 }, ranges: { users: { kind: "range", low: 30_000, high: 60_000 } } },
    "ranges.users",
    "The range of Users must hold the value in use, 5 users, between 30,000 users and 60,000 users; change the value or the range.",
  ],
  [
    {
      customLines: [{ label: "Rent", category: "facility", architectures: ["cloud"], kind: "once", amount: 5, low: 6 }],
    },
    "customLines.0.low",
    "Own line 1: The range of Amount must hold the figure itself: low, figure and high must rise. Change one of them.",
  ],
])("refuses %j by its part", (given, key, message) => {
  const checked = checkEvaluationRequest(given);
  expect(checked.ok ? [] : checked.faults).toEqual([{ key, message }]);
});

it("reads trials and a seed of an address", () => {
  const read = (query: string) => checkTrialsQuery(new URLSearchParams(query));
  expect(read("")).toEqual({ ok: true, trials: { asksForTrials: false } });
  expect(read("trials=2000&seed=0")).toEqual({ ok: true, trials: { asksForTrials: true, trials: 2_000, seed: 0 } });
  for (const [query, key] of [
    ["trials=", "trials"],
    ["trials=100000", "trials"],
    ["trials=1e3x", "trials"],
    ["trials=1000&seed=0.5", "seed"],
  ] as const)
    expect(read(query)).toMatchObject({ ok: false, faults: [{ key }] });
});
