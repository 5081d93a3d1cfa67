import type { FigureBook, FigureContent } from "@/lib/draft/figures/organisation-figure";
import { declaredAt } from "@/lib/model/currency";
import { type InputKey, input, isInputKey } from "@/lib/model/inputs";
import { isFigure } from "@/lib/model/inputs/declaration";
import type { Outcome } from "@/lib/outcome";
import { checkStatedFigure } from "@/lib/schemas/organisation-figures";
import { textOfCell } from "@/lib/text/csv-cell";
import { quoted, readCellFigure } from "./cell-figure";
import { readFileDay } from "./file-date";
import { lostPointFault, lostPresent } from "./lost-point";
import { cellOf, type FileRow, readStatedRows, type StatedRows } from "./stated-rows";

/** A row of a file that states something else than the organisation does now. */
export interface FigureChange {
  key: InputKey;
  /** The revision that stands now; 0 where there is none. */
  revision: number;
  content: FigureContent;
  before: FigureContent | null;
}

const figureColumns = ["value", "low", "high"] as const;
const textColumns = ["evidence", "note", "source", "owner"] as const;
const dayColumns = ["validFrom", "reviewBy"] as const;

/** Reads figures as lib/export/figures-csv.ts writes them, or as a spreadsheet has changed that. Nothing is changed by it. */
export function readFiguresCsv(file: string, book: FigureBook): Outcome<StatedRows<FigureChange>> {
  const seen = new Set<string>();
  return readStatedRows(file, {
    needed: ["key", "value"],
    what: "the figures",
    isOfFigures: (column) => figureColumns.some((one) => one === column),
    keyOf: (row) => cellOf(row, "key"),
    read: (row) => {
      const key = cellOf(row, "key");
      if (seen.has(key)) return { reasons: ["The file names this input twice. Leave one of the rows out."] };
      seen.add(key);
      return readFigure(row, book);
    },
  });
}

function readFigure(row: FileRow, book: FigureBook): FigureChange | { reasons: readonly string[] } {
  const key = cellOf(row, "key");
  if (!isInputKey(key))
    return { reasons: [`The model has no input ${quoted(key)}. Correct the name, or leave the row out.`] };
  const declared = input[key];
  const { currency } = book.currency;
  const stated: Record<string, unknown> = {};
  const reasons: string[] = [];
  const known = book.figures.find((figure) => figure.key === key);
  const given = cellOf(row, "currency");
  if (given !== "" && declared.format === "money" && given !== currency)
    reasons.push(
      `The row is in ${quoted(given)}, the organisation states money in ${currency}. Give the figure in ${currency}.`,
    );
  for (const column of figureColumns) {
    const text = cellOf(row, column);
    if (text === "") continue;
    const read =
      declared.format === "choice"
        ? { value: text }
        : readCellFigure(text, { marks: row.marks, currency, format: declared.format });
    if ("message" in read) {
      reasons.push(`Column ${column}: ${read.message}`);
      continue;
    }
    stated[column] = read.value;
    const lost = lostPoint(row, { key, column, value: read.value, known: known?.content }, book);
    if (lost !== undefined) reasons.push(`Column ${column}: ${lost}`);
  }
  for (const column of textColumns) stated[column] = textOfCell(row.cells.get(column) ?? "").trim() || undefined;
  for (const column of dayColumns) {
    const text = cellOf(row, column);
    if (text === "") continue;
    const day = readFileDay(text);
    if (day.ok) stated[column] = day.text;
    else reasons.push(`Column ${column}: ${day.message}`);
  }
  if (reasons.length > 0) return { reasons };
  const checked = checkStatedFigure(key, stated, book.currency);
  if (!checked.ok) return { reasons: checked.faults.map(({ message }) => message) };
  return { key, revision: known?.revision ?? 0, content: checked.content, before: known?.content ?? null };
}

/** What shows that a figure has lost its decimal point: what stands now, or, of a value that a spreadsheet has saved, what is usual. */
function lostPoint(
  { cells, isForeign }: FileRow,
  of: { key: InputKey; column: "value" | "low" | "high"; value: number | string; known: FigureContent | undefined },
  { currency }: FigureBook,
): string | undefined {
  const { key, column, value, known } = of;
  const declared = declaredAt(currency.currencyRate).input[key];
  if (!isFigure(declared) || typeof value !== "number") return undefined;
  if (column !== "value") return lostPresent(`the ${column} of ${declared.label}`, value, known?.[column]);
  const written = { value: cells.get(column)?.trim() ?? "", default: "" };
  return lostPointFault({ declared, value, present: known?.value, written, defaults: [], isForeign })?.message;
}
