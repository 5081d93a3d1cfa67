import { whatFailed } from "@/app/_components/ui/action/what-failed";
import type { ReadFigures } from "@/lib/draft/model";
import { refused } from "@/lib/outcome";
import { formatWhole } from "@/lib/value/format";

/** The largest table that is read; exported ones are far smaller. UTF-16 has two bytes for each character. */
const mostBytes = 600_000;
/** A model.json holds the results of up to 21 scenarios, which are left out before anything is sent. */
const mostBytesOfJson = 32_000_000;

/** The text of a chosen file, or why it cannot be read. */
export async function textOfFile(file: File): Promise<{ ok: true; text: string } | { ok: false; message: string }> {
  const isJson = /\.json$/i.test(file.name);
  if (file.size > (isJson ? mostBytesOfJson : mostBytes)) {
    const size = formatWhole(Math.ceil(file.size / 1000));
    return {
      ok: false,
      message: `“${file.name}” has ${size} kB; a file of figures may have ${isJson ? "32,000" : "600"} kB. Choose an inputs.csv or a model.json.`,
    };
  }
  const text = textOfBytes(new Uint8Array(await file.arrayBuffer()));
  if (text !== undefined) return { ok: true, text: isJson ? withoutResults(text) : text };
  const message = `“${file.name}” is not a text in UTF-8. In the spreadsheet, save it as “CSV UTF-8”.`;
  return { ok: false, message };
}

/** A model.json without its results, which are worked out anew. What is no JSON is left as it is: the server says what is wrong with it. */
function withoutResults(text: string): string {
  try {
    const { results, ...rest } = JSON.parse(text.replace(/^\ufeff/, ""));
    return JSON.stringify(rest);
  } catch {
    return text;
  }
}

/** Decodes UTF-8, or UTF-16 with a byte-order mark; undefined where it is neither. */
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

/** Has the server read a file; every failure comes back as a fault in words. */
export async function readFile(file: File, read: (csv: string) => Promise<ReadFigures>): Promise<ReadFigures> {
  const refuse = (message: string): ReadFigures => refused("file", message);
  const content = await textOfFile(file);
  if (!content.ok) return refuse(content.message);
  try {
    return await read(content.text);
  } catch (error) {
    return refuse(whatFailed(error, "The file was not read"));
  }
}
