import { expect, it } from "vitest";
import { type DocumentedModel, documentFormat } from "@/lib/draft/model-document";
import { modelVersion } from "@/lib/model/version";
import { digestOf } from "@/lib/server/files/digest";
import { blankDraft } from "@/test/figures/blank-draft";
import { isJson, readModelJson } from "./model-json";

const draft = {
  ...blankDraft,
  name: "Patches",
  description: "Two\nlines",
  inputs: { users: 70_000, discountRate: 0.1 + 0.2 },
  notes: { users: { note: "from the CRM", range: { kind: "range" as const, low: 50_000.5, high: 90_000 } } },
};
const documented: DocumentedModel = {
  modelVersion,
  model: { ...draft, templateKey: "games" },
  scenarios: [{ name: "More", inputs: { users: 90_000 } }],
};
const file = (changes: object = {}, of = documented) =>
  JSON.stringify({ $schema: "x", format: documentFormat, digest: digestOf(of), ...of, results: [], ...changes });
const read = (text: string, into = { ...blankDraft, name: "" }, isNew = true) =>
  readModelJson(text, into, { isNew, version: modelVersion }, digestOf);
const faults = (text: string) => {
  const outcome = read(text);
  return outcome.ok ? [] : outcome.faults.map(({ message }) => message);
};

it("gives the model again as it was, to the last bit, with its scenarios and version", () => {
  expect(read(file())).toEqual({
    ok: true,
    draft,
    templateKey: "games",
    version: modelVersion,
    scenarios: documented.scenarios,
  });
});

it("has a digest that rests on figures and not on the order in which they are stored", () => {
  const { modelVersion: version, model, scenarios } = documented;
  const turned = Object.fromEntries(Object.entries(model).reverse()) as typeof model;
  expect(digestOf({ scenarios, model: turned, modelVersion: version })).toBe(digestOf(documented));
  const other = { ...documented, model: { ...model, inputs: { ...model.inputs, users: 70_001 } } };
  expect(digestOf(other)).not.toBe(digestOf(documented));
});

it("reads a file of before there were bills", () => {
  const { billLines: _, ...of } = documented.model;
  expect(read(file({ model: of }))).toMatchObject({ ok: true, draft });
});

it("keeps name, description and dates of a model that there is, and takes no scenarios", () => {
  const own = { ...blankDraft, name: "Mine", description: "Own", startMonth: "2030-05", fiscalYearStart: 4 };
  expect(read(file(), own, false)).toEqual({
    ok: true,
    draft: { ...draft, name: "Mine", description: "Own", startMonth: "2030-05", fiscalYearStart: 4 },
    templateKey: "games",
  });
});

it.each([
  [file().replace("70000", "70001"), /figures of this file were changed after it was exported/],
  [file({ format: "other" }), /no model.json/],
  ['{"a":', /cannot be read as JSON/],
  ["{}", /no model.json/],
  [file({ model: [] }), /no model.json/],
  [file({ scenarios: [null] }), /no model.json/],
  [
    file({ model: { ...documented.model, description: "a lone \ud83d" } }),
    /holds a character that cannot be saved \(U\+D83D\), after “a lone”/,
  ],
  [file().replace('"format"', '"format":"x","format"'), /given twice/],
  [file({ modelVersion: modelVersion + 1 }), /of version .* this site has version/],
  [file({ modelVersion: "1" }), /does not say which version/],
  [file({}, { ...documented, model: { ...documented.model, inputs: { users: -1 } } }), /Users/],
  [file({}, { ...documented, scenarios: [{ name: "Base", inputs: {} }] }), /“Base” is what the model's own/],
  [
    file({}, { ...documented, scenarios: [documented.scenarios[0], documented.scenarios[0]] as never }),
    /Two scenarios/,
  ],
])("refuses what is wrong with a file: %#", (text, message) => {
  expect(faults(text)).toEqual([expect.stringMatching(message)]);
});

it("knows JSON from a table", () => {
  expect([' {"a":1}', '\ufeff{"a":1}', "key,value\n", "{"].map(isJson)).toEqual([true, true, false, true]);
});
