/** What a cell says as a figure, before it is known what of it is meant. */
export interface FileFigure {
  value: number;
  isPercent: boolean;
  /** A sign or a code that stands beside it: "€", "USD". */
  currency: string;
}

export type DecimalMark = "." | ",";

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

/** Digits with "." before the decimals, or null where they could mean two things or nothing. */
function plainDigits(digits: string, decimals: readonly DecimalMark[]): string | null {
  const marks = [...digits].filter((sign) => sign === "." || sign === ",");
  const [first] = marks;
  if (/[\s'’]/.test(digits))
    return groupedBySpace.test(digits) ? digits.replace(/[\s'’]/g, "").replace(",", ".") : null;
  if (first === undefined) return digits;
  if (marks.length > 1) {
    if (groupedByComma.test(digits)) return digits.replaceAll(",", "");
    return groupedByPoint.test(digits) ? digits.replaceAll(".", "").replace(",", ".") : null;
  }
  if (couldBeThousands(digits) && !decimals.includes(first as DecimalMark)) return null;
  return digits.replace(",", ".");
}

/**
 * Reads a figure as programs and spreadsheets write it: "1234.5", "1234,5", "1.234,50", "1.2E+07", "12.5 %", "€ 12,50".
 *
 * @param decimals the marks that are known to stand before decimals in this file, where a figure alone does not tell
 * @returns null where it is no number, or could be two
 */
export function readFileFigure(cell: string, decimals: readonly DecimalMark[]): FileFigure | null {
  const text = cell.trim();
  if (text.length > longestFigure) return null;
  const [first = ""] = before.exec(text) ?? [];
  const [last = ""] = after.exec(text) ?? [];
  const figure = text.slice(first.length, text.length - last.length).trim();
  const { sign = "", digits, exponent = "" } = parts.exec(figure)?.groups ?? {};
  if (digits === undefined || (first !== "" && last !== "")) return null;
  const plain = plainDigits(digits, decimals);
  if (plain === null) return null;
  const isPercent = last === "%";
  const power = Number(exponent.slice(1) || 0) - (isPercent ? 2 : 0);
  const value = Number(`${sign === "\u2212" ? "-" : sign}${plain}e${power}`);
  return Number.isFinite(value) ? { value, isPercent, currency: first || (isPercent ? "" : last) } : null;
}
