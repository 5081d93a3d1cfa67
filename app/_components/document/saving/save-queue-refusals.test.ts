import { describe, expect, it, vi } from "vitest";
import { draft, onOwnClock, queueUnderTest, saved, settle } from "@/test/queue-under-test";

onOwnClock();

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
