import yazl from "yazl";
import type { Part } from "./xlsx/package";

/** The one time that all files of a workbook bear, so that the same figures are the same bytes. */
const mtime = new Date(2000, 0, 1);

/** Puts the parts of a workbook into a ZIP. */
export async function zipParts(parts: Iterable<Part>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const { path, pieces } of parts) {
    zip.addBuffer(Buffer.from([...pieces].join("")), path, { mtime, forceDosTimestamp: true });
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
