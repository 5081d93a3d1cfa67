import { expect, it, vi } from "vitest";
import { payInputs } from "@/lib/model/pay/pay";
import type { LinkedModel } from "@/lib/server/sharing/linked-model";
import { blankDraft } from "@/test/figures/blank-draft";
import { shownInputs } from "./shown-inputs";
import { versionDifferences } from "./version-differences";

// As if the present version were the second, and the first these inputs alone: what was released may change, this test not. Wages grow by what tells of pay, data stored does not.
vi.mock("@/lib/model/version", () => ({ modelVersion: 2 }));
vi.mock("@/lib/model/released/older-versions", () => ({
  olderVersions: new Map([
    [
      1,
      [
        { key: "storedTB", default: 70, min: 0, max: 1_000_000, integer: false },
        { key: "wageInflation", default: 0.01, min: -0.2, max: 1, integer: false },
      ],
    ],
  ]),
}));

/** As a link reads it: the defaults of its version that are others today are among the inputs. */
const linked: LinkedModel = {
  ...blankDraft,
  name: "Patches",
  inputs: { users: 60_000, storedTB: 70, wageInflation: 0.01 },
  templateKey: null,
  modelVersion: 1,
  revision: 1,
  isFrozen: false,
  changedAt: "2026-11-01T12:00:00.000Z",
  expiresAt: "2026-12-01T12:00:00.000Z",
  leavesOutPay: false,
  leavesOutNotes: false,
  leavesOutComments: true,
};
const keysOf = (model: LinkedModel) => versionDifferences(model).map(({ key }) => key);

it("a link names the defaults of then that are others today, with both", () => {
  expect(keysOf(linked).toSorted()).toEqual(["storedTB", "wageInflation"]);
  const stored = versionDifferences(linked).find(({ key }) => key === "storedTB");
  expect(stored?.now).toMatch(/^70\b/);
  expect(stored?.next).toMatch(/^100\b/);
});

it("a figure of the model's own is no default of then", () => {
  expect(keysOf({ ...linked, inputs: { ...linked.inputs, storedTB: 80 } })).toEqual(["wageInflation"]);
});

it("pay is not among them where the link leaves it out", () => {
  expect(payInputs).toContain("wageInflation");
  expect(keysOf({ ...linked, leavesOutPay: true })).toEqual(["storedTB"]);
});

it("a default of then that tells of pay is not shown as the model's own figure where pay is left out", () => {
  expect(Object.keys(shownInputs(linked))).toEqual(["users", "storedTB", "wageInflation"]);
  expect(Object.keys(shownInputs({ ...linked, leavesOutPay: true }))).toEqual(["users", "storedTB"]);
});

it("a model of the present version has none", () => {
  expect(keysOf({ ...linked, modelVersion: 2 })).toEqual([]);
});
