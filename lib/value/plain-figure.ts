import { numberMarks } from "./number-marks";

const minusSigns = /[\u2010-\u2013\u2212\ufe63\uff0d]/g;
/** Marks of direction, soft hyphens, joiners, the byte order mark: they are pasted along and cannot be seen. */
const invisible = /\p{Cf}/gu;
const digit = /(?![0-9])\p{Nd}/gu;
const fullWidth = /[\uff01-\uff5e]/g;

/** The value of a decimal digit of any script: Unicode keeps each ten of them together, in order, from zero; some tens adjoin. */
function digitValue(character: string): string {
  const point = character.codePointAt(0) as number;
  let first = point;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((point - first) % 10);
}

/**
 * A figure with what cannot be seen left out, its digits, of whatever script or width, as 0 to 9, and one minus sign. Nothing else is
 * changed: NFKC would make "10²" 102 and "½" 1⁄2.
 */
export function toPlainFigure(text: string): string {
  return text
    .replace(invisible, "")
    .replace(minusSigns, "-")
    .replace(fullWidth, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(digit, digitValue)
    .replaceAll("\u066b", numberMarks()[1] as string)
    .replaceAll("\u066c", "’")
    .replaceAll("\u3000", " ")
    .trim();
}

const powers: Record<string, number> = { k: 3, thousand: 3, M: 6, mn: 6, million: 6, bn: 9, billion: 9, tn: 12 };

/** A plain figure with "k", "M" and "bn" behind it as powers of ten: "20k" is "20e3". A small m could be thousandths. */
export function withPowers(figure: string): string {
  const [, digits, word = ""] = /^(.*\d[.,]?) ?(\p{L}+)$/u.exec(figure) ?? [];
  const power = powers[word] ?? powers[word.toLowerCase() === "k" ? "k" : ""];
  return digits === undefined || power === undefined ? figure : `${digits}e${power}`;
}

/** Whether a text is several cells of a spreadsheet, or several lines: what is between them is no mark of a figure. */
export function isSeveral(text: string): boolean {
  return /[\t\n\v\f\r\u0085\u2028\u2029]/.test(text.replace(invisible, "").trim());
}
