import { describe, expect, it, vi } from "vitest";
import { draft, onOwnClock, queueUnderTest, saved, settle, stored } from "@/test/queue-under-test";

onOwnClock();

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
