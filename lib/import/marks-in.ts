import { numberMarks } from "@/lib/value/number-marks";
import { type DecimalMark, type FigureMarks, shownDecimal } from "./file-number";

/** The mark before decimals that figures show, where all that show one show the same. */
export function shownIn(cells: Iterable<string>): DecimalMark | undefined {
  const shown = new Set<DecimalMark>();
  for (const cell of cells) {
    const mark = /[.,]/.test(cell) ? shownDecimal(cell) : undefined;
    if (mark !== undefined) shown.add(mark);
  }
  const [mark, other] = shown;
  return other === undefined ? mark : undefined;
}

/**
 * The marks of a table. Where commas part its cells, a point stands before decimals, and where semicolons do, a comma. Tabs say nothing:
 * whatever its language, a spreadsheet that cells are copied from puts them between. There the table's other figures show it; where none
 * does, the marks are the reader's, who copied the cells.
 *
 * @param figures the cells that hold figures
 */
export function marksIn(delimiter: string, figures: Iterable<string>): FigureMarks {
  if (delimiter === ",") return { decimals: ["."] };
  if (delimiter !== "\t") return { decimals: [","] };
  const shown = shownIn(figures);
  if (shown !== undefined) return { decimals: [shown], thousands: shown === "." ? "," : "." };
  const [group, decimal] = numberMarks();
  return {
    decimals: decimal === "," ? [","] : ["."],
    ...((group === "." || group === ",") && { thousands: group }),
  };
}
