import { describe, expect, it } from "vitest";
import { checkField, checkInputs } from "@/lib/draft/inputs";
import { asReader, marksOf } from "@/test/as-reader";
import { blankDraft } from "@/test/figures/blank-draft";
import { currencyChange } from "./currency-change";
import { checkDraft } from "./draft";

const draft = { ...blankDraft, currency: "EUR", currencyRate: 0.5, currencyRateDate: "2027-01-15" };
const faultsOf = (changed: object) => {
  const checked = checkDraft({ ...draft, ...changed });
  return checked.ok ? [] : checked.faults;
};

describe("a draft in another currency", () => {
  it("passes with a rate and its day", () => {
    expect(checkDraft(draft)).toEqual({ ok: true, draft });
  });

  it("is in dollars at 1 where it says nothing of a rate", () => {
    const { currencyRate: _, currencyRateDate: __, notes: ___, ...older } = { ...draft, currency: "USD" };
    expect(checkDraft(older)).toMatchObject({ draft: { currencyRate: 1, currencyRateDate: null, notes: {} } });
  });

  it.each([
    [{ currencyRate: 0 }, "currencyRate"],
    [{ currencyRate: "1" }, "currencyRate"],
    [{ currencyRate: Number.NaN }, "currencyRate"],
    [{ currencyRateDate: null }, "currencyRateDate"],
    [{ currencyRateDate: "2027-02-30" }, "currencyRateDate"],
    [{ currency: "USD" }, "currencyRate"],
    [{ currency: "XXX1" }, "currency"],
  ])("%o is refused", (changed, key) => {
    expect(faultsOf(changed).map((fault) => fault.key)).toEqual([key]);
  });

  it("has the bounds of money at its rate, and those of all else as declared", () => {
    // Object storage costs at most 10,000 USD; at a half, 5,000.
    expect(checkField("cloudStoragePerTBMonth", 5_000, 0.5)).toEqual([]);
    expect(checkField("cloudStoragePerTBMonth", 5_001, 0.5, "EUR")[0]?.message).toBe(
      "Object storage must be between 0 and 5,000 EUR/TB/month; you typed 5001.",
    );
    expect(faultsOf({ inputs: { cloudStoragePerTBMonth: 5_001 } })).toHaveLength(1);
    expect(faultsOf({ inputs: { users: 1e10 } })).toEqual([]);
    expect(checkInputs({ cloudStoragePerTBMonth: 10_000 })).toMatchObject({ ok: true });
  });
});

describe("changing the currency", () => {
  const change = { currency: "EUR", rate: 0.5, rateText: "0.5", day: "2027-01-15", inputs: {}, notes: {} };

  it("takes a rate of a day, and none for dollars", () => {
    expect(currencyChange(change)).toEqual({ ok: true, rate: 0.5, rateDate: "2027-01-15" });
    expect(currencyChange({ ...change, currency: "USD", rate: 1, day: "" })).toEqual({
      ok: true,
      rate: 1,
      rateDate: null,
    });
  });

  it("says what is wrong beside the field", () => {
    expect(currencyChange({ ...change, rate: null, rateText: "half", day: "" })).toEqual({
      ok: false,
      faults: {
        rate: "The rate must be a number between 0.000001 and 1,000,000,000; you typed half.",
        day: "Say of which day the rate is.",
      },
    });
  });

  it("says how to write a rate that may mean two things to the reader", () => {
    const french = asReader(marksOf["fr-FR"], () => currencyChange({ ...change, rate: null, rateText: "1.234" }));
    expect(french).toEqual({
      ok: false,
      faults: {
        rate: "The rate must be a number between 0,000001 and 1\u00a0000\u00a0000\u00a0000, written as 1\u00a0234,5; you typed 1.234.",
      },
    });
    // One that is read, and is too large, needs no word of how to write it.
    expect(currencyChange({ ...change, rate: 1e10, rateText: "1e10" })).toEqual({
      ok: false,
      faults: { rate: "The rate must be a number between 0.000001 and 1,000,000,000; you typed 1e10." },
    });
  });

  it("says which figures would leave their bounds", () => {
    const checked = currencyChange({ ...change, inputs: { cloudStoragePerTBMonth: 6_000 } });
    expect(checked).toEqual({
      ok: false,
      faults: {
        form: "At this rate some figures leave their bounds. Object storage must be between 0 and 5,000 EUR/TB/month; you typed 6000.",
      },
    });
  });
});
