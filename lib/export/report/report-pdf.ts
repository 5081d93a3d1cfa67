import type { ReportChoice } from "@/lib/value/report-choice";
import type { ReportPart } from "./blocks";
import { type ReportFonts, Sheet } from "./pdf/sheet";
import { writePartTitle, writeTitle } from "./pdf/words";
import { writeBlocks } from "./pdf/write-blocks";
import { reportContent } from "./report-content";
import type { ReportedModel } from "./reported-model";

/** A model as a report for a board: a tagged PDF, the same bytes for the same model, choice and version. */
export async function reportPdf(
  model: ReportedModel,
  { parts, paper }: ReportChoice,
  fonts: ReportFonts,
): Promise<Uint8Array> {
  const date = new Date(model.changedAt);
  const sheet = new Sheet({ title: `${model.name}: report`, date, paper }, fonts);
  for (const [place, part] of reportContent(model, parts).entries())
    writePart(sheet, part, place === 0 ? model.name : "");
  const day = model.changedAt.slice(0, 10);
  const above = `${model.name} · revision ${model.revision} of ${day} · ${model.digest.slice(0, 23)}`;
  return sheet.finish([sheet.readable(above), model.address]);
}

function writePart(sheet: Sheet, { title, blocks }: ReportPart, name: string): void {
  sheet.beginPart(title);
  if (name !== "") writeTitle(sheet, name);
  writePartTitle(sheet, title);
  writeBlocks(sheet, blocks);
  sheet.endPart();
}
