import { describe, expect, it, vi } from "vitest";
import type { ModelDraft } from "@/lib/draft/model";
import { draft, onOwnClock, queueUnderTest, saved, settle, stored } from "@/test/queue-under-test";

onOwnClock();

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
