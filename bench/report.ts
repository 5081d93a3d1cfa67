import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { templates } from "@/lib/model/templates";
import type { PdfQuestion, PdfWorkerData } from "@/lib/server/exports/pdf-worker";
import { reportPartKeys } from "@/lib/value/report-choice";
import { blankDraft } from "@/test/figures/blank-draft";
import { reportedModel } from "@/test/figures/reported-model";

/**
 * `npm run bench:report`: how long the report of a template takes in a worker that is started with its question, as for the first report
 * after a start, beside one that was started ahead, as while trials run: in processor time, and by the clock. The two take turns, for
 * machines swing.
 */

const folder = path.resolve("node_modules/.cache/peerbalance-bench");
const rounds = 7;
/** Milliseconds in which one that is started ahead makes ready: trials of a model that nobody has opened take longer. */
const lead = 5_000;

await mkdir(folder, { recursive: true });
const outfile = path.join(folder, "pdf-worker.mjs");
await build({
  ...{ entryPoints: ["lib/server/exports/pdf-worker.ts"], outfile, bundle: true, platform: "node", format: "esm" },
  ...{ external: ["pdfkit"], logLevel: "error" },
});

const [template] = templates;
const draft = { ...blankDraft, name: "A report", inputs: template?.inputs ?? {} };
const model = reportedModel(draft, [{ name: "More users", inputs: { users: 3_000_000 } }], {
  starting: draft.inputs,
  bases: template?.bases ?? {},
});
const question: PdfQuestion = { kind: "report", model, choice: { parts: reportPartKeys, paper: "a4" } };

interface Taken {
  readonly processor: number;
  readonly clock: number;
}

/** Milliseconds from the question to its answer. */
async function taken(isAhead: boolean): Promise<Taken> {
  const start = () => new Worker(outfile, { workerData: { isAhead } satisfies PdfWorkerData });
  const ready = isAhead ? start() : null;
  if (isAhead) await pause(lead);
  const [begun, used] = [performance.now(), process.cpuUsage()];
  const worker = ready ?? start();
  const written = new Promise<Uint8Array>((resolve, reject) => worker.once("message", resolve).once("error", reject));
  worker.postMessage(question);
  await written;
  const { user, system } = process.cpuUsage(used);
  const clock = performance.now() - begun;
  await worker.terminate();
  return { processor: (user + system) / 1000, clock };
}

const times: Record<"cold" | "ahead", Taken[]> = { cold: [], ahead: [] };
for (let round = 0; round < rounds; round++) {
  times.cold.push(await taken(false));
  times.ahead.push(await taken(true));
}
const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] as number;
for (const of of ["processor", "clock"] as const) {
  const [cold, ahead] = [times.cold, times.ahead].map((list) => median(list.map((one) => one[of]))) as [number, number];
  const ratio = (ahead / cold).toFixed(2);
  console.log(`${of}: ${cold.toFixed(0)} ms with its question, ${ahead.toFixed(0)} ms started ahead, ${ratio} of that`);
}
await rm(folder, { recursive: true, force: true });
