import yazl from "yazl";
import type { ExportedWorkbook } from "./sheets/exported-workbook";
import { modelWorkbook } from "./workbook";
import { type WorkbookFile, workbookParts } from "./xlsx/package";

/** The one time that all files of a workbook bear, so that the same figures are the same bytes. */
const mtime = new Date(2000, 0, 1);

/** A workbook as the ZIP that it is kept in. */
export async function zipWorkbook(file: WorkbookFile): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const { path, pieces } of workbookParts(file)) {
    zip.addBuffer(Buffer.from([...pieces].join("")), path, { mtime, forceDosTimestamp: true });
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** model.xlsx: the same bytes for the same figures of the same revision. */
export function workbookBytes(exported: ExportedWorkbook): Promise<Buffer> {
  return zipWorkbook(modelWorkbook(exported));
}
