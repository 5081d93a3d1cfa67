import { expect, it } from "vitest";
import { figureDifferences } from "@/app/_components/document/figure-differences";
import type { ModelDraft } from "@/lib/draft/model";
import { input, inputList } from "@/lib/model/inputs";
import { blankDraft } from "@/test/figures/blank-draft";
import { describeInput, inputText } from "./describe-input";

it("names what runs today as its field does", () => {
  expect(["none", "onPremises"].map((value) => describeInput(input.currentArchitecture, value, "USD"))).toEqual([
    "Nothing",
    "Own servers",
  ]);
});

it("prints the key of no choice", () => {
  const choices = inputList.filter((declared) => declared.format === "choice");
  expect(choices.length).toBeGreaterThan(0);
  for (const declared of choices) {
    for (const value of declared.choices) expect(inputText(declared, value), value).not.toBe(value);
  }
});

it("compares choices by their names", () => {
  const [today, next] = [blankDraft, { ...blankDraft, inputs: { currentArchitecture: "peerToPeer" } }] as [
    ModelDraft,
    ModelDraft,
  ];
  expect(figureDifferences(today, next)).toMatchObject([{ now: "Nothing", next: "Peer to peer" }]);
});
