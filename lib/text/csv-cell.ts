/**
 * What a spreadsheet would take for a formula, bare or behind apostrophes: text whose first sign is = + - or @, or a sign that is one of
 * them in another width or place (Unicode's NFKC makes it one of them, or the minus sign). Some programs pass over white space and
 * characters that show nothing before it. A tab, a return or a line feed at the beginning is guarded by itself.
 */
const risky =
  /^'*(?:[\t\r\n]|[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*[=+\-@\u207a-\u207c\u208a-\u208c\u2212\ufb29\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20])/u;
/**
 * The same behind what another country's spreadsheet takes for the end of a cell or a row: where it parts cells by semicolons or tabs, the
 * quotes of a file with commas stand in the middle of its cells and hold nothing together. The run goes up to the sign, or to what is none.
 */
const inner =
  /[;\t\r\n][';\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*([=+\-@\u207a-\u207c\u208a-\u208c\u2212\ufb29\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20])?/gu;
const plainNumber = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/;

const atRuns = (text: string, change: (run: string) => string) =>
  text.replace(inner, (run, sign?: string) => (sign === undefined ? run : change(run)));

/** Text as a cell of a CSV file: one apostrophe wherever a formula would begin, at its beginning or for who parts cells otherwise. */
export function textCell(text: string): string {
  const guarded = atRuns(text, (run) => run.replace(/[;\t\r\n]/g, "$&'"));
  return risky.test(guarded) ? `'${guarded}` : guarded;
}

/** The text of a cell: exactly the apostrophes that guard formulas are taken away. */
export function textOfCell(cell: string): string {
  const guarded = cell.startsWith("'") && risky.test(cell) ? cell.slice(1) : cell;
  return atRuns(guarded, (run) => run.replace(/([;\t\r\n])'/g, "$1"));
}

/** A cell as it may be written: what would begin a formula all the same, and is no figure, gets its apostrophes here. */
export function safeCell(cell: string): string {
  if (plainNumber.test(cell)) return cell;
  const guarded = atRuns(cell, (run) => run.replace(/[;\t\r\n](?!')/g, "$&'"));
  return !guarded.startsWith("'") && risky.test(guarded) ? `'${guarded}` : guarded;
}
