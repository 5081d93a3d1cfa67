/** What a spreadsheet would take for a formula, bare or behind apostrophes that guard one. */
const risky = /^'*[=+\-@\t\r]/;

/** Text as a cell of a CSV file: one leading apostrophe where it would begin a formula. */
export function textCell(text: string): string {
  return risky.test(text) ? `'${text}` : text;
}

/** The text of a cell: exactly the one apostrophe that guards a formula is taken away. */
export function textOfCell(cell: string): string {
  return cell.startsWith("'") && risky.test(cell) ? cell.slice(1) : cell;
}
