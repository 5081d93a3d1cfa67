import { expect, it } from "vitest";
import { checkDraft } from "@/lib/schemas/draft";
import { blankDraft } from "@/test/figures/blank-draft";
import type { ModelDraft } from "./model";
import { relabelledNotes } from "./relabelled-notes";

const inEuros = { currency: "EUR", currencyRate: 0.5, currencyRateDate: "2027-01-15" };

it("keeps the ranges of typed figures and turns over those of untouched defaults, so that each still holds its value", () => {
  // 14,000 dollars is the default of a server: 7,000 at half a euro. The 20 dollars of storage were typed, and are 20 euros then.
  const draft: ModelDraft = {
    ...blankDraft,
    inputs: { cloudStoragePerTBMonth: 20 },
    notes: {
      serverPrice: { range: { kind: "range", low: 12_000, high: 16_000 }, note: "quotes" },
      cloudStoragePerTBMonth: { range: { kind: "uniform", least: 18, greatest: 24 } },
      users: { evidence: "measured" },
    },
  };
  const notes = relabelledNotes(draft, inEuros);
  expect(notes).toEqual({
    ...draft.notes,
    serverPrice: { range: { kind: "range", low: 6_000, high: 8_000 }, note: "quotes" },
  });
  expect(checkDraft({ ...draft, ...inEuros, notes }).ok).toBe(true);
  expect(checkDraft({ ...draft, ...inEuros }).ok).toBe(false);
});

/** What a draft takes from its organisation, each as it was taken. */
const follows = (value: number) => ({ figure: "f", revision: 2, on: "2027-03-03", value });
const followed: Pick<ModelDraft, "inputs" | "notes" | "currency" | "currencyRate"> = {
  currency: "USD",
  currencyRate: 1,
  inputs: { cloudStoragePerTBMonth: 20, users: 5_000 },
  notes: {
    cloudStoragePerTBMonth: { source: "contract", follows: follows(20) },
    users: { follows: follows(5_000) },
    serverPrice: { follows: follows(14_000) },
  },
};

it("ends the following of typed money that is called another currency, and no other", () => {
  // 20 euros are not the figure of 20 dollars. A server of 14,000 dollars is the default: 7,000 euros are the same money.
  expect(relabelledNotes(followed, inEuros)).toEqual({
    cloudStoragePerTBMonth: { source: "contract" },
    users: { follows: follows(5_000) },
    serverPrice: { follows: follows(7_000) },
  });
  // Nothing else was noted: nothing is left of the note.
  const bare = { ...followed, notes: { cloudStoragePerTBMonth: { follows: follows(20) } } };
  expect(relabelledNotes(bare, inEuros)).toEqual({});
});

it("lets typed money follow its figure where the same currency gets another rate", () => {
  const euros = { ...followed, currency: "EUR", currencyRate: 0.9, notes: { ...followed.notes, serverPrice: {} } };
  expect(relabelledNotes(euros, inEuros)).toEqual(euros.notes);
});
