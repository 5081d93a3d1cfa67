import { formatNumber } from "./format";
import { numberMarks } from "./number-marks";
import { isSeveral, toPlainFigure, withPowers } from "./plain-figure";

// No tab and no line break: they are between two figures.
const spaces = /[ \u00a0\u2007-\u200a\u202f'’_]/g;
const grouped = /^\d{1,3}(?:(?:,\d{3})+|(?:\.\d{3})+|(?:[ \u00a0\u2007-\u200a\u202f'’_]\d{3})+)$/;
/** As 12,34,567 stands in India: elsewhere it is taken for a slip. */
const groupedByTwo = /^\d{1,2}(?:,\d\d)*,\d{3}$/;

/** Longer is no figure. */
const longestText = 400;

/** The digits of a figure with "." before its decimals, or null where it could mean two things or nothing. */
function toPlainDigits(digits: string): string | null {
  const [groupMark, decimalMark, ofTwo] = numberMarks();
  const isGrouped = (text: string) => grouped.test(text) || (ofTwo !== undefined && groupedByTwo.test(text));
  const spacedOut = digits.search(spaces) >= 0;
  const lastMark = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","));
  if (lastMark < 0) {
    if (!spacedOut) return digits;
    return grouped.test(digits) ? digits.replace(spaces, "") : null;
  }
  const mark = digits[lastMark];
  const other = mark === "," ? "." : ",";
  const marks = digits.split(mark as string).length - 1;
  const before = digits.slice(0, lastMark);
  const after = digits.slice(lastMark + 1);
  if (/\D/.test(after)) return null;
  // A lone mark before three digits could part thousands or decimals: it means what the page itself writes with it.
  const isEither =
    marks === 1 && !spacedOut && !digits.includes(other) && /^[1-9]\d{0,2}$/.test(before) && after.length === 3;
  if (isEither && mark !== groupMark && mark !== decimalMark) return null;
  // Nobody types three zeros behind a decimal mark: it is a group, by who writes it the other way.
  if (isEither && mark !== groupMark && after === "000") return null;
  if (marks > 1 || (isEither && mark === groupMark)) {
    return isGrouped(digits) ? digits.replace(/[.,]/g, "") : null;
  }
  const whole = before === "" || /^\d+$/.test(before) ? before : isGrouped(before) ? before.replace(/\D/g, "") : null;
  if (whole === null || before.includes(mark as string)) return null;
  return `${whole}.${after}`;
}

/**
 * Reads a figure as people type it: "50,000", "1 234,5", "1.234,5", "1,234.5", "−0.8", "2e6". What means the same everywhere is
 * understood everywhere; "1.234" means what it means to the reader, one and a bit in English and over a thousand in German.
 * Digits may be of any script. Two figures with a tab or a line break between them are none.
 *
 * @param shift powers of ten to add to it: -2 for a percentage, exact where a division by 100 is not
 * @returns null where it is no number, could mean two things, or is too large for one
 */
export function parseNumber(text: string, shift = 0): number | null {
  if (text.length > longestText || isSeveral(text)) return null;
  const parts = /^([+-]?) *([^ ].*?)?(?:[eE]([+-]?\d{1,4}))?$/.exec(toPlainFigure(text));
  if (parts === null) return null;
  const [, sign = "", body = "", exponent = "0"] = parts;
  const digits = toPlainDigits(body);
  if (digits === null || !/^\d*(?:\.\d*)?$/.test(digits) || !/\d/.test(digits)) return null;
  const value = Number(`${sign}${digits}e${Number(exponent) + shift}`);
  if (!Number.isFinite(value)) return null;
  return value === 0 ? 0 : value;
}

/** Reads a figure that may be large, and no percentage: "20k" and "1.5 bn" too. */
export function parseAmount(text: string): number | null {
  return isSeveral(text) ? null : parseNumber(withPowers(toPlainFigure(text)));
}

/**
 * What a refusal says of how a figure is written, ", written as 1,234.5": a mark that may part thousands or decimals is not
 * guessed at, and neither are two cells. Empty where the text holds no such mark.
 */
export function markHint(text: string, example = 1234.5): string {
  if (isSeveral(text)) return ", of one cell alone";
  return /\d[.,]\d/.test(toPlainFigure(text)) ? `, written as ${formatNumber(example)}` : "";
}

/** What "60.000" could mean to a reader who writes 60,000: as it is written here, and as elsewhere; null where a figure means one thing. */
export function bothMeanings(text: string): [number, number] | null {
  const plain = toPlainFigure(text);
  const [groupMark] = numberMarks();
  const [, sign = "", digits = "", mark] = /^([+-]?)([1-9]\d{0,2})([.,])000$/.exec(plain) ?? [];
  if (mark === undefined || mark === groupMark) return null;
  const value = Number(sign + digits);
  return [value, value * 1000];
}
