import "server-only";
import { Worker } from "node:worker_threads";
import type { ModelDraft, ReadFigures } from "@/lib/draft/model";
import { modelVersion } from "@/lib/model/version";
import { refused } from "@/lib/outcome";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";
import { logger } from "@/lib/server/runtime/logger";
import type { FiguresFile } from "./figures-worker";
import { workerSlots } from "./worker-slots";

/** A file of the largest size takes half a second at most; a start of the worker a tenth. */
const run = workerSlots({ atOnce: 2, waiting: 20, time: 10_000 });
const resourceLimits = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

const refusals = {
  busy: "The server is reading other files. Nothing was changed. Wait a moment, then try again.",
  late: "This file took too long to read, so it was not taken. Choose an inputs.csv, as “Export” downloads it.",
  failed: "This file could not be read. Nothing was changed. Choose an inputs.csv, as “Export” downloads it.",
};

/**
 * Reads a file of figures on top of a draft, in a thread of its own: whatever stands in the file, the server goes on answering others.
 *
 * @param version of formulas and defaults whose bounds the figures keep
 */
export async function readFigures(
  user: AuthenticatedUser,
  text: string,
  draft: ModelDraft,
  { isNew, version = modelVersion }: { isNew: boolean; version?: number },
): Promise<ReadFigures> {
  const refuse = (message: string): ReadFigures => refused("file", message);
  if (!(await isWithinLimit("files", user.id, { points: 30, seconds: 60 }))) {
    return refuse("You have had 30 files read within a minute. Wait a minute, then try again.");
  }
  const question: FiguresFile = { text, draft, isNew, version };
  const outcome = await run<ReadFigures>(
    () => new Worker(new URL("./figures-worker.ts", import.meta.url), { resourceLimits }),
    question,
  );
  if (outcome.ok) return outcome.result;
  if (outcome.why !== "busy") logger.warn({ err: outcome.error, why: outcome.why }, "a file was not read");
  return refuse(refusals[outcome.why]);
}
