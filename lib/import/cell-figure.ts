import { isPercentage, type NumberFormat } from "@/lib/model/inputs/declaration";
import { type FigureMarks, type FileFigure, readFileFigure } from "./file-number";

/** What a file says, short enough to be repeated in a message. */
export const quoted = (text: string) => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;

/** What a cell says where a yes or a no is asked for, as spreadsheets of some languages write it. */
const truths = new Map([
  ...["true", "wahr", "vrai", "verdadero", "vero", "waar", "verdadeiro"].map((word) => [word, 1] as const),
  ...["false", "falsch", "faux", "falso", "onwaar"].map((word) => [word, 0] as const),
]);

/** The sign of a currency: "€" for EUR, "$" for each dollar. */
function signOf(currency: string): string | undefined {
  try {
    const format = new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay: "narrowSymbol" });
    return format.formatToParts(0).find(({ type }) => type === "currency")?.value;
  } catch {
    // Not a code: that is said when the draft is checked.
    return undefined;
  }
}

interface CellOf {
  marks: FigureMarks;
  /** The currency of the file. */
  currency: string;
  /** Of the input that it is of: only a share may be a percentage, only money has a sign of its currency. */
  format: NumberFormat;
}

/** The figure of a cell, or what is wrong with it. */
export function readCellFigure(text: string, of: CellOf): { value: number } | { message: string } {
  const truth = of.format === "yesNo" ? truths.get(text.toLowerCase()) : undefined;
  if (truth !== undefined) return { value: truth };
  const figure = readFileFigure(text, of.marks);
  if (figure === null) return { message: unreadable(text) };
  const message = wrongSign(text, figure, of);
  return message === undefined ? { value: figure.value } : { message };
}

function wrongSign(text: string, { isPercent, currency: sign }: FileFigure, of: CellOf): string | undefined {
  const { format, currency } = of;
  const isMoney = format === "money";
  if (isPercent && !isPercentage({ format }))
    return `${quoted(text)} is a percentage; this figure is not. Give it as a number.`;
  if (sign === "" || (isMoney && (sign === currency || sign === signOf(currency)))) return undefined;
  return isMoney
    ? `${quoted(text)} is in another currency: the file is in ${currency}. Give the figure in ${currency}.`
    : `${quoted(text)} has a sign of a currency; this figure is no money. Give it as a number.`;
}

function unreadable(text: string): string {
  return /\p{L}{3}|\d[-/.]\d+[-/.]\d|^\d{1,2}[. -]+\p{L}+/u.test(text) && /\d/.test(text)
    ? `${quoted(text)} is no number; a spreadsheet may have made a date of one. Type the figure again, as 1234.5.`
    : `${quoted(text)} cannot be read as one number. Type it as 1234.5, without separators of thousands.`;
}
