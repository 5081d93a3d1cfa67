import { describe, expect, it } from "vitest";
import { mergeScenarios } from "./merge-scenarios";
import type { ScenarioDraft } from "./scenario";

const draft = (inputs: ScenarioDraft["inputs"], name = "Ours", currencyRate = 1): ScenarioDraft => ({
  name,
  inputs,
  currencyRate,
});

describe("two people's changes of a scenario", () => {
  it("merge by name and input, what was set back to the model's value included", () => {
    const merged = mergeScenarios(
      draft({ users: 1, storedTB: 2, pue: 1.5 }),
      draft({ users: 10, storedTB: 2, pue: 1.5 }, "Renamed here"),
      draft({ users: 1, pue: 1.6 }),
    );
    // Here users and the name; there the stored data is the model's again, and the PUE another.
    expect(merged).toEqual({ draft: draft({ users: 10, pue: 1.6 }, "Renamed here"), conflicts: [] });
  });

  it("conflict where both changed the same one differently, and theirs is in use", () => {
    const merged = mergeScenarios(draft({ users: 1 }), draft({ users: 10 }, "Mine"), draft({}, "Theirs"));
    expect(merged.draft).toEqual(draft({}, "Theirs"));
    expect(merged.conflicts).toEqual([
      { place: "name", mine: "Mine", theirs: "Theirs" },
      { place: "input users", mine: 10, theirs: undefined },
    ]);
  });

  it("do not conflict where both came to the same, unless one is typing there", () => {
    const [base, both] = [draft({ users: 1 }), draft({ users: 7 })];
    expect(mergeScenarios(base, both, both).conflicts).toEqual([]);
    expect(mergeScenarios(base, base, both).conflicts).toEqual([]);
    expect(mergeScenarios(base, base, both, new Set(["input users"])).conflicts).toEqual([
      { place: "input users", mine: 1, theirs: 7 },
    ]);
  });

  it("are compared in one currency", () => {
    // 50,000 and 10,000 dollars are 46,000 and 9,200 euros at 0.92; users are no money.
    const merged = mergeScenarios(
      draft({ users: 5, cloudComplianceAnnual: 50_000 }),
      draft({ users: 5, cloudComplianceAnnual: 10_000 }),
      draft({ users: 6, cloudComplianceAnnual: 46_000 }, "Ours", 0.92),
    );
    expect(merged).toEqual({ draft: draft({ users: 6, cloudComplianceAnnual: 9_200 }, "Ours", 0.92), conflicts: [] });
  });
});
