import { strFromU8, unzipSync } from "fflate";

/** The values of a workbook's cells, by sheet and cell. */
export type Values = ReadonlyMap<string, ReadonlyMap<string, number | string>>;

const plain = (text: string) =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");

const texts = (xml: string) =>
  [...xml.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map(([, text = ""]) => plain(text)).join("");

/** Reads the values of every cell of a workbook, written by any program. */
export function readWorkbook(bytes: Uint8Array): Values {
  const files = unzipSync(bytes);
  const part = (path: string) => (files[path] ? strFromU8(files[path]) : "");
  const shared = [...part("xl/sharedStrings.xml").matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, xml = ""]) => texts(xml));
  const targets = new Map(
    [...part("xl/_rels/workbook.xml.rels").matchAll(/<Relationship [^>]*>/g)].map(([tag]) => [
      /Id="([^"]*)"/.exec(tag)?.[1],
      /Target="([^"]*)"/.exec(tag)?.[1]?.replace(/^\/?(xl\/)?/, ""),
    ]),
  );
  const sheets = [...part("xl/workbook.xml").matchAll(/<sheet [^>]*>/g)].map(
    ([tag]): [string, Map<string, number | string>] => {
      const name = plain(/ name="([^"]*)"/.exec(tag)?.[1] ?? "");
      const target = targets.get(/r:id="([^"]*)"/.exec(tag)?.[1]);
      return [name, cellsOf(part(`xl/${target}`), shared)];
    },
  );
  return new Map(sheets);
}

function cellsOf(xml: string, shared: readonly string[]): Map<string, number | string> {
  const cells = new Map<string, number | string>();
  for (const [, attributes = "", , inner = ""] of xml.matchAll(/<c ([^>]*?)(\/>|>([\s\S]*?)<\/c>)/g)) {
    const at = /r="([A-Z]+\d+)"/.exec(attributes)?.[1] as string;
    const type = /t="([^"]*)"/.exec(attributes)?.[1] ?? "n";
    if (type === "inlineStr") {
      cells.set(at, texts(inner));
      continue;
    }
    const value = /<v>([^<]*)<\/v>/.exec(inner)?.[1];
    if (value === undefined) continue;
    if (type === "s") cells.set(at, shared[Number(value)] as string);
    else if (type === "str") cells.set(at, plain(value));
    else if (type === "e") cells.set(at, `error ${value}`);
    else cells.set(at, Number(value));
  }
  return cells;
}
