import { afterEach, expect, it, vi } from "vitest";
import type { Steps } from "@/lib/analysis/steps";
import { type Asked, type Held, settling } from "./messages";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A worker's own scope, in which questions are asked and replies read. */
async function worker() {
  const replies: unknown[] = [];
  let hear = (_: { data: Asked<string> | Held }) => {};
  vi.stubGlobal("addEventListener", (_: string, listener: typeof hear) => {
    hear = listener;
  });
  vi.stubGlobal("postMessage", (reply: unknown) => replies.push(reply));
  const { answerNewest } = await import("./answer-newest");
  return {
    answerNewest,
    replies,
    ask: (run: number, question: string | null) => hear({ data: { run, question } }),
    hold: (isHeld: boolean) => hear({ data: { isHeld } }),
  };
}

it("ends the work on a question once a newer one has come, or none is asked", async () => {
  const { answerNewest, replies, ask } = await worker();
  const ended: string[] = [];
  /** Work that never ends by itself. */
  function* endless(atStep: () => void): Steps<void> {
    for (let i = 0; ; i++) {
      if (i === 1000) atStep();
      yield;
    }
  }
  const next: Record<string, () => void> = { a: () => ask(2, "b"), b: () => ask(3, null) };
  answerNewest<string, string>(async (question, { reply, follow }) => {
    reply(question);
    await follow(endless(() => next[question]?.())).finally(() => ended.push(question));
  });
  ask(1, "a");
  await vi.waitFor(() => expect(ended.toSorted()).toEqual(["a", "b"]));
  expect(replies).toEqual([
    { run: 1, reply: "a" },
    { run: 2, reply: "b" },
  ]);
});

it("goes on with what is long only once a question has stood for a pause in typing", async () => {
  const { answerNewest, replies, ask } = await worker();
  vi.useFakeTimers({ toFake: ["setTimeout", "performance"] });
  answerNewest<string, string>(async (question, { reply, settled }) => {
    reply(`${question}, first`);
    await settled();
    reply(`${question}, rest`);
  });
  ask(1, "a");
  await vi.advanceTimersByTimeAsync(settling / 2);
  ask(2, "b");
  await vi.advanceTimersByTimeAsync(settling / 2 + 20);
  expect(replies).toEqual([
    { run: 1, reply: "a, first" },
    { run: 2, reply: "b, first" },
  ]);
  await vi.advanceTimersByTimeAsync(settling);
  expect(replies.slice(2)).toEqual([{ run: 2, reply: "b, rest" }]);
});

/** A worker that counts its steps without end, each of which takes a millisecond. */
async function counting() {
  const { answerNewest, ask, hold } = await worker();
  vi.useFakeTimers({ toFake: ["setTimeout", "performance"] });
  const done = { steps: 0 };
  function* steps(): Steps<void> {
    for (;;) {
      vi.advanceTimersByTime(1);
      done.steps++;
      yield;
    }
  }
  answerNewest<string, string>(async (_, { follow }) => {
    await follow(steps());
  });
  ask(1, "a");
  return { ask, hold, done };
}

/** Several turns of the event loop: a worker that may go on does. */
async function turns(): Promise<void> {
  for (let i = 0; i < 10; i++) await new Promise((resolve) => setImmediate(resolve));
}

it("waits while the page draws, and goes on once it is told", async () => {
  const { ask, hold, done } = await counting();
  await turns();
  expect(done.steps).toBeGreaterThan(0);
  hold(true);
  await turns();
  const before = done.steps;
  await turns();
  expect(done.steps).toBe(before);
  hold(false);
  await turns();
  expect(done.steps).toBeGreaterThan(before);
  ask(2, null);
});

it("goes on by itself where the page never tells it to", async () => {
  const { ask, hold, done } = await counting();
  hold(true);
  await turns();
  const before = done.steps;
  await vi.advanceTimersByTimeAsync(299);
  await turns();
  expect(done.steps).toBe(before);
  await vi.advanceTimersByTimeAsync(1);
  await turns();
  expect(done.steps).toBeGreaterThan(before);
  ask(2, null);
});
