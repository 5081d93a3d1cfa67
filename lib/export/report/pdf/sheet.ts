import PDFDocument from "pdfkit";
import type { Paper } from "@/lib/value/report-choice";

/** Fonts as bytes of TrueType files. */
export interface ReportFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

type Doc = PDFKit.PDFDocument;
export type Structure = PDFKit.PDFStructureElement;

export const colours = { ink: "#16191d", quiet: "#4e545b", rule: "#dcd9d0", link: "#0b5cad" };

/** Points of the margins; the foot stands within the lower one. */
const margin = { side: 46, top: 42, bottom: 58 };

interface Named {
  readonly title: string;
  /** The date of the report: that of what it shows, so that the same model has the same bytes. */
  readonly date: Date;
  readonly paper: Paper;
}

/** The pages that a report is written on: where the next line stands, and the structure that reads it out. */
export class Sheet {
  readonly doc: Doc;
  readonly left = margin.side;
  readonly width: number;
  private readonly root: Structure;
  private section: Structure;
  /** Texts that have been made readable: each is measured some times before it is written. */
  private readonly shown = new Map<string, string>();

  constructor({ title, date, paper }: Named, fonts: ReportFonts) {
    this.doc = new PDFDocument({
      size: paper === "letter" ? "LETTER" : "A4",
      margins: { top: margin.top, bottom: margin.bottom, left: margin.side, right: margin.side },
      // pdfkit writes it; its types do not know of it.
      ...({ subset: "PDF/UA" } as object),
      ...{ pdfVersion: "1.7", tagged: true, lang: "en-GB", displayTitle: true, bufferPages: true },
      info: { Title: title, Creator: "Peerbalance", Producer: "Peerbalance", CreationDate: date, ModDate: date },
      // None of the standard fonts: they are not embedded, and have no letters beyond Western Europe.
      font: "",
    });
    this.doc.registerFont("regular", fonts.regular as never);
    this.doc.registerFont("bold", fonts.bold as never);
    this.width = this.doc.page.width - 2 * margin.side;
    this.root = this.doc.struct("Document");
    this.doc.addStructure(this.root);
    this.section = this.root;
    this.font("regular", 9);
  }

  get y(): number {
    return this.doc.y;
  }

  set y(y: number) {
    this.doc.y = y;
  }

  get bottom(): number {
    return this.doc.page.height - margin.bottom;
  }

  font(name: "regular" | "bold", size: number, colour = colours.ink): Doc {
    return this.doc.font(name).fontSize(size).fillColor(colour);
  }

  /** The text with a mark for each letter that the fonts do not have. */
  readable(text: string): string {
    const before = this.shown.get(text);
    if (before !== undefined) return before;
    const shown = this.readableNow(text);
    this.shown.set(text, shown);
    return shown;
  }

  private readableNow(text: string): string {
    // The one way to ask: pdfkit hands out no font.
    const { font } = (this.doc as unknown as { _font: { font: { hasGlyphForCodePoint(point: number): boolean } } })
      ._font;
    const isKnown = (letter: string) => letter === "\n" || font.hasGlyphForCodePoint(letter.codePointAt(0) as number);
    const instead = (letter: string) => (/\p{Zs}/u.test(letter) ? "\u00a0" : "\ufffd");
    return [...text].map((letter) => (isKnown(letter) ? letter : instead(letter))).join("");
  }

  /** What is read out where letters are not drawn as they are. */
  actual(text: string, shown: string): { actual?: string } {
    return text === shown ? {} : { actual: text };
  }

  /** A part on a page of its own, with its bookmark. */
  beginPart(title: string): void {
    if (this.section !== this.root) this.doc.addPage();
    this.section = this.doc.struct("Sect");
    this.root.add(this.section);
    this.bookmark(title);
  }

  bookmark(title: string): void {
    this.doc.outline.addItem(title);
  }

  endPart(): void {
    this.section.end();
  }

  /** Goes on to the next page where so much does not fit on this one. */
  keep(height: number): void {
    if (this.y + height > this.bottom && this.y > margin.top) {
      this.doc.addPage();
      this.y = margin.top;
    }
  }

  /** Draws what a structure of this kind holds, where it is read out after what came before. */
  tagged(
    kind: string,
    draw: () => void,
    options: PDFKit.Mixins.StructureElementOptions = {},
    holder = this.section,
  ): void {
    holder.add(this.doc.struct(kind, options, [draw]));
  }

  /** Words that lead somewhere. Where they lead is written by itself: pdfkit's own links have no words for who cannot see them. */
  link(text: string, address: string): void {
    const { doc, left, width } = this;
    const structure = doc.struct("Link", { alt: text }, [
      () => {
        const { y } = this;
        const options = { structParent: structure, Contents: new String(text) };
        doc.text(text, left, y, { width, underline: true });
        doc.link(left, y, Math.min(width, doc.widthOfString(text)), this.y - y, address, options as object);
      },
    ]);
    this.section.add(structure);
  }

  /** A structure that is filled one by one. */
  open(kind: string, holder = this.section): Structure {
    const structure = this.doc.struct(kind);
    holder.add(structure);
    return structure;
  }

  /** What is drawn for the eye alone. */
  artifact(draw: () => void, type: "Layout" | "Pagination" = "Layout"): void {
    this.doc.markContent("Artifact", { type });
    draw();
    this.doc.endMarkedContent();
  }

  rule(y: number, colour = colours.rule, thickness = 0.5): void {
    const { doc, left, width } = this;
    this.artifact(() =>
      doc
        .moveTo(left, y)
        .lineTo(left + width, y)
        .lineWidth(thickness)
        .strokeColor(colour)
        .stroke(),
    );
  }

  /** Writes the foot of every page, and gives the bytes. */
  async finish(foot: readonly [above: string, below: string]): Promise<Uint8Array> {
    const { start, count } = this.doc.bufferedPageRange();
    for (let page = start; page < start + count; page++) {
      this.doc.switchToPage(page);
      // Text below the lower margin would begin a page of its own.
      this.doc.page.margins.bottom = 0;
      this.artifact(() => this.foot(foot, `Page ${page + 1} of ${count}`), "Pagination");
    }
    const pieces: Uint8Array[] = [];
    const ended = new Promise<void>((resolve, reject) => {
      this.doc.on("data", (piece: Uint8Array) => pieces.push(piece));
      this.doc.on("end", resolve);
      this.doc.on("error", reject);
    });
    this.root.end();
    this.doc.end();
    await ended;
    return Buffer.concat(pieces);
  }

  private foot([above, below]: readonly [string, string], page: string): void {
    const top = this.doc.page.height - margin.bottom + 18;
    const line = { lineBreak: false, width: this.width, height: 10, ellipsis: true } as const;
    this.doc.moveTo(this.left, top - 6).lineTo(this.left + this.width, top - 6);
    this.doc.lineWidth(0.5).strokeColor(colours.rule).stroke();
    this.font("regular", 7, colours.quiet);
    this.doc.text(above, this.left, top, { ...line, width: this.width - 70 });
    this.doc.text(page, this.left + this.width - 60, top, { ...line, width: 60, align: "right" });
    this.doc.text(below, this.left, top + 10, line);
  }
}
