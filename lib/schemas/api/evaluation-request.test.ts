import { expect, it } from "vitest";
import { checkEvaluationRequest } from "./evaluation-request";

const faults = (given: unknown) => {
  const checked = checkEvaluationRequest(given);
  return checked.ok ? [] : checked.faults.map(({ key }) => key);
};

it("takes figures in dollars where nothing else is said", () => {
  expect(checkEvaluationRequest({})).toEqual({
    ok: true,
    figures: { inputs: {}, customLines: [], currency: "USD", currencyRate: 1 },
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
