import { whatFailed } from "@/app/_components/ui/what-failed";
import type { ReadFigures } from "@/lib/draft/model";
import { formatWhole } from "@/lib/value/format";

/** What the site takes of a file; its own are far below. Of UTF-16, each character has two bytes. */
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
  const text = textOfBytes(new Uint8Array(await file.arrayBuffer()));
  if (text !== undefined) return { ok: true, text };
  const message = `“${file.name}” is not a text in UTF-8. In the spreadsheet, save it as “CSV UTF-8”.`;
  return { ok: false, message };
}

/** A text in UTF-8, or in UTF-16 with the mark that spreadsheets put before it; undefined where it is in neither. */
export function textOfBytes(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const isLittle = first === 0xff && second === 0xfe;
  const encoding = isLittle ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
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
