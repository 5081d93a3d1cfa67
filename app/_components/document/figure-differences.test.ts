import { expect, it } from "vitest";
import type { ModelDraft } from "@/lib/draft/model";
import { blankDraft } from "@/test/figures/blank-draft";
import { figureDifferences } from "./figure-differences";

it("names ranges, evidence and what says how trials are drawn, each as both drafts have it", () => {
  const now: ModelDraft = {
    ...blankDraft,
    notes: { users: { note: "Counted", range: { kind: "range", low: 40_000, high: 60_000 } } },
  };
  const next: ModelDraft = {
    ...blankDraft,
    notes: {
      users: { note: "Counted", range: { kind: "uniform", least: 1_000, greatest: 90_000 }, evidence: "certain" },
      serverPrice: { range: { kind: "samples", values: [12_000, 15_000, 13_500, 14_500, 16_000] } },
      sites: { range: { kind: "choices", values: [1, 2], weights: [3, 0.5] } },
    },
    drivers: { pay: "some" },
    trials: 100_000,
    seed: 7,
  };
  expect(figureDifferences(now, next).map(({ label, now, next }) => [label, now, next])).toEqual([
    ["Range of Users", "40,000 to 60,000 users in 8 of 10 cases", "evenly from 1,000 to 90,000 users"],
    ["Evidence for Users", "as usual", "contracted"],
    ["Range of Price of a server", "as usual", "5 measurements from 12,000 to 16,000 USD"],
    ["Range of Sites that each carry the whole load", "as usual", "1 or 2 sites, weights 3 : 0.5"],
    ["Number of trials", "10,000", "100,000"],
    ["Seed of the trials", "1", "7"],
    ["Strength of “Pay level of the place and employer”", "strong", "some"],
  ]);
});
