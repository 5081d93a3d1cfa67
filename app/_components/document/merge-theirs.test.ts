import { describe, expect, it } from "vitest";
import type { ModelDraft } from "@/lib/draft/model";
import { inputPlace, linePlace, namePlace, notePlace, type Place } from "@/lib/draft/place";
import { PlaceMap } from "@/lib/draft/place-map";
import { blankDraft } from "@/test/figures/blank-draft";
import { auditLine } from "@/test/figures/some-rows";
import { changeDocument } from "./change-document";
import { initialState } from "./document-state";
import { mergeTheirs } from "./merge-theirs";
import {
  type CheckInputs,
  type ModelChange,
  type ModelState,
  modelKind,
  type OpenModel,
  relabelled,
} from "./model-kind";

const draft: OpenModel = { ...blankDraft, inputs: { storedTB: 5, users: 10 }, kept: 1 };
const fine = () => [];

/** What another person saved over `base`. */
type Theirs = Parameters<typeof mergeTheirs<OpenModel>>[2];

function stateAfter(given: ModelState, changes: (ModelChange | Theirs)[], check: CheckInputs = fine): ModelState {
  const kind = modelKind(check);
  return changes.reduce(
    (state, change) => ("by" in change ? mergeTheirs(kind, state, change) : changeDocument(kind, state, change)),
    given,
  );
}

const users = inputPlace("users");
const put = (place: Place, value: unknown): ModelChange => ({ kind: "put", place, value });
const type = (key: "users" | "storedTB" | "egressTB", value: number) => put(inputPlace(key), value);
const keepMine = (place: Place): ModelChange => ({ kind: "keepMine", place });
const leave: ModelChange = { kind: "leave" };
const bobSaved = (theirs: Partial<ModelDraft>, base = draft): Theirs => ({
  base,
  theirs: { ...base, ...theirs },
  by: "Bob",
});
const asked = (mine: unknown, theirs: unknown) => new PlaceMap([[users, { mine, theirs, by: "Bob" }]]);

describe("another person's save", () => {
  it("joins what was typed here, and makes only the fields that it changed forget their texts", () => {
    const state = stateAfter(initialState(draft), [
      type("storedTB", 6),
      bobSaved({ inputs: { storedTB: 5, users: 12 } }),
    ]);
    expect(state.draft.inputs).toEqual({ storedTB: 6, users: 12 });
    expect([state.conflicts.size, state.version]).toEqual([0, 0]);
    expect([...state.followed]).toEqual([[users, 1]]);
  });

  it("asks about an input that both changed; theirs is in use until it is decided", () => {
    const open = stateAfter(initialState(draft), [
      type("users", 14),
      leave,
      bobSaved({ inputs: { storedTB: 5, users: 12 } }),
    ]);
    expect(open.draft.inputs.users).toBe(12);
    expect(open.conflicts).toEqual(asked(14, 12));

    const mine = stateAfter(open, [keepMine(users)]);
    expect([mine.draft.inputs.users, mine.conflicts.size]).toEqual([14, 0]);
    expect(stateAfter(mine, [{ kind: "undo" }]).draft.inputs.users).toBe(12);

    const theirs = stateAfter(open, [{ kind: "takeTheirs", place: users }]);
    expect([theirs.draft.inputs.users, theirs.conflicts.size]).toEqual([12, 0]);
    expect(theirs.followed.get(users)).toBe(1);
  });

  it("puts what is typed on into the open question, and follows what they set meanwhile", () => {
    const first = { storedTB: 5, users: 12 };
    const state = stateAfter(initialState(draft), [
      type("users", 14),
      bobSaved({ inputs: first }),
      type("users", 140),
      bobSaved({ inputs: { storedTB: 5, users: 13 } }, { ...draft, inputs: first }),
    ]);
    expect(state.draft.inputs.users).toBe(13);
    expect(state.conflicts).toEqual(asked(140, 13));
    const agreed = stateAfter(state, [
      bobSaved({ inputs: { storedTB: 5, users: 140 } }, { ...draft, inputs: { storedTB: 5, users: 13 } }),
    ]);
    expect(agreed.conflicts.size).toBe(0);
  });

  it("asks too while the field is being typed in, though what was typed is saved", () => {
    const saved = { ...draft, inputs: { storedTB: 5, users: 14 } };
    const theirs = bobSaved({ inputs: { storedTB: 5, users: 12 } }, saved);
    expect(stateAfter(initialState(draft), [type("users", 14), theirs]).conflicts.has(users)).toBe(true);
    expect(stateAfter(initialState(draft), [type("users", 14), leave, theirs]).conflicts.size).toBe(0);
  });

  it("keeps a text that could not be taken, and asks before it overwrites theirs", () => {
    const state = stateAfter(initialState(draft), [
      { kind: "refuse", place: users, text: "many", message: "no" },
      leave,
      bobSaved({ inputs: { storedTB: 5, users: 12 } }),
      type("users", 15),
    ]);
    expect(state.draft.inputs.users).toBe(12);
    expect(state.conflicts).toEqual(asked(15, 12));
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
    expect(state.typed.inputs).toEqual({ storedTB: 9, users: 14 });
    expect(state.draft.inputs).toEqual({ storedTB: 9, users: 10 });
    expect(state.faults).toEqual([{ key: "users", message: "too much" }]);
  });

  it("asks about notes, lines and settings as well, and puts either in place", () => {
    const line = { ...auditLine, amount: 1 };
    const withLine = { ...draft, customLines: [line] };
    const open = stateAfter(initialState(withLine), [
      put(namePlace, "Mine"),
      put(notePlace("users", "note"), "mine"),
      put(linePlace(line), { ...line, amount: 2 }),
      bobSaved({ name: "Theirs", notes: { users: { note: "theirs" } }, customLines: [] }, withLine),
    ]);
    expect(open.draft).toMatchObject({ name: "Theirs", notes: { users: { note: "theirs" } }, customLines: [] });
    const places = [namePlace, notePlace("users", "note"), linePlace(line)];
    expect([...open.conflicts].map(([place]) => place)).toEqual(places);
    const mine = stateAfter(open, places.map(keepMine));
    expect(mine.draft).toEqual({
      ...draft,
      name: "Mine",
      notes: { users: { note: "mine" } },
      customLines: [{ ...line, amount: 2 }],
    });
  });
});

it("is decided by what is chosen at one stroke while the question is open", () => {
  const place: Place = { kind: "startMonth" };
  const decided = stateAfter(initialState(draft), [
    put(place, "2028-01"),
    bobSaved({ startMonth: "2029-01" }),
    put(place, "2030-01"),
  ]);
  expect([decided.draft.startMonth, decided.conflicts.size]).toEqual(["2030-01", 0]);
});

describe("undoing after another person's save", () => {
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
  const toEuros: ModelChange = { kind: "relabel", relabel: (model) => relabelled(model, euros) };

  it("is still to be told where another person saved other figures, and is not where they changed the currency", () => {
    const kept = stateAfter(initialState(draft), [toEuros]);
    expect(stateAfter(kept, [bobSaved({ name: "Theirs" })]).draft.kept).toBe(0.5);
    const open = stateAfter(kept, [bobSaved({ ...euros, currencyRate: 0.4 })]);
    expect([open.draft.kept, open.draft.currencyRate]).toEqual([1, 0.4]);
    // Mine is put over theirs by converting, so nothing is kept.
    const mine = stateAfter(open, [keepMine({ kind: "currency" })]);
    expect([mine.draft.kept, mine.draft.currencyRate]).toEqual([1, 0.5]);
    expect(stateAfter(open, [{ kind: "undo" }]).draft.kept).toBe(1);
  });
});
