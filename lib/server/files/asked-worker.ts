import "server-only";
import type { Worker } from "node:worker_threads";
import { logger } from "@/lib/server/runtime/logger";
import { workerSlots } from "./worker-slots";

/** What a thread may take that reads or works out what one person sent. */
export const resourceLimits = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

interface Words {
  /** What a person is told where others have the threads, where it takes too long, and where it fails. */
  readonly refusals: Readonly<Record<"busy" | "late" | "failed", string>>;
  /** What the log says was not done. */
  readonly undone: string;
}

/**
 * Asks threads of their own what takes a second at most: two at once, twenty more wait, and none may take longer than ten seconds. One
 * person, who has some ten a minute, leaves room for others.
 */
export function askedWorker<R>(start: () => Worker, { refusals, undone }: Words) {
  const run = workerSlots({ atOnce: 2, waiting: 20, time: 10_000 });
  return async (question: unknown): Promise<{ ok: true; result: R } | { ok: false; message: string }> => {
    const outcome = await run<R>(start, question);
    if (outcome.ok) return outcome;
    if (outcome.why !== "busy") logger.warn({ err: outcome.error, why: outcome.why }, undone);
    return { ok: false, message: refusals[outcome.why] };
  };
}
