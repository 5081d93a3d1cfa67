import { once } from "node:events";
import { Worker } from "@/test/worker-from-source";
import { type Name, replicates, trials } from "./requests";
import type { Done, Share } from "./worker";

/** How long a run takes that two workers share, seconds. */
export interface SharedTimes {
  readonly clock: number;
  /** Processor time of the one that takes more: the clock of two cores that do nothing else. */
  readonly busier: number;
}

/** Two workers that share the replicates of a run evenly. */
export class Workers {
  private readonly workers = [0, 1].map(() => new Worker(new URL("worker.ts", import.meta.url)));

  async time(name: Name): Promise<SharedTimes> {
    const half = replicates / 2;
    const from = performance.now();
    const done: Done[] = await Promise.all(
      this.workers.map(async (worker, i) => {
        worker.postMessage({ name, from: i * half, to: (i + 1) * half } satisfies Share);
        const [message] = await once(worker, "message");
        return message;
      }),
    );
    const clock = (performance.now() - from) / 1000;
    const kept = done.reduce((sum, each) => sum + each.kept, 0);
    if (kept !== trials) throw new Error(`Of ${trials} trials two workers keep ${kept}.`);
    return { clock, busier: Math.max(...done.map(({ processor }) => processor)) };
  }

  async end(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }
}
