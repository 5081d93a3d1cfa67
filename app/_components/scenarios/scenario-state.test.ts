import { describe, expect, it } from "vitest";
import type { ScenarioFull } from "@/lib/draft/scenario";
import { type Beside, edited, inRate, keepMine, mergeTheirs, opened, takeTheirs, withBusy } from "./scenario-state";

const model: Beside = { inputs: {}, currency: "USD", currencyRate: 1 };

const stored = (inputs: ScenarioFull["inputs"], revision = 1, name = "Ours", by = "Bob"): ScenarioFull => ({
  id: "s",
  name,
  inputs,
  currencyRate: 1,
  revision,
  changedAt: "2027-01-01T12:00:00.000Z",
  changedBy: by,
});

const first = opened(stored({ users: 1 }));

describe("a scenario that is typed in", () => {
  it("has the newest that can be saved in its draft, name and inputs each for itself", () => {
    const named = edited(first, { name: " " }, model);
    expect([named.name, named.draft.name, named.faults.length]).toEqual([" ", "Ours", 1]);
    const both = edited(named, { inputs: { users: 2 } }, model);
    expect(both.draft).toEqual({ name: "Ours", inputs: { users: 2 }, currencyRate: 1 });
    // 29 pieces are needed of 80 at the least: not of 20 in all.
    const broken = edited(both, { name: "Ours", inputs: { users: 2, totalPieces: 20 } }, model);
    expect(broken.faults.length).toBeGreaterThan(0);
    expect(broken.typed).toEqual({ users: 2, totalPieces: 20 });
    expect(broken.draft.inputs).toEqual({ users: 2 });
  });

  it("is refused the name of another", () => {
    const named = edited(first, { name: "Taken" }, { ...model, otherNames: new Set(["Taken"]) });
    expect(named.faults).toMatchObject([{ key: "name" }]);
    expect(named.draft).toBe(first.draft);
  });

  it("merges what another set elsewhere, and asks where both set the same", () => {
    const typed = edited(first, { inputs: { users: 2, storedTB: 3 } }, model);
    const merged = mergeTheirs(typed, first.draft, stored({ users: 9, pue: 1.6 }, 5), 1, model);
    expect(merged.draft.inputs).toEqual({ users: 9, storedTB: 3, pue: 1.6 });
    expect(merged.conflicts).toEqual({ "input users": { mine: 2, theirs: 9, by: "Bob" } });
    expect([merged.merges, merged.revision]).toEqual([1, 5]);
    // What came in elsewhere is drawn anew in its field.
    expect(merged.followed).toEqual({ "input pue": 1 });

    const mine = keepMine(merged, "input users", model);
    expect(mine.draft.inputs).toEqual({ users: 2, storedTB: 3, pue: 1.6 });
    const theirs = takeTheirs(merged, "input users");
    expect(theirs.draft.inputs).toEqual({ users: 9, storedTB: 3, pue: 1.6 });
    expect([mine.conflicts, theirs.conflicts]).toEqual([{}, {}]);
    // To type on is to decide.
    expect(edited(merged, { inputs: { ...merged.typed, users: 4 } }, model).conflicts).toEqual({});
    expect(edited(merged, { inputs: { ...merged.typed, pue: 2 } }, model).conflicts).toEqual(merged.conflicts);
  });

  it("keeps mine where mine was the model's value", () => {
    const reset = edited(first, { inputs: {} }, model);
    const merged = mergeTheirs(reset, first.draft, stored({ users: 9 }, 2), 1, model);
    expect(merged.conflicts["input users"]).toEqual({ mine: undefined, theirs: 9, by: "Bob" });
    expect(keepMine(merged, "input users", model).draft.inputs).toEqual({});
  });

  it("asks where somebody is typing just now, though nothing is unsaved", () => {
    const merged = mergeTheirs(withBusy(first, "input users", true), first.draft, stored({ users: 9 }, 2), 1, model);
    expect(merged.conflicts).toEqual({ "input users": { mine: 1, theirs: 9, by: "Bob" } });
  });

  it("asks on with what they set last, and no longer where both agree", () => {
    const typed = edited(first, { inputs: { users: 2 } }, model);
    const once = mergeTheirs(typed, first.draft, stored({ users: 9 }, 2), 1, model);
    const twice = mergeTheirs(once, once.draft, stored({ users: 10 }, 3, "Ours", "Eve"), 2, model);
    expect(twice.conflicts).toEqual({ "input users": { mine: 2, theirs: 10, by: "Eve" } });
    expect(mergeTheirs(twice, twice.draft, stored({ users: 2 }, 4), 3, model).conflicts).toEqual({});
  });

  it("uses theirs where the two together break a rule, and keeps what was typed on the page", () => {
    // Repaired at 80 by default. Mine spreads on 81, theirs repairs at 90: 90 of 81 cannot be.
    const typed = edited(first, { inputs: { users: 1, totalPieces: 81 } }, model);
    const merged = mergeTheirs(typed, first.draft, stored({ users: 1, repairThreshold: 90 }, 2), 1, model);
    expect(merged.faults.length).toBeGreaterThan(0);
    expect(merged.typed).toEqual({ users: 1, totalPieces: 81, repairThreshold: 90 });
    expect(merged.draft.inputs).toEqual({ users: 1, repairThreshold: 90 });
  });

  it("follows its model into another currency, open questions too", () => {
    const typed = edited(
      opened(stored({ cloudComplianceAnnual: 50_000 })),
      { inputs: { cloudComplianceAnnual: 10_000 } },
      model,
    );
    const base = stored({ cloudComplianceAnnual: 50_000 });
    const asked = mergeTheirs(typed, base, stored({ cloudComplianceAnnual: 20_000 }, 2), 1, model);
    // At 0.92: 10,000 dollars are 9,200 euros, 20,000 are 18,400.
    const euros = inRate(asked, { ...model, currency: "EUR", currencyRate: 0.92 });
    expect(euros.draft).toEqual({ name: "Ours", inputs: { cloudComplianceAnnual: 18_400 }, currencyRate: 0.92 });
    expect(euros.conflicts).toEqual({ "input cloudComplianceAnnual": { mine: 9_200, theirs: 18_400, by: "Bob" } });
  });
});
