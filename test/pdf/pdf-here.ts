import { readFileSync } from "node:fs";
import { recordPdf } from "@/lib/decision/record-pdf";
import { reportPdf } from "@/lib/export/report/report-pdf";
import type { PdfQuestion } from "@/lib/server/exports/pdf-worker";

const font = (file: string) => readFileSync(`node_modules/@expo-google-fonts/roboto/${file}`);

export const pdfsBusy = "";
export const preparePdf = () => {};

/** A PDF in this thread: where there is no build, the server has no worker to write it in. */
export function writtenPdf(question: PdfQuestion): Promise<Uint8Array> {
  const fonts = { regular: font("400Regular/Roboto_400Regular.ttf"), bold: font("600SemiBold/Roboto_600SemiBold.ttf") };
  return question.kind === "report" ? reportPdf(question.model, question.choice, fonts) : recordPdf(question, fonts);
}
