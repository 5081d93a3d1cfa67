import { type Architecture, architectureNames, type View, viewNames } from "@/lib/model/architectures";
import { textCell } from "@/lib/text/csv-cell";
import type { Cell, Look, SheetRow } from "../xlsx/cell";

export const head: Look = { bold: true, fill: "head", colour: "inverse", wrap: true };
export const muted: Look = { colour: "muted" };
/** A unit, behind the figure that it is of. */
export const unitLook: Look = { colour: "muted", isIndented: true };
export const wrapped: Look = { wrap: true };

/** Text that a person may have typed, guarded as in CSV files: a workbook that is saved as one holds no formula. */
export const text = (value: string, look: Look = {}): Cell => ({ value: textCell(value), look });

/** In which view a row is, and of which architecture. */
export const sideCells = (view: View, architecture: Architecture, look: Look = {}): Cell[] => [
  { value: viewNames[view], look },
  { value: architectureNames[architecture], look },
];

/** A row of heads; those of figures stand on the right, as figures do. */
export const heads = (labels: readonly string[], from = labels.length): SheetRow => ({
  cells: labels.map((value, i) => ({ value, look: i < from ? head : { ...head, align: "right" } })),
});

/** The height that wrapped texts take, where it is more than one line: programs differ in whether they find out. */
export function rowHeight(texts: readonly (readonly [text: string, width: number])[]): { readonly height?: number } {
  const lines = texts.flatMap(([text, width]) =>
    text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width / 1.15)), 0),
  );
  const most = Math.min(30, Math.max(...lines));
  return most > 1 ? { height: most * 13.5 } : {};
}

export const titleRow = (value: string): SheetRow => ({
  cells: [text(value, { bold: true, size: "title" })],
  height: 26,
});
export const wordsRow = (value: string): SheetRow => ({ cells: [{ value, look: muted }] });
export const headingRow = (value: string, columns: number): SheetRow => ({
  cells: Array.from({ length: columns }, (_, i) => ({
    value: i === 0 ? value : "",
    look: { bold: true, fill: "group" },
  })),
});
export const emptyRow: SheetRow = { cells: [] };
