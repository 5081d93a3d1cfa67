import type { Block, Row } from "../blocks";
import { colours, type Sheet, type Structure } from "./sheet";

type Table = Extract<Block, { kind: "table" }>;

const size = 7.5;
const padding = 5;
const between = 4;
/** Names of rows and words in cells are broken beyond this, points. */
const mostWords = 200;
/** Longer than a word of ours; an address that someone wrote is broken. */
const mostWord = 110;
const mostFigure = 130;

interface Cell {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly align: "left" | "right";
  readonly kind: "TH" | "TD";
  readonly scope?: "Column" | "Row";
}

type CellsOf = (texts: readonly string[], kind: (place: number) => Pick<Cell, "kind" | "scope">) => Cell[];

/** A table as rows of cells, with its head again on each page that it goes on to. */
export function writeTable(sheet: Sheet, table: Table): void {
  const { cells, head } = laidOut(sheet, table);
  const structure = sheet.open("Table");
  sheet.keep(heldTogether(sheet, table));
  writeHead(sheet, head, structure);
  for (const row of table.rows) writeRow(sheet, row, { cells, head, structure });
  structure.end();
  sheet.y += 8;
}

/** How much of a table must stand on one page, points: all of a short one, of a long one its head and some rows. */
export function heldTogether(sheet: Sheet, table: Table): number {
  const { cells, head } = laidOut(sheet, table);
  const heights = table.rows.map((row) => heightOf(sheet, rowCells(cells, row), fontOf(row)));
  const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, heightOf(sheet, head, "bold"));
  const whole = sum(heights);
  return whole <= 320 ? whole : sum(heights.slice(0, 3));
}

const fontOf = ({ isTotal, isChosen }: Row) => (isTotal || isChosen ? "bold" : "regular");
const headOf = ({ head, note }: Row) => (note === undefined ? head : `${head}\n${note}`);

const rowCells = (cells: CellsOf, row: Row) =>
  cells([headOf(row), ...row.cells], (place) => (place === 0 ? { kind: "TH", scope: "Row" } : { kind: "TD" }));

interface Laid {
  readonly cells: CellsOf;
  readonly head: readonly Cell[];
}

/** A table is measured once: first to find its page, then it is written. */
const measured = new WeakMap<Table, { readonly sheet: Sheet; readonly laid: Laid }>();

function laidOut(sheet: Sheet, table: Table): Laid {
  const before = measured.get(table);
  if (before?.sheet === sheet) return before.laid;
  const laid = columnsOf(sheet, table);
  measured.set(table, { sheet, laid });
  return laid;
}

function columnsOf(sheet: Sheet, table: Table): Laid {
  const widths = widthsOf(sheet, table);
  const titles = [table.corner, ...table.columns.map(({ title }) => title)];
  const aligns = [true, ...table.columns.map(({ isWords = false }) => isWords)];
  let x = sheet.left;
  const places = widths.map((width, place) => {
    const align = aligns[place] ? ("left" as const) : ("right" as const);
    // Words behind figures, which end where the words begin, stand off from them.
    const off = aligns[place] && place > 0 ? padding : 0;
    const at = { x: x + off, width: width - padding - off, align };
    x += width;
    return at;
  });
  const cells: CellsOf = (texts, kind) =>
    texts.map((text, place): Cell => ({ text, ...(places[place] as (typeof places)[number]), ...kind(place) }));
  return { cells, head: cells(titles, () => ({ kind: "TH", scope: "Column" })) };
}

interface InTable extends Laid {
  readonly structure: Structure;
}

function writeRow(sheet: Sheet, row: Row, { cells, head, structure }: InTable): void {
  const texts = rowCells(cells, row);
  const font = fontOf(row);
  const before = sheet.y;
  sheet.keep(heightOf(sheet, texts, font));
  // On a page of its own it has the head above it, which is not read out again.
  if (sheet.y < before) sheet.artifact(() => drawCells(sheet, head, "bold"), "Pagination");
  if (sheet.y < before) sheet.y += heightOf(sheet, head, "bold");
  if (row.isTotal) sheet.rule(sheet.y - 1, colours.quiet);
  writeCells(sheet, texts, font, structure);
  sheet.rule(sheet.y - 1);
}

function writeHead(sheet: Sheet, head: readonly Cell[], structure: Structure): void {
  writeCells(sheet, head, "bold", structure);
  sheet.rule(sheet.y - 1, colours.ink);
}

function writeCells(sheet: Sheet, cells: readonly Cell[], font: "regular" | "bold", table: Structure): void {
  const height = heightOf(sheet, cells, font);
  const row = sheet.open("TR", table);
  for (const cell of cells) {
    const shown = sheet.readable(cell.text);
    const options = { ...sheet.actual(cell.text, shown), ...(cell.scope && { scope: cell.scope }) };
    row.add(sheet.doc.struct(cell.kind, options as object, [() => drawCell(sheet, cell, font)]));
  }
  row.end();
  sheet.y += height;
}

function drawCells(sheet: Sheet, cells: readonly Cell[], font: "regular" | "bold"): void {
  for (const cell of cells) drawCell(sheet, cell, font);
}

function drawCell(sheet: Sheet, { text, x, width, align }: Cell, font: "regular" | "bold"): void {
  const { y } = sheet;
  const shown = sheet.readable(text);
  const doc = sheet.font(font, size);
  const wide = oneLine(sheet, shown, width);
  if (wide === null) doc.text(shown, x, y + between / 2, { width, align });
  else doc.text(shown, align === "right" ? x + width - wide : x, y + between / 2, { lineBreak: false });
  sheet.y = y;
}

/** How wide a text is in the present font; null where it takes several lines, which pdfkit breaks at some expense. */
function oneLine({ doc }: Sheet, shown: string, width: number): number | null {
  if (shown.includes("\n")) return null;
  const wide = doc.widthOfString(shown);
  return wide <= width ? wide : null;
}

function heightOf(sheet: Sheet, cells: readonly Cell[], font: "regular" | "bold"): number {
  const { doc } = sheet;
  sheet.font(font, size);
  const line = doc.currentLineHeight(true);
  const heights = cells.map(({ text, width }) => {
    const shown = sheet.readable(text);
    return oneLine(sheet, shown, width) === null ? doc.heightOfString(shown, { width }) : line;
  });
  return Math.max(...heights, size) + between + 1;
}

/** Figures have the width of the widest; words share what is left, and are broken. */
function widthsOf(sheet: Sheet, { corner, columns, rows }: Table): number[] {
  const { doc, width } = sheet;
  const wide = (text: string, font: "regular" | "bold") => {
    sheet.font(font, size);
    return Math.max(
      ...sheet
        .readable(text)
        .split("\n")
        .map((line) => doc.widthOfString(line)),
    );
  };
  const longestWord = (text: string) => Math.max(0, ...text.split(/[ \n]/).map((word) => wide(word, "bold")));
  const all = [{ title: corner, isWords: true }, ...columns];
  const natural = all.map(({ title, isWords = false }, place) => {
    const texts = rows.map((row) => (place === 0 ? headOf(row) : (row.cells[place - 1] ?? "")));
    // A title is broken into two lines or three.
    const titleWidth = Math.max(longestWord(title), wide(title, "bold") / 2);
    const widest = Math.max(titleWidth, ...texts.map((text) => wide(text, "bold")));
    const least = Math.max(titleWidth, ...texts.map(longestWord));
    return {
      isWords,
      least: Math.min(least, isWords ? mostWord : mostFigure) + 2 * padding,
      width: Math.min(widest, isWords ? mostWords : mostFigure) + 2 * padding,
    };
  });
  const sum = (of: (column: (typeof natural)[number]) => number) => natural.reduce((all, one) => all + of(one), 0);
  // Words have room for their longest word; what is left is shared as they need it.
  const left = width - sum(({ isWords, least, width: wanted }) => (isWords ? least : wanted));
  const wanted = sum(({ isWords, least, width: of }) => (isWords ? of - least : 0));
  const count = natural.filter(({ isWords }) => isWords).length;
  return natural.map((column) => {
    if (!column.isWords) return column.width;
    const share = wanted > 0 ? (column.width - column.least) / wanted : 1 / count;
    return Math.max(30, column.least + left * share);
  });
}
