import { expect, it } from "vitest";
import { canonicalJson } from "@/lib/text/canonical-json";
import { blankDraft } from "@/test/figures/blank-draft";
import { type DocumentedModel, digestPieces } from "./model-document";

const textOf = (documented: DocumentedModel) => [...digestPieces(documented)].join("");
const ofBill = (billLines: (typeof blankDraft)["billLines"]) =>
  textOf({ modelVersion: 1, model: { ...blankDraft, billLines, templateKey: null }, scenarios: [] });

it("is the text of before there were bills for a model without one, and another with one", () => {
  expect(JSON.parse(ofBill([])).model).not.toHaveProperty("billLines");
  expect(JSON.parse(ofBill([{ label: "S3", amount: 1 }])).model.billLines).toEqual([{ amount: 1, label: "S3" }]);
});

it.each([0, 1, 3])("is one text of canonical JSON with %i scenarios", (count) => {
  const scenarios = Array.from({ length: count }, (_, place) => ({ name: `S${place}`, inputs: { users: 10 + place } }));
  const model = { ...blankDraft, billLines: [{ label: "S3", amount: 1 }], templateKey: null };
  expect(textOf({ modelVersion: 1, model, scenarios })).toBe(canonicalJson({ modelVersion: 1, model, scenarios }));
});
