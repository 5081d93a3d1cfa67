import type { Architecture } from "@/lib/model/architectures";

/** A place in the table's figures, both from 0. */
export interface Place {
  row: number;
  column: number;
}

interface NamedRow {
  readonly architecture: Architecture;
  readonly key: string;
}

/** The place a key moves to; null for keys that the browser handles. @param columns how many there are */
export function placeAfter(
  key: string,
  withControl: boolean,
  at: Place,
  { rows, columns }: { rows: readonly NamedRow[]; columns: number },
) {
  const within = (value: number, count: number) => Math.min(Math.max(value, 0), count - 1);
  const to = (row: number, column: number): Place => ({
    row: within(row, rows.length),
    column: within(column, columns),
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
      return to(withControl ? rows.length - 1 : at.row, columns - 1);
    case "PageUp":
      return to(sameRow(rows, at.row, -1), at.column);
    case "PageDown":
      return to(sameRow(rows, at.row, 1), at.column);
    default:
      return null;
  }
}

/** The row of the same key of the architecture before or after, or its total where it has none. */
function sameRow(rows: readonly NamedRow[], at: number, step: 1 | -1): number {
  const order = [...new Set(rows.map(({ architecture }) => architecture))];
  const { architecture, key } = rows[at] as NamedRow;
  const next = order[order.indexOf(architecture) + step];
  const find = (wanted: string) => rows.findIndex((row) => row.architecture === next && row.key === wanted);
  return next === undefined ? at : ([find(key), find("total"), at].find((row) => row >= 0) as number);
}
