import "server-only";
import { Worker } from "node:worker_threads";
import type { UncertaintyDocument } from "@/lib/analysis/uncertainty/document";
import type { UncertainDraft } from "@/lib/draft/uncertainty-request";
import type { Outcome } from "@/lib/outcome";
import { mostTrialsOfRequest } from "@/lib/schemas/api/evaluation-request";
import { workerSlots } from "@/lib/server/files/worker-slots";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";
import { logger } from "@/lib/server/runtime/logger";

/** One run keeps a processor busy for some seconds, so the others wait. */
const run = workerSlots({ atOnce: 1, waiting: 8, time: 60_000 });
const resourceLimits = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };

export type UncertaintyRun =
  | { kind: "done"; document: UncertaintyDocument }
  /** What is asked cannot be worked out. */
  | { kind: "invalid"; faults: Extract<Outcome<never>, { ok: false }>["faults"] }
  /** Not now. */
  | { kind: "later"; message: string; seconds: number };

/** Who has a run going, or waiting, on this server. */
const busy = new Set<string>();

/**
 * Runs the trials of a draft that has passed its checks, in a thread of its own; as many as are stored with it, up to 10,000. Each person,
 * or each who holds a link, has one run at a time.
 *
 * @param who the person, or the link, that it is counted for
 */
export async function runUncertainty(who: string, draft: UncertainDraft): Promise<UncertaintyRun> {
  const later = (message: string, seconds = 5): UncertaintyRun => ({ kind: "later", message, seconds });
  if (busy.has(who)) return later("Trials that you asked for are still running. Wait until they end, then try again.");
  if (!(await isWithinLimit("uncertainty", who, { points: 20, seconds: 60 })))
    return later("You have had 20 runs of trials within a minute. Wait a minute, then try again.", 60);
  if (busy.has(who)) return later("Trials that you asked for are still running. Wait until they end, then try again.");
  busy.add(who);
  try {
    const trials = Math.min(draft.trials, mostTrialsOfRequest);
    const { inputs, customLines, notes, currencyRate, drivers, seed } = draft;
    const question: UncertainDraft = { inputs, customLines, notes, currencyRate, drivers, trials, seed };
    const outcome = await run<Outcome<{ document: UncertaintyDocument }>>(
      () => new Worker(new URL("./uncertainty-worker.ts", import.meta.url), { resourceLimits }),
      question,
    );
    if (outcome.ok)
      return outcome.result.ok
        ? { kind: "done", document: outcome.result.document }
        : { kind: "invalid", faults: outcome.result.faults };
    if (outcome.why !== "busy") logger.warn({ err: outcome.error, why: outcome.why }, "trials were not run");
    return later("The server is running other trials. Wait a moment, then try again.");
  } finally {
    busy.delete(who);
  }
}
