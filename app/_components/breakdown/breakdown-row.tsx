import { memo } from "react";
import type { BreakdownRow } from "@/lib/analysis/breakdown";
import { resultKeyOf } from "@/lib/comments/comment";
import type { Architecture } from "@/lib/model/architectures";
import { CommentMarker } from "../comments/comment-marker";
import styles from "./breakdown-table.module.css";
import { Cells } from "./cells";

interface BreakdownTableRowProps {
  architecture: Architecture;
  rowKey: BreakdownRow["key"];
  name: string;
  /** The columns that are drawn. */
  drawn: readonly number[];
  index: number;
  texts: readonly string[];
  /** The column of the cell that takes the focus; null where it is in another row, undefined where none does. */
  focusable: number | null | undefined;
}

/** A row of figures; without one it is paler. */
export const BreakdownTableRow = memo(function BreakdownTableRow(props: BreakdownTableRowProps) {
  const { architecture, rowKey, name, drawn, index, texts, focusable } = props;
  return (
    <tr data-row={index} data-kind={rowKey}>
      <th scope="row" aria-colindex={1}>
        {name}{" "}
        {rowKey === "netPresent" || rowKey === "difference" ? null : (
          <CommentMarker subject={{ kind: "result", key: resultKeyOf(architecture, rowKey) }} />
        )}
      </th>
      <Cells drawn={drawn} count={texts.length}>
        {(column) => (
          <td
            key={column}
            aria-colindex={column + 2}
            data-column={column}
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
