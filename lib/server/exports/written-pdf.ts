import "server-only";
import { Worker } from "node:worker_threads";
import { spareWorker } from "@/lib/server/files/spare-worker";
import { workerSlots } from "@/lib/server/files/worker-slots";
import type { Refuse } from "@/lib/server/http/route";
import { logger } from "@/lib/server/runtime/logger";
import type { PdfQuestion, PdfWorkerData } from "./pdf-worker";

/** A file takes a second at most; the start of the worker as long. */
const run = workerSlots({ atOnce: 1, waiting: 8, time: 20_000 });
const resourceLimits = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

export const pdfsBusy = "The server is writing many PDFs now. Wait a moment, then try again.";

const spare = spareWorker(
  () =>
    new Worker(new URL("./pdf-worker.ts", import.meta.url), {
      resourceLimits,
      workerData: { isAhead: true } satisfies PdfWorkerData,
    }),
  5 * 60_000,
);

/** Has what writes PDFs loaded while a request still works out what is to be written. */
export const preparePdf = () => spare.ahead();

/** The bytes of a PDF, or the refusal. */
export async function writtenPdf(
  question: PdfQuestion,
  refuse: Refuse,
  failed: string,
): Promise<Uint8Array<ArrayBuffer> | Response> {
  const outcome = await run<Uint8Array<ArrayBuffer>>(spare.take, question);
  // Another is often taken soon after.
  spare.ahead();
  if (outcome.ok) return outcome.result;
  if (outcome.why === "busy") return refuse(429, pdfsBusy, { "retry-after": "5" });
  logger.warn({ err: outcome.error, why: outcome.why }, "a PDF was not written");
  return refuse(500, failed);
}
