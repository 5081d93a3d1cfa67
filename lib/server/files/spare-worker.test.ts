import { setTimeout as pause } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { expect, it } from "vitest";
import { spareWorker } from "./spare-worker";
import { workerSlots } from "./worker-slots";

const echo = "const { parentPort: port } = require('worker_threads'); port.once('message', (x) => port.postMessage(x))";

function counted(code: string) {
  const started: Worker[] = [];
  const start = () => {
    const worker = new Worker(code, { eval: true });
    started.push(worker);
    return worker;
  };
  return { started, start };
}

it("is started once before it is needed, answers one question, and the next has a new one", async () => {
  const { started, start } = counted(echo);
  const spare = spareWorker(start, 60_000);
  spare.ahead();
  spare.ahead();
  expect(started).toHaveLength(1);
  const run = workerSlots({ atOnce: 1, waiting: 1, time: 20_000 });
  expect(await run(spare.take, "first")).toEqual({ ok: true, result: "first" });
  expect(started).toHaveLength(1);
  expect(await run(spare.take, "second")).toEqual({ ok: true, result: "second" });
  expect(started).toHaveLength(2);
});

it("is ended when nobody takes it, and is replaced where it fails while it waits", async () => {
  const { started, start } = counted(echo);
  const spare = spareWorker(start, 1);
  spare.ahead();
  await new Promise((ended) => started[0]?.once("exit", ended));
  const failing = counted("throw new Error('no program')");
  const broken = spareWorker(failing.start, 60_000);
  broken.ahead();
  await new Promise((ended) => failing.started[0]?.once("exit", ended));
  await pause(0);
  broken.ahead();
  expect(failing.started).toHaveLength(2);
  // It is no error of ours that one failed which nobody had asked: the question is told.
  const run = workerSlots({ atOnce: 1, waiting: 1, time: 20_000 });
  expect(await run(broken.take, 1)).toMatchObject({ ok: false, why: "failed" });
});
