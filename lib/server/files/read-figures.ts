import "server-only";
import { Worker } from "node:worker_threads";
import type { ModelDraft, ReadFigures } from "@/lib/draft/model";
import { modelVersion } from "@/lib/model/version";
import { refused } from "@/lib/outcome";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";
import { askedWorker, resourceLimits } from "./asked-worker";
import type { FiguresFile } from "./figures-worker";

/** A file of the largest size takes half a second at most; a start of the worker a tenth. */
const ask = askedWorker<ReadFigures>(
  () => new Worker(new URL("./figures-worker.ts", import.meta.url), { resourceLimits }),
  {
    undone: "a file was not read",
    refusals: {
      busy: "The server is reading other files. Nothing was changed. Wait a moment, then try again.",
      late: "This file took too long to read, so it was not taken. Choose an inputs.csv, as “Export” downloads it.",
      failed: "This file could not be read. Nothing was changed. Choose an inputs.csv, as “Export” downloads it.",
    },
  },
);

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
  const outcome = await ask(question);
  return outcome.ok ? outcome.result : refuse(outcome.message);
}
