import { expect, it } from "vitest";
import { checkDraft } from "@/lib/schemas/draft";
import { blankDraft } from "@/test/figures/blank-draft";
import type { ModelDraft } from "./model";
import { modelParts } from "./model-parts";
import { withoutRefused } from "./without-refused";

const base: ModelDraft = {
  ...blankDraft,
  notes: { users: { range: { kind: "range", low: 40_000, high: 60_000 } } },
};

/** What of a draft can be saved on top of the base, as a page finds out: by what the server says is wrong. */
function savable(draft: ModelDraft): ModelDraft | null {
  const checked = checkDraft(draft);
  return checked.ok ? draft : withoutRefused(modelParts, draft, base, checked.faults);
}

it("of a value that leaves its range the value waits, and the rest is saved", () => {
  const rest = { ...base, description: "Typed on" };
  expect(savable({ ...rest, inputs: { users: 70_000 } })).toEqual(rest);
});

it("of a range that does not hold the value the range waits, and the rest is saved", () => {
  const rest = { ...base, inputs: { pue: 1.3 }, trials: 1_000 };
  const notes: ModelDraft["notes"] = {
    users: { range: { kind: "range", low: 55_000, high: 60_000 }, evidence: "measured" },
  };
  expect(savable({ ...rest, notes })).toEqual({
    ...rest,
    notes: { users: { ...base.notes.users, evidence: "measured" } },
  });
});

it("what is wrong with how trials are drawn waits too", () => {
  const drivers = { pay: "none", energy: "weak" as never } as const;
  expect(savable({ ...base, seed: -1, drivers })).toEqual({ ...base, drivers: { pay: "none" } });
});

it("a row that is wrong waits, and the other rows of its table are saved", () => {
  const rack = { id: "a", label: "Rack A", what: "server", count: 1 } as const;
  const wrong = { id: "b", label: "Rack B", what: "server", count: 0.5 } as const;
  expect(savable({ ...base, register: [wrong, rack] })).toEqual({ ...base, register: [rack] });
});

it("kinds whose shares do not sum to 1 wait all together, and the rest is saved", () => {
  const kinds = [
    { id: "a", label: "Phones", share: 0.5 },
    { id: "b", label: "Boxes", share: 0.4 },
  ];
  expect(savable({ ...base, description: "Typed on", participantKinds: kinds })).toEqual({
    ...base,
    description: "Typed on",
  });
});
