import type { Block } from "../blocks";
import { colours, type Sheet, type Structure } from "./sheet";

interface Face {
  readonly kind: string;
  readonly font: "regular" | "bold";
  readonly size: number;
  readonly colour?: string;
  readonly before: number;
  readonly after: number;
  /** What must fit below it on the same page, points. */
  readonly with: number;
}

const title: Face = { kind: "H1", font: "bold", size: 17, before: 0, after: 6, with: 80 };
const partTitle: Face = { ...title, kind: "H2", size: 14 };
/** Where parts follow each other on one page. */
const sectionTitle: Face = { ...title, kind: "H2", size: 11, before: 9, after: 3, with: 40 };
const heading: Face = { kind: "H3", font: "bold", size: 10, before: 8, after: 3, with: 60 };
/** What a heading of one line takes, points. */
export const headingHeight = 26;
const lead: Face = { kind: "P", font: "bold", size: 12.5, before: 2, after: 4, with: 0 };
const words: Face = { kind: "P", font: "regular", size: 9, before: 0, after: 5, with: 0 };

function line(sheet: Sheet, text: string, face: Face, indent = 0, holder?: Structure): void {
  const { doc, left } = sheet;
  const width = sheet.width - indent;
  const shown = sheet.readable(text);
  sheet.font(face.font, face.size, face.colour);
  const y = sheet.y + face.before;
  sheet.keep(face.before + Math.min(doc.heightOfString(shown, { width }), 400) + face.with);
  sheet.y = Math.max(sheet.y, Math.min(y, sheet.y + face.before));
  sheet.tagged(
    face.kind,
    () => doc.text(shown, left + indent, sheet.y, { width, lineGap: 1.5 }),
    sheet.actual(text, shown),
    holder,
  );
  sheet.y += face.after;
}

export const writeTitle = (sheet: Sheet, text: string) => line(sheet, text, title);
export const writePartTitle = (sheet: Sheet, text: string) => line(sheet, text, partTitle);
export const writeSectionTitle = (sheet: Sheet, text: string) => line(sheet, text, sectionTitle);

/** Text of a report. */
export function writeWords(sheet: Sheet, block: Exclude<Block, { kind: "table" | "chart" }>): void {
  switch (block.kind) {
    case "lead":
      line(sheet, block.text, lead);
      break;
    case "heading":
      line(sheet, block.text, heading);
      break;
    case "words":
      line(sheet, block.text, block.isQuiet ? { ...words, colour: colours.quiet, size: 8.5 } : words);
      break;
    case "link":
      writeLink(sheet, block.text, block.address);
      break;
    case "list":
      writeList(sheet, block.items);
      break;
    case "pairs":
      writeList(
        sheet,
        block.items.map(({ term, text }) => `${term}: ${text}`),
      );
  }
}

function writeLink(sheet: Sheet, text: string, address: string): void {
  sheet.font("regular", words.size, colours.link);
  sheet.keep(20);
  sheet.link(text, address);
  sheet.y += words.after;
}

function writeList(sheet: Sheet, items: readonly string[]): void {
  if (items.length === 0) return;
  const list = sheet.open("L");
  for (const item of items) writeItem(sheet, item, list);
  list.end();
}

function writeItem(sheet: Sheet, text: string, list: Structure): void {
  const indent = 10;
  const item = sheet.open("LI", list);
  sheet.font("regular", words.size);
  sheet.keep(sheet.doc.heightOfString(sheet.readable(text), { width: sheet.width - indent }) + 4);
  const { y } = sheet;
  sheet.tagged("Lbl", () => sheet.doc.text("•", sheet.left, y, { lineBreak: false }), {}, item);
  sheet.y = y;
  line(sheet, text, { ...words, kind: "LBody", after: 2 }, indent, item);
  item.end();
}
