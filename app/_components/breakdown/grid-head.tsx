import { Cells } from "./cells";
import styles from "./figure-grid.module.css";
import type { Figures } from "./figures";

interface GridHeadProps extends Pick<Figures, "columns" | "under" | "unit"> {
  /** The columns that are drawn. */
  drawn: readonly number[];
}

/** The lines of the head, of which its height is known before it is drawn. @param letters of a name that stand in one line */
export function headLines({ columns, under }: Pick<Figures, "columns" | "under">, letters: number): number {
  return Math.max(
    ...columns.map(({ label }, place) => Math.ceil(label.length / letters) + (under[place]?.length ?? 0)),
  );
}

/** The columns' names, with their dates under them. */
export function GridHead({ columns, under, unit, drawn }: GridHeadProps) {
  return (
    <>
      <colgroup>
        <col className={styles.names} />
        {columns.map(({ label }) => (
          <col key={label} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col" aria-colindex={1}>
            {unit}
          </th>
          <Cells drawn={drawn} count={columns.length}>
            {(column) => (
              <th key={column} scope="col" aria-colindex={column + 2} data-column={column}>
                {columns[column]?.label}
                {under[column]?.map((line) => (
                  <span key={line} className={styles.dates}>
                    {" "}
                    {line}
                  </span>
                ))}
              </th>
            )}
          </Cells>
        </tr>
      </thead>
    </>
  );
}
