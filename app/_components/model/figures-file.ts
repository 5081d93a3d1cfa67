import { formatWhole } from "@/lib/format";
import type { ReadFigures } from "@/lib/schemas/model";
import { whatFailed } from "../ui/what-failed";

/** What the site takes of a file; its own are far below. */
const mostBytes = 600_000;

/** The text of a file that somebody chose, or why it cannot be read. */
export async function textOfFile(file: File): Promise<{ ok: true; text: string } | { ok: false; message: string }> {
  if (file.size > mostBytes) {
    const size = formatWhole(Math.ceil(file.size / 1000));
    return {
      ok: false,
      message: `“${file.name}” has ${size} kB; a file of figures may have 600 kB. Choose an inputs.csv.`,
    };
  }
  try {
    return { ok: true, text: new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()) };
  } catch {
    const message = `“${file.name}” is not a text in UTF-8. In the spreadsheet, save it as “CSV UTF-8”.`;
    return { ok: false, message };
  }
}

/** Reads a file by the server; every way in which that can fail is a fault in words. */
export async function readFile(file: File, read: (csv: string) => Promise<ReadFigures>): Promise<ReadFigures> {
  const refuse = (message: string): ReadFigures => ({ ok: false, faults: [{ key: "file", message }] });
  const found = await textOfFile(file);
  if (!found.ok) return refuse(found.message);
  try {
    return await read(found.text);
  } catch (error) {
    return refuse(whatFailed(error, "The file was not read"));
  }
}
