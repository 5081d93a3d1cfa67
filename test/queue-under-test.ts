import { afterEach, beforeEach, vi } from "vitest";
import { draftOf } from "@/app/_components/document/model-kind";
import { SaveQueue, type SaveState } from "@/app/_components/document/saving/save-queue";
import { differingPlaces } from "@/lib/draft/document-parts";
import { merge } from "@/lib/draft/merge";
import type { CostModelFull, ModelDraft } from "@/lib/draft/model";
import { modelParts } from "@/lib/draft/model-parts";
import type { SaveOutcome } from "@/lib/draft/save-outcome";
import { withoutRefused } from "@/lib/draft/without-refused";
import { blankDraft } from "@/test/figures/blank-draft";
import { storedModel } from "@/test/figures/stored-model";

export const draft = (users: number): ModelDraft => ({ ...blankDraft, inputs: { users, storedTB: 5 } });

export const stored = (revision: number, held: ModelDraft): CostModelFull => storedModel(held, revision);

/** A queue whose saves wait until the test answers them, and what holds the newest that was typed. */
export function queueUnderTest(revision = 1, base = draft(0)) {
  const theirs: { theirs: CostModelFull; base: ModelDraft }[] = [];
  const sent: {
    revision: number;
    draft: ModelDraft;
    base: ModelDraft;
    answer: (outcome: SaveOutcome<CostModelFull>) => void;
    fail: (error?: Error) => void;
  }[] = [];
  const states: SaveState[] = [];
  const landed: unknown[] = [];
  let held = base;
  const queue = new SaveQueue<ModelDraft, CostModelFull>({
    base,
    revision,
    save: (given, what, over) =>
      new Promise((answer, reject) => {
        sent.push({
          revision: given,
          draft: what,
          base: over,
          answer,
          fail: (error = new TypeError("no network")) => reject(error),
        });
      }),
    onState: (state) => states.push(state),
    onSaved: (mine, { revision: number, changedAt }) => landed.push({ ...mine, revision: number, changedAt }),
    draftOf,
    isSame: (one, other) => differingPlaces(modelParts, one, other).length === 0,
    merge: (from, there, current) => {
      theirs.push({ theirs: current, base: from });
      held = merge<ModelDraft>(modelParts, from, held, there).draft;
      return held;
    },
    without: (mine, before, faults) => withoutRefused(modelParts, mine, before, faults),
  });
  const change = (typed: ModelDraft) => {
    held = typed;
    queue.change(typed);
  };
  return { queue, change, sent, landed, theirs, last: () => states.at(-1) };
}

export const saved = (revision: number): SaveOutcome<CostModelFull> => ({
  kind: "saved",
  revision,
  changedAt: "2027-01-01T12:04:00.000Z",
});
export const settle = () => vi.advanceTimersByTimeAsync(0);

/** What waits in these tests waits on a clock that they move. */
export function onOwnClock(): void {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
}
