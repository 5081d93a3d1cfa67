import { readFileSync } from "node:fs";
import path from "node:path";
import { parentPort } from "node:worker_threads";
import { reportPdf } from "@/lib/export/report/report-pdf";
import type { ReportedModel } from "@/lib/export/report/reported-model";
import type { ReportChoice } from "@/lib/value/report-choice";

/** What a report is asked of. */
export interface ReportQuestion {
  readonly model: ReportedModel;
  readonly choice: ReportChoice;
}

const fontIn = (file: string) => readFileSync(path.join(process.cwd(), "node_modules/@expo-google-fonts/roboto", file));

// Writes one report and ends.
parentPort?.once("message", ({ model, choice }: ReportQuestion) => {
  const fonts = {
    regular: fontIn("400Regular/Roboto_400Regular.ttf"),
    bold: fontIn("600SemiBold/Roboto_600SemiBold.ttf"),
  };
  void reportPdf(model, choice, fonts).then((bytes) => parentPort?.postMessage(bytes));
});
