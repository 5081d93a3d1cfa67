import { readFileSync } from "node:fs";
import path from "node:path";
import { parentPort } from "node:worker_threads";
import { type PrintedRecord, recordPdf } from "@/lib/decision/record-pdf";
import { reportPdf } from "@/lib/export/report/report-pdf";
import type { ReportedModel } from "@/lib/export/report/reported-model";
import type { ReportChoice } from "@/lib/value/report-choice";

/** What is to be written: the report of a model, or the record of a decision. */
export type PdfQuestion =
  | { readonly kind: "report"; readonly model: ReportedModel; readonly choice: ReportChoice }
  | ({ readonly kind: "record" } & PrintedRecord);

const fontIn = (file: string) => readFileSync(path.join(process.cwd(), "node_modules/@expo-google-fonts/roboto", file));

// Writes one file and ends.
parentPort?.once("message", (question: PdfQuestion) => {
  const fonts = {
    regular: fontIn("400Regular/Roboto_400Regular.ttf"),
    bold: fontIn("600SemiBold/Roboto_600SemiBold.ttf"),
  };
  const bytes =
    question.kind === "report" ? reportPdf(question.model, question.choice, fonts) : recordPdf(question, fonts);
  void bytes.then((written) => parentPort?.postMessage(written));
});
