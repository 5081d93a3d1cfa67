import { describe, expect, it } from "vitest";
import type { ModelDraft } from "@/lib/draft/model";
import type { CustomLine } from "@/lib/model/custom-lines";
import { blankDraft } from "@/test/blank-draft";
import type { CheckInputs, ModelChange, ModelState } from "./model-document";
import { changeModel, initialState } from "./model-state";

const draft: ModelDraft = {
  ...blankDraft,
  inputs: { storedTB: 5, users: 10 },
};
const fine = () => [];

function stateAfter(given: ModelState, changes: ModelChange[], check: CheckInputs = fine): ModelState {
  return changes.reduce((state, change) => changeModel(state, change, check), given);
}

const type = (key: "users" | "storedTB" | "egressTB", value: number): ModelChange => ({ kind: "type", key, value });
const leave: ModelChange = { kind: "leave" };
const bobSaved = (theirs: Partial<ModelDraft>, base: ModelDraft = draft, merges = 1): ModelChange => ({
  kind: "merge",
  base,
  theirs: { ...base, ...theirs },
  by: "Bob",
  merges,
  kept: 1,
});

describe("somebody else's save", () => {
  it("joins what was typed here, and makes only the fields that it changed forget their texts", () => {
    const state = stateAfter(initialState(draft), [
      type("storedTB", 6),
      bobSaved({ inputs: { storedTB: 5, users: 12 } }),
    ]);
    expect(state.draft.inputs).toEqual({ storedTB: 6, users: 12 });
    expect(state).toMatchObject({ conflicts: {}, followed: { "input users": 1 }, version: 0, merges: 1 });
  });

  it("asks about an input that both changed; theirs is in use until it is decided", () => {
    const asked = stateAfter(initialState(draft), [
      type("users", 14),
      leave,
      bobSaved({ inputs: { storedTB: 5, users: 12 } }),
    ]);
    expect(asked.draft.inputs.users).toBe(12);
    expect(asked.conflicts).toEqual({ "input users": { mine: 14, theirs: 12, by: "Bob" } });

    const mine = stateAfter(asked, [{ kind: "keepMine", place: "input users" }]);
    expect([mine.draft.inputs.users, mine.conflicts]).toEqual([14, {}]);
    expect(stateAfter(mine, [{ kind: "undo" }]).draft.inputs.users).toBe(12);

    const theirs = stateAfter(asked, [{ kind: "takeTheirs", place: "input users" }]);
    expect([theirs.draft.inputs.users, theirs.conflicts]).toEqual([12, {}]);
    expect(theirs.followed["input users"]).toBe(1);
  });

  it("puts what is typed on into the open question, and follows what they set meanwhile", () => {
    const first = { storedTB: 5, users: 12 };
    const state = stateAfter(initialState(draft), [
      type("users", 14),
      bobSaved({ inputs: first }),
      type("users", 140),
      bobSaved({ inputs: { storedTB: 5, users: 13 } }, { ...draft, inputs: first }, 2),
    ]);
    expect(state.draft.inputs.users).toBe(13);
    expect(state.conflicts).toEqual({ "input users": { mine: 140, theirs: 13, by: "Bob" } });
    const agreed = stateAfter(state, [
      bobSaved({ inputs: { storedTB: 5, users: 140 } }, { ...draft, inputs: { storedTB: 5, users: 13 } }, 3),
    ]);
    expect(agreed.conflicts).toEqual({});
  });

  it("asks too while the field is being typed in, though what was typed is saved", () => {
    const saved = { ...draft, inputs: { storedTB: 5, users: 14 } };
    const theirs = bobSaved({ inputs: { storedTB: 5, users: 12 } }, saved);
    expect(stateAfter(initialState(draft), [type("users", 14), theirs]).conflicts).toHaveProperty(["input users"]);
    expect(stateAfter(initialState(draft), [type("users", 14), leave, theirs]).conflicts).toEqual({});
  });

  it("keeps a text that could not be taken, and asks before it overwrites theirs", () => {
    const state = stateAfter(initialState(draft), [
      { kind: "refuse", key: "users", text: "many", message: "no" },
      leave,
      bobSaved({ inputs: { storedTB: 5, users: 12 } }),
      type("users", 15),
    ]);
    expect(state.draft.inputs.users).toBe(12);
    expect(state.conflicts["input users"]).toMatchObject({ mine: 15, theirs: 12 });
  });

  it("keeps figures out of what is saved that do not fit together with theirs", () => {
    // Together more than 20: against the rule of this test.
    const check: CheckInputs = ({ users = 0, storedTB = 0 }) =>
      Number(users) + Number(storedTB) > 20 ? [{ key: "users", message: "too much" }] : [];
    const state = stateAfter(
      initialState(draft),
      [type("users", 14), bobSaved({ inputs: { storedTB: 9, users: 10 } })],
      check,
    );
    expect(state.typed).toEqual({ storedTB: 9, users: 14 });
    expect(state.draft.inputs).toEqual({ storedTB: 9, users: 10 });
    expect(state.rules).toEqual([{ key: "users", message: "too much" }]);
  });

  it("asks about notes, lines and settings as well, and puts either in place", () => {
    const line: CustomLine = {
      id: "a",
      label: "Audit",
      category: "compliance",
      architectures: ["cloud"],
      kind: "once",
      amount: 1,
    };
    const withLine = { ...draft, customLines: [line] };
    const asked = stateAfter(initialState(withLine), [
      { kind: "rename", name: "Mine" },
      { kind: "note", key: "users", field: "note", text: "mine" },
      { kind: "changeLine", place: 0, line: { ...line, amount: 2 } },
      bobSaved({ name: "Theirs", notes: { users: { note: "theirs" } }, customLines: [] }, withLine),
    ]);
    expect(asked.draft).toMatchObject({ name: "Theirs", notes: { users: { note: "theirs" } }, customLines: [] });
    expect(Object.keys(asked.conflicts).sort()).toEqual(["line a", "name", "note users note"]);
    const mine = stateAfter(
      asked,
      Object.keys(asked.conflicts).map((place): ModelChange => ({ kind: "keepMine", place })),
    );
    expect(mine.draft).toEqual({
      ...draft,
      name: "Mine",
      notes: { users: { note: "mine" } },
      customLines: [{ ...line, amount: 2 }],
    });
  });
});

describe("undoing after somebody else's save", () => {
  it("takes back what was done here and leaves what they did", () => {
    const done = stateAfter(initialState(draft), [
      type("storedTB", 6),
      leave,
      type("egressTB", 3),
      leave,
      bobSaved({ inputs: { storedTB: 5, users: 12 } }),
    ]);
    const once = stateAfter(done, [{ kind: "undo" }]);
    expect(once.draft.inputs).toEqual({ storedTB: 6, users: 12 });
    const twice = stateAfter(once, [{ kind: "undo" }]);
    expect(twice.draft.inputs).toEqual({ storedTB: 5, users: 12 });
    expect(stateAfter(twice, [{ kind: "redo" }, { kind: "redo" }]).draft.inputs).toEqual({
      storedTB: 6,
      users: 12,
      egressTB: 3,
    });
  });

  it("does not reach an input that they have set since, and drops the step that is thereby empty", () => {
    // Typed here, saved, and then set by Bob.
    const saved = { ...draft, inputs: { storedTB: 5, users: 14 } };
    const state = stateAfter(initialState(draft), [
      type("users", 14),
      leave,
      bobSaved({ inputs: { storedTB: 5, users: 12 } }, saved),
    ]);
    expect(state.draft.inputs.users).toBe(12);
    expect(state.past).toEqual([]);
    expect(stateAfter(state, [{ kind: "undo" }]).draft.inputs.users).toBe(12);
  });

  it("redoes nothing over theirs either", () => {
    const state = stateAfter(initialState(draft), [
      type("users", 14),
      leave,
      { kind: "undo" },
      bobSaved({ inputs: { storedTB: 5, users: 12 } }),
      { kind: "redo" },
    ]);
    expect(state.draft.inputs.users).toBe(12);
  });
});

describe("a currency whose figures were kept", () => {
  const euros = { currency: "EUR", currencyRate: 0.5, currencyRateDate: "2027-01-15" };
  const toEuros: ModelChange = {
    kind: "currency",
    currency: "EUR",
    rate: 0.5,
    rateDate: "2027-01-15",
    isConverted: false,
  };

  it("is still to be told where somebody else saved other figures, and is not where they changed the currency", () => {
    const kept = stateAfter(initialState(draft), [toEuros]);
    expect(stateAfter(kept, [bobSaved({ name: "Theirs" })]).kept).toBe(0.5);
    const asked = stateAfter(kept, [bobSaved({ ...euros, currencyRate: 0.4 })]);
    expect([asked.kept, asked.draft.currencyRate]).toEqual([1, 0.4]);
    // Mine is put over theirs by converting, so nothing is kept.
    const mine = stateAfter(asked, [{ kind: "keepMine", place: "currency" }]);
    expect([mine.kept, mine.draft.currencyRate]).toEqual([1, 0.5]);
    expect(stateAfter(asked, [{ kind: "undo" }]).kept).toBe(1);
  });
});
