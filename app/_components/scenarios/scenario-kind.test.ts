import { describe, expect, it } from "vitest";
import { changeDocument } from "@/app/_components/document/change-document";
import { initialState } from "@/app/_components/document/document-state";
import { followCurrency, mergeTheirs } from "@/app/_components/document/merge-theirs";
import { inputPlace, namePlace, type Place, rowPlace } from "@/lib/draft/place";
import { PlaceMap } from "@/lib/draft/place-map";
import type { ScenarioDraft } from "@/lib/draft/scenario/scenario";
import type { InputKey } from "@/lib/model/inputs";
import { noRows, type ParticipantKind, type StaffLine } from "@/lib/model/rows/own-rows";
import { type ScenarioChange, type ScenarioState, scenarioKind } from "./scenario-kind";

const admin: StaffLine = { id: "admin", role: "Admin", architectures: ["cloud"], fte: 2, pay: 60_000 };
const participantKinds: ParticipantKind[] = [
  { id: "on", label: "Always on", share: 0.25 },
  { id: "phone", label: "Phone", share: 0.75 },
];
const model = { ...noRows, staffLines: [admin], participantKinds, inputs: {}, currency: "USD", currencyRate: 1 };
const kind = scenarioKind(() => ({ model, otherNames: new Set(["Taken"]) }));
const draft = (inputs: ScenarioDraft["inputs"], name = "Ours"): ScenarioDraft => ({ name, inputs, currencyRate: 1 });
const users = inputPlace("users");
const put = (place: Place, value: unknown): ScenarioChange => ({ kind: "put", place, value });
const type = (key: InputKey, value: number) => put(inputPlace(key), value);
const leave: ScenarioChange = { kind: "leave" };

const stateAfter = (state: ScenarioState, ...changes: ScenarioChange[]) =>
  changes.reduce((one, change) => changeDocument(kind, one, change), state);
const merged = (state: ScenarioState, base: ScenarioDraft, theirs: ScenarioDraft, by = "Bob") =>
  mergeTheirs(kind, state, { base, theirs, by });
const asked = (mine: unknown, theirs: unknown, by = "Bob") => new PlaceMap([[users, { mine, theirs, by }]]);

const first = initialState(draft({ users: 1 }));

describe("a scenario that is typed in", () => {
  it("has the newest that can be saved in its draft, name and inputs each for itself", () => {
    const named = stateAfter(first, put(namePlace, " "));
    expect([named.typed.name, named.draft.name, named.faults.length]).toEqual([" ", "Ours", 1]);
    const both = stateAfter(named, type("users", 2));
    expect(both.draft).toEqual(draft({ users: 2 }));
    // 29 pieces are needed of at least 80, not of 20 in total.
    const broken = stateAfter(both, put(namePlace, "Ours"), type("totalPieces", 20), type("pue", 1.6));
    expect(broken.faults.map(({ key }) => key)).toEqual(["totalPieces"]);
    expect(broken.typed.inputs).toEqual({ users: 2, totalPieces: 20, pue: 1.6 });
    expect(broken.draft.inputs).toEqual({ users: 2, pue: 1.6 });
  });

  it("keeps a value that is the model's, for the model may have another one day", () => {
    expect(stateAfter(first, type("users", 50_000)).draft.inputs).toEqual({ users: 50_000 });
    expect(stateAfter(first, { kind: "reset", keys: ["users"] }).draft.inputs).toEqual({});
  });

  it("is refused the name of another", () => {
    const named = stateAfter(first, put(namePlace, "Taken"));
    expect(named.faults).toMatchObject([{ key: "name" }]);
    expect(named.draft).toBe(first.draft);
  });

  it("is undone and done again, field by field", () => {
    const typed = stateAfter(first, type("users", 2), type("users", 23), leave, put(namePlace, "Few"), leave);
    const once = stateAfter(typed, { kind: "undo" });
    expect(once.draft).toEqual(draft({ users: 23 }));
    expect(stateAfter(once, { kind: "undo" }).draft).toBe(first.draft);
    expect(stateAfter(once, { kind: "undo" }, { kind: "redo" }, { kind: "redo" }).draft).toEqual(
      draft({ users: 23 }, "Few"),
    );
  });
});

describe("a scenario that another saves meanwhile", () => {
  it("is merged, and asked about where both set the same", () => {
    const typed = stateAfter(first, type("users", 2), leave, type("storedTB", 3), leave);
    const open = merged(typed, first.draft, draft({ users: 9, pue: 1.6 }));
    expect(open.draft.inputs).toEqual({ users: 9, storedTB: 3, pue: 1.6 });
    expect(open.conflicts).toEqual(asked(2, 9));
    // What came in elsewhere is drawn anew in its field.
    expect([...open.followed]).toEqual([[inputPlace("pue"), 1]]);

    const mine = stateAfter(open, { kind: "keepMine", place: users });
    expect(mine.draft.inputs).toEqual({ users: 2, storedTB: 3, pue: 1.6 });
    const theirs = stateAfter(open, { kind: "takeTheirs", place: users });
    expect(theirs.draft.inputs).toEqual({ users: 9, storedTB: 3, pue: 1.6 });
    expect([mine.conflicts.size, theirs.conflicts.size]).toEqual([0, 0]);
    // What is typed on goes into the question; what is chosen at one stroke decides it.
    expect(stateAfter(open, type("users", 4)).conflicts).toEqual(asked(4, 9));
    const reset = stateAfter(open, { kind: "reset", keys: ["users"] });
    expect([reset.draft.inputs.users, reset.conflicts.size]).toEqual([undefined, 0]);
    expect(stateAfter(open, type("pue", 2)).conflicts).toEqual(open.conflicts);
  });

  it("keeps mine where mine was the model's value", () => {
    const reset = stateAfter(first, { kind: "reset", keys: ["users"] });
    const open = merged(reset, first.draft, draft({ users: 9 }));
    expect(open.conflicts).toEqual(asked(undefined, 9));
    expect(stateAfter(open, { kind: "keepMine", place: users }).draft.inputs).toEqual({});
  });

  it("asks where someone is typing just now, though nothing is unsaved", () => {
    const typing = stateAfter(first, type("users", 2));
    expect(merged(typing, draft({ users: 2 }), draft({ users: 9 })).conflicts).toEqual(asked(2, 9));
    expect(merged(stateAfter(typing, leave), draft({ users: 2 }), draft({ users: 9 })).conflicts.size).toBe(0);
  });

  it("asks on with what they set last, and no longer where both agree", () => {
    const once = merged(stateAfter(first, type("users", 2), leave), first.draft, draft({ users: 9 }));
    const twice = merged(once, once.draft, draft({ users: 10 }), "Eve");
    expect(twice.conflicts).toEqual(asked(2, 10, "Eve"));
    expect(merged(twice, twice.draft, draft({ users: 2 })).conflicts.size).toBe(0);
  });

  it("uses theirs where the two together break a rule, and keeps what was typed on the page", () => {
    // Repaired at 80 by default. Mine spreads on 81, theirs repairs at 90: 90 of 81 cannot be.
    const typed = stateAfter(first, type("totalPieces", 81), leave);
    const open = merged(typed, first.draft, draft({ users: 1, repairThreshold: 90 }));
    expect(open.faults.length).toBeGreaterThan(0);
    expect(open.typed.inputs).toEqual({ users: 1, totalPieces: 81, repairThreshold: 90 });
    expect(open.draft.inputs).toEqual({ users: 1, repairThreshold: 90 });
  });

  it("has no fault for a name that they gave it", () => {
    expect(merged(first, first.draft, draft({ users: 1 }, "Taken"))).toMatchObject({
      draft: { name: "Taken" },
      faults: [],
    });
  });
});

it("follows its model into another currency, open questions and what can be undone too", () => {
  const compliance = (amount: number) => draft({ cloudComplianceAnnual: amount });
  const euros = { ...model, currency: "EUR", currencyRate: 0.92 };
  const inEuros = scenarioKind(() => ({ model: euros, otherNames: new Set() }));
  const typed = stateAfter(initialState(compliance(50_000)), type("cloudComplianceAnnual", 10_000), leave);
  const like = { ...compliance(0), currencyRate: 0.92 };
  // At 0.92: 50,000 dollars are 46,000 euros, 10,000 are 9,200, 20,000 are 18,400.
  const alone = followCurrency(inEuros, typed, like);
  expect(alone.draft).toEqual({ ...like, inputs: { cloudComplianceAnnual: 9_200 } });
  const place = inputPlace("cloudComplianceAnnual");
  expect([...alone.followed]).toEqual([[place, 1]]);
  expect(changeDocument(inEuros, alone, { kind: "undo" }).draft).toEqual({
    ...like,
    inputs: { cloudComplianceAnnual: 46_000 },
  });
  const open = followCurrency(inEuros, merged(typed, compliance(50_000), compliance(20_000)), like);
  expect(open.draft.inputs).toEqual({ cloudComplianceAnnual: 18_400 });
  expect(open.conflicts).toEqual(new PlaceMap([[place, { mine: 9_200, theirs: 18_400, by: "Bob" }]]));
});

describe("rows of a scenario", () => {
  const place = rowPlace("staffLines", admin);
  const ofStaff = (row: unknown) => ({ staffLines: { admin: row } });

  it("are changed key by key in one step, left out, and the model's again", () => {
    const changed = stateAfter(first, put(place, { ...admin, fte: 3 }), put(place, { ...admin, fte: 35 }), leave);
    expect(changed.draft.rows).toEqual(ofStaff({ ...admin, fte: 35 }));
    const out = stateAfter(changed, put(place, null));
    expect(out.draft.rows).toEqual(ofStaff(null));
    expect(out.past.map(({ label }) => label)).toEqual(["staff line Admin", "removal of staff line Admin"]);
    const back = stateAfter(out, put(place, undefined));
    expect(back.draft).not.toHaveProperty("rows");
    expect(back.past.at(-1)?.label).toBe("staff line Admin as in the model");
    const undone = stateAfter(back, { kind: "undo" }, { kind: "undo" });
    expect(undone.draft.rows).toEqual(ofStaff({ ...admin, fte: 35 }));
    expect(stateAfter(undone, { kind: "undo" }).draft).toBe(first.draft);
  });

  it("are merged row by row, with a question where both changed the same one", () => {
    const mine = stateAfter(
      first,
      put(place, { ...admin, fte: 3 }),
      leave,
      put(rowPlace("staffLines", { id: "n" }), admin),
    );
    const theirs = { ...first.draft, rows: ofStaff(null) } as ScenarioDraft;
    const state = merged(mine, first.draft, theirs);
    expect(state.draft.rows).toEqual({ staffLines: { admin: null, n: { ...admin, id: "n" } } });
    expect([...state.conflicts]).toEqual([[place, { mine: { ...admin, fte: 3 }, theirs: null, by: "Bob" }]]);
    expect(stateAfter(state, { kind: "keepMine", place }).draft.rows).toMatchObject(ofStaff({ ...admin, fte: 3 }));
  });

  it("keep kinds of participants as they were until the shares sum to all of them", () => {
    const [on, phone] = participantKinds.map((kind) => rowPlace("participantKinds", kind)) as [Place, Place];
    // 0.5 and 0.75 are more than all of them; with 0.5 for phones too they are.
    const broken = stateAfter(first, put(on, { ...participantKinds[0], share: 0.5 }), leave);
    expect(broken.faults).toMatchObject([{ key: "participantKinds" }]);
    expect(broken.draft).toBe(first.draft);
    const whole = stateAfter(broken, put(phone, { ...participantKinds[1], share: 0.5 }));
    expect(whole.faults).toEqual([]);
    expect(whole.draft.rows?.participantKinds).toMatchObject({ on: { share: 0.5 }, phone: { share: 0.5 } });
  });
});
