import type { Worker } from "node:worker_threads";

interface Bounds {
  /** Workers that run at the same time; more wait. */
  atOnce: number;
  /** How many may wait; more are refused. */
  waiting: number;
  /** Milliseconds that one may run. */
  time: number;
}

export type WorkerOutcome<R> =
  | { ok: true; result: R }
  | { ok: false; why: "busy" | "late" | "failed"; error?: unknown };

/**
 * Runs a worker for one question each, a few at a time. It gets the question as a message and answers with one; then, or when its time is
 * over, or it has failed, it is ended.
 */
export function workerSlots({ atOnce, waiting, time }: Bounds) {
  let running = 0;
  const queue: (() => void)[] = [];

  async function turn(): Promise<void> {
    if (running < atOnce) running++;
    // The one that ends hands over its place.
    else await new Promise<void>((begin) => queue.push(begin));
  }

  function leave() {
    const next = queue.shift();
    if (next) next();
    else running--;
  }

  return async function run<R>(start: () => Worker, question: unknown): Promise<WorkerOutcome<R>> {
    if (running >= atOnce && queue.length >= waiting) return { ok: false, why: "busy" };
    await turn();
    try {
      return await answerOf<R>(start(), question, time);
    } catch (error) {
      return { ok: false, why: "failed", error };
    } finally {
      leave();
    }
  };
}

async function answerOf<R>(worker: Worker, question: unknown, time: number): Promise<WorkerOutcome<R>> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<WorkerOutcome<R>>((resolve) => {
      timer = setTimeout(() => resolve({ ok: false, why: "late" }), time);
      worker.once("message", (result: R) => resolve({ ok: true, result }));
      // A worker that runs out of its memory says so here, and takes nothing else with it.
      worker.once("error", (error) => resolve({ ok: false, why: "failed", error }));
      worker.once("exit", (code) => resolve({ ok: false, why: "failed", error: `it ended with ${code}` }));
      worker.postMessage(question);
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
