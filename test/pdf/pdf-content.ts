import { inflateSync } from "node:zlib";

/** Every stream of a PDF that is compressed, as text of one letter a byte. */
export function streamsOf(pdf: Uint8Array): string[] {
  const bytes = Buffer.from(pdf);
  const text = bytes.toString("latin1");
  return [...text.matchAll(/\/Filter \/FlateDecode\n>>\nstream\n/g)].map(({ index, 0: head }) =>
    inflateSync(bytes.subarray(index + head.length)).toString("latin1"),
  );
}

/** How many shapes a page paints: fills, strokes and both at once. */
export function shapesOf(content: string): number {
  // Text stands in brackets, where these letters mean nothing.
  const operators = content.replace(/<[0-9a-f]*>|\((?:\\.|[^\\)])*\)/gi, "").split(/\s+/);
  return operators.filter((operator) => /^(?:f\*?|F|S|s|B\*?|b\*?)$/.test(operator)).length;
}
