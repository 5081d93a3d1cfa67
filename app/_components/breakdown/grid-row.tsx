import { memo } from "react";
import type { CommentSubject } from "@/lib/comments/comment";
import { CommentMarker } from "../comments/comment-marker";
import { Cells } from "./cells";
import styles from "./figure-grid.module.css";

interface GridRowProps {
  name: string;
  isTotal: boolean;
  /** The key of the result on which the row is commented; null where it is on none. */
  commentKey: string | null;
  /** The columns that are drawn. */
  drawn: readonly number[];
  /** What each column is, where the row is a card. */
  labels: readonly string[];
  index: number;
  texts: readonly string[];
  /** The column of the cell that takes the focus; null where it is in another row, undefined where none does. */
  focusable: number | null | undefined;
}

/** A row of figures; without one it is paler. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { name, isTotal, commentKey, drawn, labels, index, texts, focusable } = props;
  const subject: CommentSubject | null = commentKey === null ? null : { kind: "result", key: commentKey };
  return (
    <tr data-row={index} className={isTotal ? styles.total : undefined}>
      <th scope="row" aria-colindex={1}>
        {name} {subject === null ? null : <CommentMarker subject={subject} />}
      </th>
      <Cells drawn={drawn} count={texts.length}>
        {(column) => (
          <td
            key={column}
            aria-colindex={column + 2}
            data-column={column}
            data-label={labels[column]}
            tabIndex={focusable === undefined ? undefined : column === focusable ? 0 : -1}
            className={/[1-9]/.test(texts[column] ?? "") ? undefined : styles.quiet}
          >
            {texts[column]}
          </td>
        )}
      </Cells>
    </tr>
  );
});
