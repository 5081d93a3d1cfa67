import type { ReactNode } from "react";
import styles from "./figure-grid.module.css";

interface CellsProps {
  /** The columns that are drawn, ascending. */
  drawn: readonly number[];
  /** How many columns there are. */
  count: number;
  children: (column: number) => ReactNode;
}

/** The cells of a row that are drawn, and one empty cell as wide as those left out between them. */
export function Cells({ drawn, count, children }: CellsProps) {
  const cells: ReactNode[] = [];
  let next = 0;
  const fill = (until: number) => {
    if (until > next)
      cells.push(<td key={`before ${until}`} colSpan={until - next} className={styles.gap} aria-hidden="true" />);
  };
  for (const column of drawn) {
    fill(column);
    cells.push(children(column));
    next = column + 1;
  }
  fill(count);
  return cells;
}
