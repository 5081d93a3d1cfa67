import { expect, it } from "vitest";
import { checkDraft } from "@/lib/schemas/draft";
import { blankDraft } from "@/test/blank-draft";
import type { ModelDraft } from "./model";
import { relabelledNotes } from "./relabelled-notes";

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
  const notes = relabelledNotes(draft, 0.5);
  expect(notes).toEqual({
    ...draft.notes,
    serverPrice: { range: { kind: "range", low: 6_000, high: 8_000 }, note: "quotes" },
  });
  const inEuros = { currency: "EUR", currencyRate: 0.5, currencyRateDate: "2027-01-15" };
  expect(checkDraft({ ...draft, ...inEuros, notes }).ok).toBe(true);
  expect(checkDraft({ ...draft, ...inEuros }).ok).toBe(false);
});
