/**
 * What a spreadsheet would take for a formula, bare or behind apostrophes: text whose first sign is = + - or @, or a sign that is one of
 * them in another width or place (Unicode's NFKC makes it one of them, or the minus sign). Some programs pass over white space and
 * characters that show nothing before it. A tab, a return or a line feed at the beginning is guarded by itself.
 */
const risky =
  /^'*(?:[\t\r\n]|[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*[=+\-@\u207a-\u207c\u208a-\u208c\u2212\ufb29\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20])/u;
const plainNumber = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/;

/** Text as a cell of a CSV file: one leading apostrophe where it would begin a formula. */
export function textCell(text: string): string {
  return risky.test(text) ? `'${text}` : text;
}

/** The text of a cell: exactly the one apostrophe that guards a formula is taken away. */
export function textOfCell(cell: string): string {
  return cell.startsWith("'") && risky.test(cell) ? cell.slice(1) : cell;
}

/** A cell as it may be written: what would begin a formula all the same, and is no figure, gets its apostrophe here. */
export function safeCell(cell: string): string {
  return cell.startsWith("'") || plainNumber.test(cell) ? cell : textCell(cell);
}
