import { describe, expect, it } from "vitest";
import type { ModelDraft } from "@/lib/draft/model";
import type { CustomLine } from "@/lib/model/custom-lines";
import { blankDraft } from "@/test/blank-draft";
import type { ModelChange, ModelState } from "./model-document";
import { changeModel, initialState } from "./model-state";

const draft: ModelDraft = {
  ...blankDraft,
  inputs: { storedTB: 5 },
};
const fine = () => [];

describe("a figure that is typed", () => {
  it("becomes part of the draft", () => {
    const state = changeModel(initialState(draft), { kind: "type", key: "users", value: 7 }, fine);
    expect(state.draft.inputs).toEqual({ storedTB: 5, users: 7 });
  });

  it("is dropped from the draft where it is the default again", () => {
    const typed = changeModel(initialState(draft), { kind: "type", key: "users", value: 7 }, fine);
    expect(changeModel(typed, { kind: "type", key: "users", value: 50_000 }, fine).draft.inputs).toEqual({
      storedTB: 5,
    });
    expect(changeModel(typed, { kind: "reset", keys: ["users"] }, fine).draft.inputs).toEqual({ storedTB: 5 });
  });

  it("leaves the draft as it is, object and all, where nothing that can be saved changes", () => {
    const state = initialState(draft);
    const refused = changeModel(state, { kind: "refuse", key: "users", text: "x", message: "not a number" }, fine);
    expect(refused.draft).toBe(draft);
    expect(refused.refused).toEqual({ users: { text: "x", message: "not a number" } });
    const again = changeModel(refused, { kind: "type", key: "storedTB", value: 5 }, fine);
    expect(again.draft).toBe(draft);
    expect(again.refused).toEqual({ users: { text: "x", message: "not a number" } });
  });

  it("is no longer refused once it is good", () => {
    const refused = changeModel(initialState(draft), { kind: "refuse", key: "users", text: "x", message: "no" }, fine);
    expect(changeModel(refused, { kind: "type", key: "users", value: 7 }, fine).refused).toEqual({});
  });
});

it("forgets what was typed where the whole is replaced", () => {
  const typed = changeModel(initialState(draft), { kind: "refuse", key: "users", text: "x", message: "no" }, fine);
  const theirs = { ...draft, inputs: { users: 9 } };
  expect(changeModel(typed, { kind: "replace", draft: theirs }, fine)).toEqual({
    draft: theirs,
    typed: { users: 9 },
    refused: {},
    rules: [],
    version: 1,
    past: [],
    future: [],
    field: null,
    merges: 0,
    kept: 1,
    conflicts: {},
    followed: {},
  });
});

/** The state after one change after another. */
const stateAfter = (...changes: ModelChange[]) =>
  changes.reduce((state, change) => changeModel(state, change, fine), initialState(draft));
const line: CustomLine = {
  label: "Audit",
  category: "compliance",
  architectures: ["cloud"],
  kind: "once",
  amount: 1_000,
};

describe("undoing", () => {
  const typing: ModelChange[] = [
    { kind: "type", key: "users", value: 1 },
    { kind: "type", key: "users", value: 12 },
  ];

  it("takes back all that was typed into a field until it was left, and brings it again", () => {
    const state = stateAfter(...typing, { kind: "leave" }, { kind: "type", key: "users", value: 99 });
    const once = changeModel(state, { kind: "undo" }, fine);
    expect(once.draft.inputs.users).toBe(12);
    const twice = changeModel(once, { kind: "undo" }, fine);
    expect(twice.draft).toBe(draft);
    expect(changeModel(twice, { kind: "undo" }, fine)).toBe(twice);
    const again = changeModel(changeModel(twice, { kind: "redo" }, fine), { kind: "redo" }, fine);
    expect(again.draft.inputs).toEqual({ storedTB: 5, users: 99 });
    expect(again.future).toEqual([]);
  });

  it("counts two fields as two steps, and drops what was undone when something else is done", () => {
    const state = stateAfter(...typing, { kind: "type", key: "egressTB", value: 3 }, { kind: "undo" });
    expect(state.draft.inputs).toEqual({ storedTB: 5, users: 12 });
    const other = changeModel(state, { kind: "rename", name: "Another" }, fine);
    expect(other.future).toEqual([]);
    expect(changeModel(other, { kind: "redo" }, fine)).toBe(other);
  });

  it("reaches names, notes, own lines, months and resets", () => {
    const changes: ModelChange[] = [
      { kind: "rename", name: "Another" },
      { kind: "note", key: "users", field: "source", text: "Sales, March" },
      { kind: "addLine", line },
      { kind: "changeLine", place: 0, line: { ...line, amount: 2_000 } },
      { kind: "removeLine", place: 0 },
      { kind: "startMonth", startMonth: "2028-03" },
      { kind: "fiscalYear", startsIn: 4 },
      { kind: "reset", keys: ["storedTB"] },
    ];
    const states = [initialState(draft)];
    for (const change of changes) states.push(changeModel(states.at(-1) as ModelState, change, fine));
    let state = states.at(-1) as ModelState;
    expect(state.draft).toEqual({
      ...draft,
      name: "Another",
      startMonth: "2028-03",
      fiscalYearStart: 4,
      inputs: {},
      notes: { users: { source: "Sales, March" } },
    });
    for (const earlier of states.slice(0, -1).reverse()) {
      state = changeModel(state, { kind: "undo" }, fine);
      expect(state.draft).toEqual(earlier.draft);
    }
  });

  it("brings a text back that could not be taken, and takes it away", () => {
    const refuse: ModelChange = { kind: "refuse", key: "users", text: "many", message: "no" };
    expect(stateAfter(refuse, { kind: "undo" }).refused).toEqual({});
    expect(stateAfter(refuse, { kind: "undo" }, { kind: "redo" }).refused).toEqual({
      users: { text: "many", message: "no" },
    });
  });

  it("notes no step where nothing changed", () => {
    expect(stateAfter({ kind: "type", key: "storedTB", value: 5 }).past).toEqual([]);
  });
});

it("an emptied note is no note", () => {
  const noted = stateAfter(
    { kind: "note", key: "users", field: "note", text: "A guess" },
    { kind: "note", key: "users", field: "note", text: " " },
  );
  expect(noted.draft.notes).toEqual({});
});

describe("another currency", () => {
  const typed: ModelChange[] = [
    { kind: "type", key: "cloudComplianceAnnual", value: 40_000 },
    { kind: "addLine", line },
  ];
  const toEuros = { kind: "currency", currency: "EUR", rate: 0.5, rateDate: "2027-01-15" } as const;

  it("converts what was typed: 40,000 and 1,000 dollars are 20,000 and 500 at a half", () => {
    const { draft: euros } = stateAfter(...typed, { ...toEuros, isConverted: true });
    expect(euros).toMatchObject({ currency: "EUR", currencyRate: 0.5, currencyRateDate: "2027-01-15" });
    expect(euros.inputs).toEqual({ storedTB: 5, cloudComplianceAnnual: 20_000 });
    expect(euros.customLines).toEqual([{ ...line, amount: 500 }]);
  });

  it("or keeps the figures and calls them by the other name", () => {
    const { draft: euros } = stateAfter(...typed, { ...toEuros, isConverted: false });
    expect(euros.inputs).toEqual({ storedTB: 5, cloudComplianceAnnual: 40_000 });
    expect(euros.customLines).toEqual([line]);
  });

  it("has its own defaults: 15,000 of what is 30,000 dollars is the default, and 30,000 is not", () => {
    const type = (value: number): ModelChange => ({ kind: "type", key: "cloudComplianceAnnual", value });
    expect(stateAfter({ ...toEuros, isConverted: true }, type(15_000)).draft.inputs).toEqual({ storedTB: 5 });
    expect(stateAfter({ ...toEuros, isConverted: true }, type(30_000)).draft.inputs).toEqual({
      storedTB: 5,
      cloudComplianceAnnual: 30_000,
    });
  });

  it("says over which part of the rates figures were kept, also once it is undone and done again", () => {
    const kept = stateAfter({ ...toEuros, isConverted: false });
    expect(kept.kept).toBe(0.5);
    const toPounds = { kind: "currency", currency: "GBP", rate: 0.4, rateDate: "2027-01-15" } as const;
    const converted = changeModel(kept, { ...toPounds, isConverted: true }, fine);
    expect(converted.kept).toBe(0.5);
    const undone = changeModel(changeModel(converted, { kind: "undo" }, fine), { kind: "undo" }, fine);
    expect(undone.kept).toBe(1);
    expect(changeModel(undone, { kind: "redo" }, fine).kept).toBe(0.5);
    // Half a euro, then two fifths of a pound: 0.4 pounds for a dollar in all.
    expect(changeModel(kept, { ...toPounds, isConverted: false }, fine).kept).toBeCloseTo(0.4, 12);
  });

  it("is undone whole", () => {
    const before = stateAfter(...typed);
    const undone = changeModel(changeModel(before, { ...toEuros, isConverted: true }, fine), { kind: "undo" }, fine);
    expect(undone.draft).toBe(before.draft);
    expect(undone.typed).toEqual({ storedTB: 5, cloudComplianceAnnual: 40_000 });
  });
});
