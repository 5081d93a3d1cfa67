import "server-only";
import { createHash } from "node:crypto";
import { Worker } from "node:worker_threads";
import type { UncertaintyDocument } from "@/lib/analysis/uncertainty/document";
import type { UncertainDraft } from "@/lib/draft/uncertainty/uncertainty-request";
import { ownRowsOf } from "@/lib/model/rows/own-rows";
import type { Outcome } from "@/lib/outcome";
import { mostTrialsOfRequest } from "@/lib/schemas/api/evaluation-request";
import { workerSlots } from "@/lib/server/files/worker-slots";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";
import { logger } from "@/lib/server/runtime/logger";
import type { PageDoubt, RunAnswer, RunQuestion } from "./run-messages";

/** One run keeps a processor busy for some seconds, so the others wait. */
const run = workerSlots({ atOnce: 1, waiting: 8, time: 60_000 });
const resourceLimits = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };

export type UncertaintyRun =
  | ({ kind: "done"; document: UncertaintyDocument } & PageDoubt)
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
    return (
      (await runWaiting(draft, false)) ?? later("The server is running other trials. Wait a moment, then try again.")
    );
  } finally {
    busy.delete(who);
  }
}

/** @returns null where others wait already, or the run failed */
async function runWaiting(draft: UncertainDraft, isForPage: boolean): Promise<UncertaintyRun | null> {
  const trials = Math.min(draft.trials, mostTrialsOfRequest);
  const { inputs, notes, currencyRate, drivers, seed } = draft;
  const question: RunQuestion = {
    draft: { inputs, ...ownRowsOf(draft), notes, currencyRate, drivers, trials, seed },
    isForPage,
  };
  const outcome = await run<RunAnswer>(
    () => new Worker(new URL("./uncertainty-worker.ts", import.meta.url), { resourceLimits }),
    question,
  );
  if (!outcome.ok) {
    if (outcome.why !== "busy") logger.warn({ err: outcome.error, why: outcome.why }, "trials were not run");
    return null;
  }
  const { result } = outcome;
  return result.ok ? { kind: "done", ...result } : { kind: "invalid", faults: result.faults };
}

/** What pages show again and again: the newest runs, by what was asked. */
const known = new Map<string, Promise<UncertaintyRun | null>>();
const mostKnown = 200;

/**
 * The same for a page that is shown to many: what was worked out once is remembered, and asked for once at a time. With what a page shows
 * beside the document.
 *
 * @returns null where it cannot be worked out just now
 */
export async function uncertaintyForPage(draft: UncertainDraft): Promise<UncertaintyRun | null> {
  const { inputs, notes, currencyRate, drivers, trials, seed } = draft;
  const stated = Object.entries(notes).map(([key, { range, evidence }]) => [key, range, evidence]);
  const asked = JSON.stringify([inputs, ownRowsOf(draft), stated, currencyRate, drivers, trials, seed]);
  const key = createHash("sha256").update(asked).digest("base64");
  const running = known.get(key) ?? runWaiting(draft, true).catch(() => null);
  // The newest last, so that the oldest are forgotten first.
  known.delete(key);
  known.set(key, running);
  const [oldest] = known.keys();
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
  const found = await running;
  if (found === null) known.delete(key);
  return found;
}
