import type { CSSProperties } from "react";

/** In widths of a digit; a mark between digits takes less than half of one. */
function widthOf(text: string): number {
  const digits = text.replace(/\D/g, "").length;
  return digits + (text.length - digits) * 0.44;
}

/** The widest of all figures, in widths of a digit. */
export function widestOf(rows: readonly (readonly string[])[]): number {
  return rows.flat().reduce((most, text) => Math.max(most, widthOf(text)), 0);
}

/**
 * The least width of a table of the class `even`: each of its columns as wide as the widest figure, so that none
 * moves where a figure gains a digit. As a width and not as a variable: cells inherit that, and would be styled anew
 * with it.
 *
 * @param rows the figures of each row
 * @param columns the number of columns
 */
export function evenColumns(rows: readonly (readonly string[])[], columns: number): CSSProperties {
  const digits = widestOf(rows);
  // A digit of a table is a little wider than one of a text.
  const figure = `max(${digits.toFixed(2)}, var(--usual, 0)) * 1.03ch`;
  return { minWidth: `calc(var(--label, 0px) + ${columns} * (${figure} + var(--gap, 0px)))` };
}
