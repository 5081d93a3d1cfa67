import { type ReportFonts, Sheet } from "@/lib/export/report/pdf/sheet";
import { writeSectionTitle, writeTitle, writeWords } from "@/lib/export/report/pdf/words";
import { writeBlocks } from "@/lib/export/report/pdf/write-blocks";
import type { Paper } from "@/lib/value/report-choice";
import { recordParts } from "./record-content";
import { chosenWords, recordName, type ShownRecord, standingWords } from "./record-words";

/** Of what a record is written as a file; plain data, so that it can cross to a worker. */
export interface PrintedRecord {
  readonly record: ShownRecord;
  /** Null where it is not shown. */
  readonly signingKey: string | null;
  readonly isBrief: boolean;
  /** Where its file can be checked. */
  readonly verifyAt: string;
  /** Where it is; in the foot of every page. */
  readonly address: string;
  readonly paper: Paper;
}

/** A record as a tagged PDF with its digest in the foot of every page: the same bytes as long as it stands where it does. */
export async function recordPdf(
  { record, signingKey, isBrief, verifyAt, address, paper }: PrintedRecord,
  fonts: ReportFonts,
): Promise<Uint8Array> {
  const { document, digest, approvers, decidedAt } = record;
  const { title } = document.decision;
  const moments = [document.proposedAt, decidedAt, ...approvers.map(({ at }) => at)].filter((at) => at !== null);
  const date = new Date(Math.max(...moments.map((at) => Date.parse(at))));
  const sheet = new Sheet(
    { title: `${title}: decision ${document.number} on ${document.model.name}`, date, paper },
    fonts,
  );
  sheet.beginPart(title);
  writeWords(sheet, { kind: "words", text: recordName(document), isQuiet: true });
  writeTitle(sheet, title);
  writeWords(sheet, { kind: "lead", text: chosenWords(record) });
  writeWords(sheet, { kind: "words", text: standingWords(record) });
  for (const part of recordParts(record, isBrief)) {
    writeSectionTitle(sheet, part.title);
    sheet.bookmark(part.title);
    writeBlocks(sheet, part.blocks);
  }
  const signed = signingKey === null ? "" : ` It is signed with key ${signingKey}.`;
  const check = `The record's own file (JSON) can be checked at ${verifyAt}.${signed}`;
  writeWords(sheet, { kind: "words", text: check, isQuiet: true });
  sheet.endPart();
  return sheet.finish([`Decision ${document.number} · SHA-256 ${digest}`, address]);
}
