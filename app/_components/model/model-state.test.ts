import { describe, expect, it } from "vitest";
import type { ModelDraft } from "@/lib/schemas/model";
import { changeModel, initialState } from "./model-state";

const draft: ModelDraft = {
  name: "A service",
  description: "",
  startMonth: "2027-01",
  currency: "USD",
  currencyRate: 1,
  currencyRateDate: null,
  inputs: { storedTB: 5 },
  customLines: [],
  notes: {},
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
    expect(changeModel(typed, { kind: "reset", key: "users" }, fine).draft.inputs).toEqual({ storedTB: 5 });
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
  });
});
