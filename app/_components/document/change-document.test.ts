import { describe, expect, it } from "vitest";
import type { CurrencyPart } from "@/lib/draft/model-parts";
import { inputPlace, linePlace, notePlace, type Place } from "@/lib/draft/place";
import { PlaceMap } from "@/lib/draft/place-map";
import type { InputKey } from "@/lib/model/inputs";
import { blankDraft } from "@/test/figures/blank-draft";
import { auditLine } from "@/test/figures/some-rows";
import { changeDocument } from "./change-document";
import { initialState } from "./document-state";
import { type ModelChange, type ModelState, modelKind, type OpenModel, relabelled } from "./model-kind";

const draft: OpenModel = { ...blankDraft, inputs: { storedTB: 5 }, kept: 1 };
const kind = modelKind(() => []);
const changed = (state: ModelState, change: ModelChange) => changeDocument(kind, state, change);
const put = (place: Place, value: unknown): ModelChange => ({ kind: "put", place, value });
const type = (key: InputKey, value: number) => put(inputPlace(key), value);
const refuse = (key: InputKey, text: string): ModelChange => ({
  kind: "refuse",
  place: inputPlace(key),
  text,
  message: "not a number",
});

const refusedUsers = (text: string) => new PlaceMap([[inputPlace("users"), { text, message: "not a number" }]]);

describe("a figure that is typed", () => {
  it("becomes part of the draft", () => {
    const state = changed(initialState(draft), type("users", 7));
    expect(state.draft.inputs).toEqual({ storedTB: 5, users: 7 });
  });

  it("is dropped from the draft where it is the default again", () => {
    const typed = changed(initialState(draft), type("users", 7));
    expect(changed(typed, type("users", 50_000)).draft.inputs).toEqual({
      storedTB: 5,
    });
    expect(changed(typed, { kind: "reset", keys: ["users"] }).draft.inputs).toEqual({ storedTB: 5 });
  });

  it("leaves the draft as it is, object and all, where nothing that can be saved changes", () => {
    const state = initialState(draft);
    const refused = changed(state, refuse("users", "x"));
    expect(refused.draft).toBe(draft);
    expect(refused.refused).toEqual(refusedUsers("x"));
    const again = changed(refused, type("storedTB", 5));
    expect(again.draft).toBe(draft);
    expect(again.refused).toEqual(refusedUsers("x"));
  });

  it("is no longer refused once it is good", () => {
    const refused = changed(initialState(draft), refuse("users", "x"));
    expect(changed(refused, type("users", 7)).refused.size).toBe(0);
  });
});

it("forgets what was typed where the whole is replaced", () => {
  const typed = changed(initialState(draft), refuse("users", "x"));
  const theirs = { ...draft, inputs: { users: 9 } };
  expect(changed(typed, { kind: "replace", draft: theirs })).toEqual({
    draft: theirs,
    typed: theirs,
    refused: new PlaceMap(),
    faults: [],
    version: 1,
    past: [],
    future: [],
    field: null,
    conflicts: new PlaceMap(),
    followed: new PlaceMap(),
  });
});

/** The state after one change after another. */
const stateAfter = (...changes: ModelChange[]) =>
  changes.reduce((state, change) => changed(state, change), initialState(draft));
const line = auditLine;

describe("undoing", () => {
  const typing: ModelChange[] = [type("users", 1), type("users", 12)];

  it("takes back all that was typed into a field until it was left, and brings it again", () => {
    const state = stateAfter(...typing, { kind: "leave" }, type("users", 99));
    const once = changed(state, { kind: "undo" });
    expect(once.draft.inputs.users).toBe(12);
    const twice = changed(once, { kind: "undo" });
    expect(twice.draft).toBe(draft);
    expect(changed(twice, { kind: "undo" })).toBe(twice);
    const again = changed(changed(twice, { kind: "redo" }), { kind: "redo" });
    expect(again.draft.inputs).toEqual({ storedTB: 5, users: 99 });
    expect(again.future).toEqual([]);
  });

  it("counts two fields as two steps, and drops what was undone when something else is done", () => {
    const state = stateAfter(...typing, type("egressTB", 3), { kind: "undo" });
    expect(state.draft.inputs).toEqual({ storedTB: 5, users: 12 });
    const other = changed(state, put({ kind: "name" }, "Another"));
    expect(other.future).toEqual([]);
    expect(changed(other, { kind: "redo" })).toBe(other);
  });

  it("reaches names, notes, own lines, months and resets", () => {
    const changes: ModelChange[] = [
      put({ kind: "name" }, "Another"),
      put(notePlace("users", "source"), "Sales, March"),
      put(linePlace(line), line),
      put(linePlace(line), { ...line, amount: 2_000 }),
      put(linePlace(line), undefined),
      put({ kind: "startMonth" }, "2028-03"),
      put({ kind: "fiscalYearStart" }, 4),
      { kind: "reset", keys: ["storedTB"] },
    ];
    const states = [initialState(draft)];
    for (const change of changes) states.push(changed(states.at(-1) as ModelState, change));
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
      state = changed(state, { kind: "undo" });
      expect(state.draft).toEqual(earlier.draft);
    }
  });

  it("takes a text that was typed letter by letter back as a whole", () => {
    for (const place of [{ kind: "name" }, { kind: "description" }, notePlace("users", "note")] as const) {
      const state = stateAfter(put(place, "F"), put(place, "Fo"), put(place, "For"), { kind: "undo" });
      expect(state.draft).toEqual(draft);
    }
  });

  it("brings a text back that could not be taken, and takes it away", () => {
    const refused = refuse("users", "many");
    expect(stateAfter(refused, { kind: "undo" }).refused.size).toBe(0);
    expect(stateAfter(refused, { kind: "undo" }, { kind: "redo" }).refused).toEqual(refusedUsers("many"));
  });

  it("notes no step where nothing changed", () => {
    expect(stateAfter(type("storedTB", 5)).past).toEqual([]);
  });
});

it("an emptied note is no note", () => {
  const noted = stateAfter(put(notePlace("users", "note"), "A guess"), put(notePlace("users", "note"), " "));
  expect(noted.draft.notes).toEqual({});
});

describe("another currency", () => {
  const typed: ModelChange[] = [type("cloudComplianceAnnual", 40_000), put(linePlace(line), line)];
  const euros = { currency: "EUR", currencyRate: 0.5, currencyRateDate: "2027-01-15" };
  const convert = (part: CurrencyPart) => put({ kind: "currency" }, part);
  const relabel = (part: CurrencyPart): ModelChange => ({
    kind: "relabel",
    relabel: (model) => relabelled(model, part),
  });

  it("converts what was typed: 40,000 and 1,000 dollars are 20,000 and 500 at a half", () => {
    const { draft: converted } = stateAfter(...typed, convert(euros));
    expect(converted).toMatchObject(euros);
    expect(converted.inputs).toEqual({ storedTB: 5, cloudComplianceAnnual: 20_000 });
    expect(converted.customLines).toEqual([{ ...line, amount: 500 }]);
  });

  it("or keeps the figures and calls them by the other name", () => {
    const { draft: kept } = stateAfter(...typed, relabel(euros));
    expect(kept.inputs).toEqual({ storedTB: 5, cloudComplianceAnnual: 40_000 });
    expect(kept.customLines).toEqual([line]);
    expect(kept).toMatchObject(euros);
  });

  it("has its own defaults: 15,000 of what is 30,000 dollars is the default, and 30,000 is not", () => {
    const typeAfter = (value: number) => stateAfter(convert(euros), type("cloudComplianceAnnual", value)).draft.inputs;
    expect(typeAfter(15_000)).toEqual({ storedTB: 5 });
    expect(typeAfter(30_000)).toEqual({
      storedTB: 5,
      cloudComplianceAnnual: 30_000,
    });
  });

  it("says over which part of the rates figures were kept, also once it is undone and done again", () => {
    const kept = stateAfter(relabel(euros));
    expect(kept.draft.kept).toBe(0.5);
    const pounds = { currency: "GBP", currencyRate: 0.4, currencyRateDate: "2027-01-15" };
    const converted = changed(kept, convert(pounds));
    expect(converted.draft.kept).toBe(0.5);
    const undone = changed(changed(converted, { kind: "undo" }), { kind: "undo" });
    expect(undone.draft.kept).toBe(1);
    expect(changed(undone, { kind: "redo" }).draft.kept).toBe(0.5);
    // Half a euro, then two fifths of a pound: 0.4 pounds for a dollar in all.
    expect(changed(kept, relabel(pounds)).draft.kept).toBeCloseTo(0.4, 12);
  });

  it("is undone whole", () => {
    const before = stateAfter(...typed);
    const undone = changed(changed(before, convert(euros)), { kind: "undo" });
    expect(undone.draft).toBe(before.draft);
    expect(undone.typed).toBe(before.typed);
    expect(undone.typed.inputs).toEqual({ storedTB: 5, cloudComplianceAnnual: 40_000 });
  });
});
