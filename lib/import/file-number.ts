/** What a cell says as a figure, before it is known what of it is meant. */
export interface FileFigure {
  value: number;
  isPercent: boolean;
  /** A sign or a code that stands beside it: "€", "USD". */
  currency: string;
}

export type DecimalMark = "." | ",";

/** What is known of a file's marks, where a figure alone does not tell: "12.345" could be twelve or twelve thousand. */
export interface FigureMarks {
  /** The marks that stand before decimals. */
  readonly decimals: readonly DecimalMark[];
  /** The mark that parts thousands; left out where none is known to. */
  readonly thousands?: DecimalMark;
}

/** Longer than any figure that a program writes. */
const longestFigure = 60;
const before = /^(?:[A-Z]{3}|\p{Sc})/u;
const after = /(?:[A-Z]{3}|\p{Sc}|%)$/u;
const parts = /^(?<sign>[+\-\u2212]?)(?<digits>[\d.,'’\s]*\d[.,]?)(?<exponent>[eE][+-]?\d{1,3})?$/u;
const groupedBySpace = /^\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d*)?$/u;
const groupedByComma = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
const groupedByPoint = /^\d{1,3}(?:\.\d{3})+(?:,\d*)?$/;

/** "12.345" could be twelve or twelve thousand. */
export function couldBeThousands(text: string): boolean {
  return /^[+\-\u2212]?[1-9]\d{0,2}[.,]\d{3}$/.test(text.trim());
}

const marksOf = (digits: string) => [...digits].filter((sign): sign is DecimalMark => sign === "." || sign === ",");

/** Digits with "." before the decimals, or null where they could mean two things or nothing. */
function plainDigits(digits: string, { decimals, thousands }: FigureMarks): string | null {
  const marks = marksOf(digits);
  const [first] = marks;
  if (/[\s'’]/.test(digits))
    return groupedBySpace.test(digits) ? digits.replace(/[\s'’]/g, "").replace(",", ".") : null;
  if (first === undefined) return digits;
  if (marks.length > 1) {
    if (groupedByComma.test(digits)) return digits.replaceAll(",", "");
    return groupedByPoint.test(digits) ? digits.replaceAll(".", "").replace(",", ".") : null;
  }
  if (couldBeThousands(digits) && !decimals.includes(first)) {
    return first === thousands ? digits.replace(first, "") : null;
  }
  return digits.replace(",", ".");
}

/** A cell without what stands around its digits: sign, exponent, a currency's sign or code, "%". */
function partsOf(cell: string) {
  const text = cell.trim();
  if (text.length > longestFigure) return undefined;
  const [first = ""] = before.exec(text) ?? [];
  const [last = ""] = after.exec(text) ?? [];
  const figure = text.slice(first.length, text.length - last.length).trim();
  const { sign = "", digits, exponent = "" } = parts.exec(figure)?.groups ?? {};
  return digits === undefined || (first !== "" && last !== "") ? undefined : { first, last, sign, digits, exponent };
}

/** The mark that stands before the decimals of a cell, where it could be nothing else: "12,5" and "1.234,50", "1,234,567" by its other mark. */
export function shownDecimal(cell: string): DecimalMark | undefined {
  const { digits = "" } = partsOf(cell) ?? {};
  const marks = marksOf(digits);
  const [first] = marks;
  if (first === undefined) return undefined;
  if (/[\s'’]/.test(digits)) return groupedBySpace.test(digits) ? first : undefined;
  if (marks.length === 1) return couldBeThousands(digits) ? undefined : first;
  if (groupedByComma.test(digits)) return ".";
  return groupedByPoint.test(digits) ? "," : undefined;
}

/**
 * Reads a figure as programs and spreadsheets write it: "1234.5", "1234,5", "1.234,50", "1.2E+07", "12.5 %", "€ 12,50".
 *
 * @returns null where it is no number, or could be two
 */
export function readFileFigure(cell: string, marks: FigureMarks): FileFigure | null {
  const found = partsOf(cell);
  if (found === undefined) return null;
  const { first, last, sign, digits, exponent } = found;
  const plain = plainDigits(digits, marks);
  if (plain === null) return null;
  const isPercent = last === "%";
  const power = Number(exponent.slice(1) || 0) - (isPercent ? 2 : 0);
  const value = Number(`${sign === "\u2212" ? "-" : sign}${plain}e${power}`);
  return Number.isFinite(value) ? { value, isPercent, currency: first || (isPercent ? "" : last) } : null;
}
