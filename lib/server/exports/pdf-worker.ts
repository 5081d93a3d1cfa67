import { readFileSync } from "node:fs";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { type PrintedRecord, recordPdf } from "@/lib/decision/record-pdf";
import { reportPdf } from "@/lib/export/report/report-pdf";
import type { ReportedModel } from "@/lib/export/report/reported-model";
import { warmUp } from "@/lib/export/report/warm-up";
import type { ReportChoice } from "@/lib/value/report-choice";

/** What is to be written: the report of a model, or the record of a decision. */
export type PdfQuestion =
  | { readonly kind: "report"; readonly model: ReportedModel; readonly choice: ReportChoice }
  | ({ readonly kind: "record" } & PrintedRecord);

/** What a worker is started with. */
export interface PdfWorkerData {
  /** Whether it has time until its question. */
  readonly isAhead: boolean;
}

const fontIn = (file: string) => readFileSync(path.join(process.cwd(), "node_modules/@expo-google-fonts/roboto", file));

const fonts = {
  regular: fontIn("400Regular/Roboto_400Regular.ttf"),
  bold: fontIn("600SemiBold/Roboto_600SemiBold.ttf"),
};
let isAsked = false;
/** What has run so often is compiled. */
const warmRounds = 4;

// Writes one file and ends.
parentPort?.once("message", (question: PdfQuestion) => {
  isAsked = true;
  const bytes =
    question.kind === "report" ? reportPdf(question.model, question.choice, fonts) : recordPdf(question, fonts);
  void bytes.then((written) => parentPort?.postMessage(written));
});

// One that is started ahead of its question makes ready meanwhile.
if ((workerData as PdfWorkerData | null)?.isAhead) void makeReady();

async function makeReady(): Promise<void> {
  for (let round = 0; round < warmRounds; round++) {
    for (const _ of warmUp(fonts)) {
      await setImmediate();
      if (isAsked) return;
    }
  }
}
