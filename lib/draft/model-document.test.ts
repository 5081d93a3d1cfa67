import { expect, it } from "vitest";
import { blankDraft } from "@/test/figures/blank-draft";
import { digestText } from "./model-document";

const textOf = (billLines: (typeof blankDraft)["billLines"]) =>
  digestText({ modelVersion: 1, model: { ...blankDraft, billLines, templateKey: null }, scenarios: [] });

it("is the text of before there were bills for a model without one, and another with one", () => {
  expect(JSON.parse(textOf([])).model).not.toHaveProperty("billLines");
  expect(JSON.parse(textOf([{ label: "S3", amount: 1 }])).model.billLines).toEqual([{ amount: 1, label: "S3" }]);
});
