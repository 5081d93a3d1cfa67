import { once } from "node:events";
import { Worker } from "@/test/worker-from-source";
import { type Name, replicates } from "./requests";
import type { Share } from "./worker";

/** Two workers that share the replicates of a run evenly. */
export class Workers {
  private readonly workers = [0, 1].map(() => new Worker(new URL("worker.ts", import.meta.url)));

  /** How long both take by the clock, seconds. */
  async clock(name: Name): Promise<number> {
    const half = replicates / 2;
    const from = performance.now();
    await Promise.all(
      this.workers.map((worker, i) => {
        worker.postMessage({ name, from: i * half, to: (i + 1) * half } satisfies Share);
        return once(worker, "message");
      }),
    );
    return (performance.now() - from) / 1000;
  }

  async end(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }
}
