import { describe, expect, it } from "vitest";
import { inputPlace } from "@/lib/draft/place";
import { templateOf } from "@/lib/model/templates";
import { blankDraft } from "@/test/figures/blank-draft";
import { changeDocument } from "./change-document";
import { initialState } from "./document-state";
import { type ModelState, modelKind, type OpenModel } from "./model-kind";
import { startingValues } from "./starting-values";

const draft: OpenModel = { ...blankDraft, currency: "EUR", currencyRate: 0.5, currencyRateDate: "2027-01-15", kept: 1 };
const kind = modelKind(() => []);
const reset = (
  state: ModelState,
  keys: ("users" | "cdnPricePerTB" | "pue" | "onPremisesComplianceAnnual")[],
  to = {},
) => changeDocument(kind, state, { kind: "reset", keys, to });

describe("a reset", () => {
  // templates.csv, game-patches: 2,000,000 users and a CDN at 10 USD a TB. inputs.csv: 50,000 users, compliance 30,000 USD a year, PUE 1.5.
  const { starts, ofTemplate, declared } = startingValues(templateOf("game-patches")?.inputs ?? {}, 0.5, undefined);

  it("goes to what the template states, in the model's currency, and else to the default", () => {
    expect(ofTemplate).toMatchObject({ users: 2_000_000, cdnPricePerTB: 5 });
    expect(starts).toMatchObject({ users: 2_000_000, cdnPricePerTB: 5, onPremisesComplianceAnnual: 15_000 });
    const typed = { users: 7, cdnPricePerTB: 1, onPremisesComplianceAnnual: 1 };
    const state = initialState({ ...draft, inputs: typed });
    const back = reset(state, ["users", "cdnPricePerTB", "onPremisesComplianceAnnual"], starts);
    // What has its default is no figure of the model's own.
    expect(back.draft.inputs).toEqual({ users: 2_000_000, cdnPricePerTB: 5 });
    expect(back.version).toBe(state.version + 1);
    expect(reset(state, ["users"], starts).draft.inputs).toEqual({ ...typed, users: 2_000_000 });
  });

  it("goes to the default where that is chosen", () => {
    const state = initialState({ ...draft, inputs: { users: 2_000_000, cdnPricePerTB: 5 } });
    expect(reset(state, ["users"], declared.defaults).draft.inputs).toEqual({ cdnPricePerTB: 5 });
  });

  it("forgets a text that could not be taken", () => {
    const torn = changeDocument(kind, initialState({ ...draft, inputs: { users: 2_000_000 } }), {
      kind: "refuse",
      place: inputPlace("users"),
      text: "many",
      message: "Users must be a number.",
    });
    const back = reset(torn, ["users"], starts);
    expect([back.refused.size, back.draft.inputs]).toEqual([0, { users: 2_000_000 }]);
  });

  it("goes to the default of the version that the model keeps to, and lists it where today's is another", () => {
    const released = [
      { key: "onPremisesComplianceAnnual" as const, default: 20_000, min: 0, max: 1e9, integer: false },
    ];
    const earlier = startingValues({}, 0.5, released);
    expect(earlier.starts.onPremisesComplianceAnnual).toBe(10_000);
    const state = initialState({ ...draft, inputs: { onPremisesComplianceAnnual: 1, pue: 2 } });
    expect(reset(state, ["onPremisesComplianceAnnual", "pue"], earlier.starts).draft.inputs).toEqual({
      onPremisesComplianceAnnual: 10_000,
    });
  });
});
