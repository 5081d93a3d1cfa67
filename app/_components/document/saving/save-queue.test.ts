import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { draftOf } from "@/app/_components/document/model-kind";
import { differingPlaces } from "@/lib/draft/document-parts";
import { merge } from "@/lib/draft/merge";
import type { CostModelFull, ModelDraft } from "@/lib/draft/model";
import { modelParts } from "@/lib/draft/model-parts";
import type { SaveOutcome } from "@/lib/draft/save-outcome";
import { withoutRefused } from "@/lib/draft/without-refused";
import { blankDraft } from "@/test/blank-draft";
import { storedModel } from "@/test/stored-model";
import { SaveQueue, type SaveState } from "./save-queue";

const draft = (users: number): ModelDraft => ({ ...blankDraft, inputs: { users, storedTB: 5 } });

const stored = (revision: number, held: ModelDraft): CostModelFull => storedModel(held, revision);

/** A queue whose saves wait until the test answers them, and what holds the newest that was typed. */
function queueUnderTest(revision = 1, base = draft(0)) {
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

const saved = (revision: number): SaveOutcome<CostModelFull> => ({
  kind: "saved",
  revision,
  changedAt: "2027-01-01T12:04:00.000Z",
});
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("saving as one types", () => {
  it("waits until typing rests, then sends the newest draft once", async () => {
    const { queue, change, sent, landed, last } = queueUnderTest();
    change(draft(1));
    await vi.advanceTimersByTimeAsync(500);
    change(draft(2));
    await vi.advanceTimersByTimeAsync(599);
    expect(sent).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent.map((one) => one.draft.inputs.users)).toEqual([2]);
    expect(last()).toEqual({ kind: "saving" });
    sent[0]?.answer(saved(2));
    await settle();
    expect(last()).toEqual({ kind: "saved", at: "2027-01-01T12:04:00.000Z" });
    expect(landed).toEqual([{ ...draft(2), revision: 2, changedAt: "2027-01-01T12:04:00.000Z" }]);
    expect(queue.isDirty).toBe(false);
  });

  it("has one save in flight, and sends what was typed meanwhile on the revision that came of it", async () => {
    const { change, sent } = queueUnderTest(7);
    change(draft(1));
    await vi.advanceTimersByTimeAsync(600);
    change(draft(2));
    change(draft(3));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sent).toHaveLength(1);
    sent[0]?.answer(saved(8));
    await vi.advanceTimersByTimeAsync(600);
    expect(sent.map((one) => [one.revision, one.draft.inputs.users])).toEqual([
      [7, 1],
      [8, 3],
    ]);
  });

  it("tries again with growing waits when the network is away, and loses nothing", async () => {
    const { queue, change, sent, last } = queueUnderTest();
    change(draft(1));
    await vi.advanceTimersByTimeAsync(600);
    sent[0]?.fail();
    await settle();
    expect(last()).toEqual({ kind: "failing", why: { kind: "offline" } });
    expect(queue.isDirty).toBe(true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toHaveLength(2);
    sent[1]?.fail();
    await vi.advanceTimersByTimeAsync(1_999);
    expect(sent).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toHaveLength(3);
    sent[2]?.fail();
    await settle();
    queue.flush();
    await settle();
    expect(sent).toHaveLength(4);
    sent[3]?.answer(saved(2));
    await settle();
    expect(last()?.kind).toBe("saved");
    expect(sent[3]?.draft.inputs.users).toBe(1);
  });
});

describe("a save that failed", () => {
  it("stays failing while it is tried again by itself, and says that it is being saved when asked to", async () => {
    const { queue, change, sent, last } = queueUnderTest();
    const failing = { kind: "failing", why: { kind: "offline" } };
    change(draft(1));
    await vi.advanceTimersByTimeAsync(600);
    sent[0]?.fail();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toHaveLength(2);
    expect(last()).toEqual(failing);
    queue.flush();
    expect(last()).toEqual({ kind: "saving" });
    sent[1]?.fail();
    await settle();
    change(draft(2));
    expect(last()).toEqual(failing);
    await vi.advanceTimersByTimeAsync(600);
    expect(last()).toEqual(failing);
    sent[2]?.answer(saved(2));
    await settle();
    expect(last()).toMatchObject({ kind: "saved" });
    change(draft(3));
    expect(last()).toEqual({ kind: "waiting" });
  });

  it("is called a fault of the server where the server answered, by the number of the request, and is tried again", async () => {
    const { change, sent, last } = queueUnderTest();
    change(draft(1));
    await vi.advanceTimersByTimeAsync(600);
    sent[0]?.fail(Object.assign(new Error("An error occurred"), { digest: "7b0f" }));
    await settle();
    expect(last()).toEqual({ kind: "failing", why: { kind: "server", requestId: "7b0f" } });
    await vi.advanceTimersByTimeAsync(1_000);
    sent[1]?.answer(saved(2));
    await settle();
    expect(last()?.kind).toBe("saved");
  });

  it("is refused in the server's words where another try would fare no better", async () => {
    const { queue, change, sent, last } = queueUnderTest();
    change(draft(1));
    await vi.advanceTimersByTimeAsync(600);
    sent[0]?.fail(new Error("What you sent is larger than 1 MB.\n"));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(last()).toEqual({ kind: "refused", message: "what you sent is larger than 1 MB." });
    expect(sent).toHaveLength(1);
    expect(queue.isDirty).toBe(true);
  });
});

describe("two people at once", () => {
  it("knows its own save again whose answer was lost", async () => {
    const { queue, change, sent, last } = queueUnderTest(1);
    change(draft(1));
    await vi.advanceTimersByTimeAsync(600);
    sent[0]?.fail();
    await vi.advanceTimersByTimeAsync(1_000);
    const inAnotherOrder = { ...draft(1), inputs: { storedTB: 5, users: 1 } };
    sent[1]?.answer({ kind: "stale", current: stored(2, inAnotherOrder) });
    await settle();
    expect(last()?.kind).toBe("saved");
    expect(queue.isDirty).toBe(false);
  });
});

describe("a refused save", () => {
  it("says why, keeps the draft, and does not send it again until it changes", async () => {
    const { queue, change, sent, last } = queueUnderTest();
    change(draft(1));
    await vi.advanceTimersByTimeAsync(600);
    sent[0]?.answer({ kind: "refused", message: "You can read this model but not change it." });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(last()).toEqual({ kind: "refused", message: "You can read this model but not change it." });
    expect(sent).toHaveLength(1);
    expect(queue.isDirty).toBe(true);
    change(draft(2));
    await vi.advanceTimersByTimeAsync(600);
    expect(sent).toHaveLength(2);
  });

  it("of one field saves what else was typed, says so, and asks before that field is left", async () => {
    const { queue, change, sent, last, landed } = queueUnderTest(1);
    const typed = { ...draft(7), name: "Refused", notes: { users: { note: "kept" } } };
    change(typed);
    await vi.advanceTimersByTimeAsync(600);
    sent[0]?.answer({ kind: "invalid", faults: [{ key: "name", message: "Name cannot be saved." }] });
    await settle();
    // The name is the one that stands on the server; all else is as typed.
    expect(sent[1]?.draft).toEqual({ ...typed, name: "A service" });
    sent[1]?.answer(saved(2));
    await settle();
    expect(last()).toEqual({ kind: "refused", message: "Name cannot be saved. Everything else is saved." });
    expect(landed).toEqual([expect.objectContaining({ revision: 2, name: "A service" })]);
    expect(queue.isDirty).toBe(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(2);
    change({ ...typed, name: "Mended" });
    await vi.advanceTimersByTimeAsync(600);
    expect([sent[2]?.revision, sent[2]?.draft.name]).toEqual([2, "Mended"]);
    sent[2]?.answer(saved(3));
    await settle();
    expect(last()?.kind).toBe("saved");
    expect(queue.isDirty).toBe(false);
  });

  it("of what was typed while the rest was on its way sends the newest", async () => {
    const { change, sent } = queueUnderTest(1);
    change({ ...draft(7), name: "Refused" });
    await vi.advanceTimersByTimeAsync(600);
    sent[0]?.answer({ kind: "invalid", faults: [{ key: "name", message: "Name cannot be saved." }] });
    await settle();
    change({ ...draft(8), name: "Mended" });
    sent[1]?.answer(saved(2));
    await vi.advanceTimersByTimeAsync(600);
    expect([sent[2]?.revision, sent[2]?.draft.name, sent[2]?.draft.inputs.users]).toEqual([2, "Mended", 8]);
  });

  it("sends no part where only what was refused was typed, or where the fault is about no field", async () => {
    for (const [typed, key] of [
      [{ ...draft(0), name: "Refused" }, "name"],
      [{ ...draft(7), name: "Refused" }, "form"],
    ] as const) {
      const { change, sent, last } = queueUnderTest(1);
      change(typed);
      await vi.advanceTimersByTimeAsync(600);
      sent[0]?.answer({ kind: "invalid", faults: [{ key, message: "No." }] });
      await vi.advanceTimersByTimeAsync(60_000);
      expect(sent).toHaveLength(1);
      expect(last()).toEqual({ kind: "refused", message: "No." });
    }
  });

  it("sends nothing once there is nothing to save to, whatever asks for it, and says whether something did not arrive", async () => {
    const { queue, change, sent, last } = queueUnderTest();
    change(draft(1));
    await vi.advanceTimersByTimeAsync(600);
    sent[0]?.fail();
    await settle();
    queue.end();
    expect(last()).toEqual({ kind: "ended", isUnsaved: true });
    queue.flush();
    change(draft(2));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    expect(last()).toEqual({ kind: "ended", isUnsaved: true });
    expect(queue.isDirty).toBe(true);
  });

  it("says that all arrived where the save that was under way at the end did", async () => {
    const { queue, change, sent, last } = queueUnderTest();
    change(draft(1));
    await vi.advanceTimersByTimeAsync(600);
    queue.end();
    expect(last()).toEqual({ kind: "ended", isUnsaved: true });
    sent[0]?.answer(saved(2));
    await settle();
    expect(last()).toEqual({ kind: "ended", isUnsaved: false });
  });
});

describe("two people at once, where their changes are merged", () => {
  const named = (name: string, users: number): ModelDraft => ({ ...draft(users), name });

  it("hands theirs over with what both began from, and sends the merged on their revision", async () => {
    const { change, sent, theirs, last } = queueUnderTest(1, draft(0));
    change(draft(1));
    await vi.advanceTimersByTimeAsync(600);
    // Typed while it is under way: that is merged too.
    change(draft(2));
    const current = stored(5, named("Bob's", 0));
    sent[0]?.answer({ kind: "stale", current });
    await settle();
    expect(theirs).toEqual([{ theirs: current, base: draft(0) }]);
    await vi.advanceTimersByTimeAsync(600);
    expect([sent[1]?.revision, sent[1]?.draft, sent[1]?.base]).toEqual([5, named("Bob's", 2), named("Bob's", 0)]);
    sent[1]?.answer(saved(6));
    await settle();
    expect(last()?.kind).toBe("saved");
  });

  it("saves nothing again where the merged is what they saved", async () => {
    const { queue, change, sent, last, theirs } = queueUnderTest(1, draft(0));
    const current = stored(2, draft(9));
    queue.heard(current);
    expect(theirs).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(0);
    expect(queue.isDirty).toBe(false);
    expect(last()).toEqual({ kind: "saved", at: current.changedAt });
    change(draft(10));
    await vi.advanceTimersByTimeAsync(600);
    expect(sent[0]?.revision).toBe(2);
  });

  it("takes no save of its own for another person's, and holds others' back while one is under way", async () => {
    const { queue, change, sent, theirs } = queueUnderTest(1, draft(0));
    change(draft(1));
    await vi.advanceTimersByTimeAsync(600);
    queue.heard(stored(2, draft(1)));
    sent[0]?.answer(saved(2));
    await settle();
    expect(theirs).toEqual([]);
    change(draft(3));
    await vi.advanceTimersByTimeAsync(600);
    queue.heard(stored(4, named("Bob's", 3)));
    expect(theirs).toEqual([]);
    sent[1]?.answer(saved(3));
    await settle();
    expect(theirs.map(({ base }) => base)).toEqual([draft(3)]);
  });
});

describe("where the currency changes for everybody", () => {
  const doubled = (given: ModelDraft): ModelDraft => ({ ...given, inputs: { users: (given.inputs.users ?? 0) * 2 } });

  it("sends nothing of what is saved already", async () => {
    const { queue, sent } = queueUnderTest();
    queue.convert(doubled);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(0);
    expect(queue.isDirty).toBe(false);
  });

  it("sends what waits, and again what was under way or refused, the new way", async () => {
    const { queue, change, sent } = queueUnderTest();
    change(draft(3));
    await vi.advanceTimersByTimeAsync(600);
    queue.convert(doubled);
    sent[0]?.answer({ kind: "refused", message: "The currency has changed." });
    await vi.advanceTimersByTimeAsync(600);
    expect(sent[1]?.draft.inputs.users).toBe(6);
    sent[1]?.answer({ kind: "refused", message: "The currency has changed." });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(2);
    queue.convert(doubled);
    await settle();
    expect(sent[2]?.draft.inputs.users).toBe(12);
  });
});

it("waits as long as the server asks, and then sends the newest", async () => {
  const { change, sent, last } = queueUnderTest();
  change(draft(1));
  await vi.advanceTimersByTimeAsync(600);
  sent[0]?.answer({ kind: "later", seconds: 20, message: "wait" });
  await settle();
  expect(last()).toEqual({ kind: "resting", message: "wait" });
  change(draft(2));
  await vi.advanceTimersByTimeAsync(19_000);
  expect(sent).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent.map(({ revision, draft: given }) => [revision, given.inputs.users])).toEqual([
    [1, 1],
    [1, 2],
  ]);
});
