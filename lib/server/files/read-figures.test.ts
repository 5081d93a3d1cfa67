import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import type { ModelDraft, ReadFigures } from "@/lib/draft/model";
import { blankDraft } from "@/test/figures/blank-draft";
import { Worker as WorkerFromSource } from "@/test/worker-from-source";
import type { FiguresFile } from "./figures-worker";
import { workerSlots } from "./worker-slots";

const bounds = { atOnce: 2, waiting: 2, time: 20_000 };
const draft: ModelDraft = {
  ...blankDraft,
  name: "Mine",
};
const figures = () => new WorkerFromSource(new URL("./figures-worker.ts", import.meta.url));
const written =
  (code: string, resourceLimits = {}) =>
  () =>
    new Worker(code, { eval: true, resourceLimits });
const echo = written(
  "require('worker_threads').parentPort.once('message', (x) => require('worker_threads').parentPort.postMessage(x))",
);

describe("the worker that reads files", () => {
  it("reads a file, or says what is wrong with it", async () => {
    const run = workerSlots(bounds);
    const ask = (text: string) =>
      run<ReadFigures>(figures, { text, draft, isNew: false, version: 1 } satisfies FiguresFile);
    expect(await ask("key,value\nusers,70000\n")).toMatchObject({
      ok: true,
      result: { ok: true, draft: { inputs: { users: 70_000 } } },
    });
    expect(await ask("key,value\nusers,many\n")).toMatchObject({ ok: true, result: { ok: false } });
  });
});

describe("work in a thread of its own", () => {
  it("is ended when its time is over, and the next one gets its place", async () => {
    // Long enough for a thread to start and answer on a busy machine, too short for the endless one.
    const run = workerSlots({ atOnce: 1, waiting: 1, time: 2_000 });
    const endless = run(written("for (;;);"), 1);
    const next = run(echo, "next");
    expect(await endless).toEqual({ ok: false, why: "late" });
    expect(await next).toMatchObject({ ok: true, result: "next" });
  });

  it("is ended when it takes too much memory, and nothing else with it", async () => {
    const run = workerSlots(bounds);
    const greedy = written("const all = []; for (;;) all.push(new Array(1000).fill(Math.random()));", {
      maxOldGenerationSizeMb: 16,
    });
    expect(await run(greedy, 1)).toMatchObject({ ok: false, why: "failed" });
    expect(await run(echo, 2)).toEqual({ ok: true, result: 2 });
  });

  it("fails in words where the worker throws, ends without an answer, or cannot be started", async () => {
    const run = workerSlots(bounds);
    expect(await run(written("throw new Error('x')"), 1)).toMatchObject({ ok: false, why: "failed" });
    expect(await run(written("process.exit(0)"), 1)).toMatchObject({ ok: false, why: "failed" });
    const broken = () => {
      throw new Error("no thread");
    };
    expect(await run(broken, 1)).toMatchObject({ ok: false, why: "failed" });
    expect(await run(echo, 3)).toEqual({ ok: true, result: 3 });
  });

  it("runs so many at once, lets so many wait, and refuses more at once", async () => {
    const run = workerSlots({ atOnce: 2, waiting: 1, time: 20_000 });
    let most = 0;
    let now = 0;
    const counted = () => {
      most = Math.max(most, ++now);
      const worker = echo();
      worker.once("exit", () => now--);
      return worker;
    };
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map((question) => run(counted, question)));
    expect(outcomes.map((outcome) => (outcome.ok ? outcome.result : outcome.why))).toEqual([1, 2, 3, "busy", "busy"]);
    expect(most).toBe(2);
    expect(now).toBe(0);
  });
});
