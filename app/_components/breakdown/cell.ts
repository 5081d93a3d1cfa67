import type { BreakdownRow, Column } from "@/lib/analysis/breakdown";

/** A place in the table's figures, both from 0. */
export interface Place {
  row: number;
  column: number;
}

/** The figure that is explained. */
export interface ExplainedCell {
  row: BreakdownRow;
  column: Column;
  /** As written in the table. */
  text: string;
}

const rowsPerArchitecture = 13;

/** The place a key moves to; null for keys that the browser handles. */
export function placeAfter(key: string, withControl: boolean, at: Place, size: { rows: number; columns: number }) {
  const within = (value: number, count: number) => Math.min(Math.max(value, 0), count - 1);
  const to = (row: number, column: number): Place => ({
    row: within(row, size.rows),
    column: within(column, size.columns),
  });
  switch (key) {
    case "ArrowUp":
      return to(at.row - 1, at.column);
    case "ArrowDown":
      return to(at.row + 1, at.column);
    case "ArrowLeft":
      return to(at.row, at.column - 1);
    case "ArrowRight":
      return to(at.row, at.column + 1);
    case "Home":
      return to(withControl ? 0 : at.row, 0);
    case "End":
      return to(withControl ? size.rows - 1 : at.row, size.columns - 1);
    case "PageUp":
      return to(at.row - rowsPerArchitecture, at.column);
    case "PageDown":
      return to(at.row + rowsPerArchitecture, at.column);
    default:
      return null;
  }
}
