import { describe, expect, it } from "vitest";
import { convertRanges } from "@/lib/model/currency";
import { blankDraft } from "@/test/figures/blank-draft";
import type { ModelDraft } from "../model";
import { modelParts } from "../model-parts";
import { figureFor, isFollowing, newerFigures, type OfferedFigure } from "./follow";
import { followingWhere, takenParts, withFiguresTaken } from "./take-figures";

// Figures worked by hand: at 0.92 EUR a dollar, 115 EUR are 125 USD; at 0.8, 100 EUR are 125 USD too.

const euros = { currency: "EUR", currencyRate: 0.92 };
const march: OfferedFigure = {
  id: "f1",
  key: "serverPrice",
  revision: 1,
  on: "2027-03-03",
  content: {
    value: 4600,
    low: 4140,
    high: 5520,
    evidence: "measured",
    source: "Quote 17",
    note: "For two years",
    ...euros,
  },
};
const september: OfferedFigure = {
  ...march,
  revision: 2,
  on: "2027-09-01",
  content: { ...march.content, value: 5060, low: 4600, high: 5980, source: "Quote 31", note: "For one year" },
  taken: march.content,
};

const inEuros: ModelDraft = { ...blankDraft, ...euros, currencyRateDate: "2027-01-15" };

describe("taking a figure", () => {
  it("sets the value with all that is of it, in the draft's currency", () => {
    const draft = withFiguresTaken(inEuros, [march]);
    expect(draft.inputs).toEqual({ serverPrice: 4600 });
    expect(draft.notes.serverPrice).toEqual({
      range: { kind: "range", low: 4140, high: 5520 },
      evidence: "measured",
      source: "Quote 17",
      note: "For two years",
      follows: { figure: "f1", revision: 1, on: "2027-03-03", value: 4600 },
    });
    // 4600 / 0.92 = 5000, 4140 / 0.92 = 4500, 5520 / 0.92 = 6000.
    const dollars = withFiguresTaken(blankDraft, [march]);
    expect(dollars.inputs).toEqual({ serverPrice: 5000 });
    expect(dollars.notes.serverPrice?.range).toEqual({ kind: "range", low: 4500, high: 6000 });
    expect(dollars.notes.serverPrice?.follows?.value).toBe(5000);
  });

  it("leaves an amount of the same currency as it stands, whatever rates say", () => {
    expect(figureFor("serverPrice", march.content, { currency: "EUR", currencyRate: 0.5 }).value).toBe(4600);
  });

  it("takes away a range, evidence and source that were of the value before, and leaves a note of the model's own", () => {
    const bare: OfferedFigure = { ...september, content: { value: 5060, ...euros, note: "For one year" } };
    const draft = withFiguresTaken(inEuros, [march]);
    expect(withFiguresTaken(draft, [bare]).notes.serverPrice).toEqual({
      note: "For one year",
      follows: { figure: "f1", revision: 2, on: "2027-09-01", value: 5060 },
    });
    const own = modelParts.set(draft, { kind: "note", key: "serverPrice", field: "note" }, "Ours");
    expect(withFiguresTaken(own, [bare]).notes.serverPrice?.note).toBe("Ours");
  });

  it("is one list of places, so that it is one step of editing", () => {
    expect(takenParts(inEuros, [march]).map(({ place }) => place.kind)).toEqual([
      "input",
      ...["note", "note", "note", "note", "note"],
    ]);
  });
});

describe("following", () => {
  const draft = withFiguresTaken(inEuros, [march]);

  it("ends where another value stands, whatever set it, and goes on where the value is back", () => {
    expect(isFollowing(draft, "serverPrice")).toBe(true);
    const changed = { ...draft, inputs: { serverPrice: 4601 } };
    expect(isFollowing(changed, "serverPrice")).toBe(false);
    expect(isFollowing({ ...changed, inputs: { serverPrice: 4600 } }, "serverPrice")).toBe(true);
    expect(isFollowing(draft, "users")).toBe(false);
  });

  it("goes on over another currency of the model", () => {
    const turned = modelParts.inCurrencyOf(draft, { ...blankDraft, currency: "USD", currencyRate: 1 });
    expect(turned.inputs.serverPrice).toBe(5000);
    expect(turned.notes.serverPrice?.follows?.value).toBe(5000);
    expect(isFollowing(turned, "serverPrice")).toBe(true);
    expect(convertRanges({ users: { follows: { value: 3 } } }, 1, 0.5)).toEqual({ users: { follows: { value: 3 } } });
  });

  it("says which figures are newer, and only where they say something else", () => {
    expect(newerFigures(draft, [september]).map(({ key }) => key)).toEqual(["serverPrice"]);
    const reworded = { ...september, content: { ...march.content, note: "Reworded", owner: "Purchasing" } };
    expect(newerFigures(draft, [reworded])).toEqual([]);
    const wider = { ...september, content: { ...march.content, high: 6000 } };
    expect(newerFigures(draft, [wider])).toHaveLength(1);
    // 4600 EUR at 0.92 are 5000 USD: the organisation has changed its currency and nothing else.
    const dollars = {
      value: 5000,
      low: 4500,
      high: 6000,
      evidence: "measured" as const,
      currency: "USD",
      currencyRate: 1,
    };
    expect(newerFigures(draft, [{ ...september, content: dollars }])).toEqual([]);
    expect(newerFigures({ ...draft, inputs: { serverPrice: 1000 } }, [september])).toEqual([]);
    expect(newerFigures(draft, [{ ...september, id: "another" }])).toEqual([]);
    // What the page was opened with says what was followed then.
    expect(newerFigures(withFiguresTaken(draft, [september]), [september])).toEqual([]);
  });

  it("is of one organisation: what comes from another follows nothing", () => {
    const copied = followingWhere(draft, ({ figure }) => figure === "f9");
    expect(copied.notes.serverPrice).toEqual({
      range: { kind: "range", low: 4140, high: 5520 },
      evidence: "measured",
      source: "Quote 17",
      note: "For two years",
    });
    expect(followingWhere(draft, ({ figure, revision }) => figure === "f1" && revision === 1)).toBe(draft);
  });
});
