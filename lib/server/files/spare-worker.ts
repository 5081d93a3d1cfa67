import type { Worker } from "node:worker_threads";

/** A worker that is started before there is anything for it to do, so that its program is loaded by then. */
export interface SpareWorker {
  /** Starts one, where none waits. */
  ahead(): void;
  /** The one that waits, else a new one. */
  take(): Worker;
}

/** @param idle milliseconds after which one that nobody has taken is ended: it holds memory */
export function spareWorker(start: () => Worker, idle: number): SpareWorker {
  let spare: Worker | null = null;
  let timer: NodeJS.Timeout | undefined;

  function leave(): Worker | null {
    const worker = spare;
    clearTimeout(timer);
    worker?.off("exit", leave).off("error", leave);
    spare = null;
    return worker;
  }

  return {
    ahead() {
      if (spare !== null) return void timer?.refresh();
      try {
        spare = start();
      } catch {
        // The question that takes one is told.
        return;
      }
      spare.once("exit", leave).once("error", leave).unref();
      timer = setTimeout(() => void leave()?.terminate(), idle).unref();
    },
    take() {
      const worker = leave();
      worker?.ref();
      return worker ?? start();
    },
  };
}
