"use client";

import { useCallback, useState } from "react";
import type { ModelChange } from "@/app/_components/document/model-kind";
import { newRowId } from "@/app/_components/document/new-row-id";
import { hintOf } from "@/app/_components/inputs/rows/row-form";
import { fieldsOf, type RowOf } from "@/app/_components/inputs/rows/row-text";
import { useRowMoves } from "@/app/_components/inputs/rows/use-row-moves";
import { rowPlace } from "@/lib/draft/place";
import { mostRows } from "@/lib/model/rows/fields";
import type { OwnRows, RowTable } from "@/lib/model/rows/own-rows";
import { tableNames } from "@/lib/model/rows/table-names";
import type { RowContext } from "@/lib/schemas/rows/row-schema";
import { formatWhole } from "@/lib/value/format";
import { GridRow, type Taken } from "./grid-row";
import styles from "./rows.module.css";
import { useGrowingCount } from "./use-growing-count";

interface RowGridProps<T extends RowTable> {
  table: T;
  /** The fields that stand in the grid; source and note unfold below a row. */
  keys: readonly string[];
  rows: OwnRows[T];
  context: RowContext;
  readOnly: boolean;
  taken: Taken;
  /** What is said of a row where it is unfolded, by its id. */
  remarks?: ReadonlyMap<string | undefined, string>;
  onChange: (change: ModelChange) => void;
}

/** Rows as a table to type in. */
export function RowGrid<T extends RowTable>(props: RowGridProps<T>) {
  const { table, keys, rows, context, readOnly, taken, remarks, onChange } = props;
  const [added, setAdded] = useState(0);
  const put = useCallback(
    (id: string, row: RowOf<T> | undefined) => onChange({ kind: "put", place: rowPlace(table, { id }), value: row }),
    [table, onChange],
  );
  const change = useCallback((row: RowOf<T>) => put(row.id ?? "", row), [put]);
  const remove = useCallback((row: RowOf<T>) => put(row.id ?? "", undefined), [put]);
  const duplicate = useCallback(({ id: _, ...row }: RowOf<T>) => put(newRowId(), row as RowOf<T>), [put]);
  const leave = useCallback(() => onChange({ kind: "leave" }), [onChange]);
  const add = useCallback(
    (row: RowOf<T>) => {
      put(newRowId(), row);
      setAdded((count) => count + 1);
    },
    [put],
  );
  const shown = useGrowingCount(rows.length);
  const { move, news } = useRowMoves(table, rows, onChange);
  const fields = new Map(fieldsOf(table));
  const most = mostRows[table];
  const isFull = rows.length >= most;
  const common = { table, keys, context, taken };
  const doing = { onGood: change, onLeave: leave, onRemove: remove, onDuplicate: duplicate, onMove: move };
  return (
    <>
      <p className={styles.unseen} role="status">
        {news}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: its rows are laid out apart, which those of a table cannot be. */}
      <div
        role="table"
        aria-label={tableNames[table]}
        aria-rowcount={rows.length + 1}
        className={styles.grid}
        data-table={table}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: a row of names is no place for the focus. */}
        <div role="row" className={styles.gridHead}>
          {keys.map((key) => {
            const field = fields.get(key);
            return field === undefined ? null : (
              // biome-ignore lint/a11y/useSemanticElements: as above.
              // biome-ignore lint/a11y/useFocusableInteractive: as above.
              <div key={key} role="columnheader">
                {field.label}
                <small>{hintOf(field, context.currency).split(";")[0]}</small>
              </div>
            );
          })}
          {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
          {/* biome-ignore lint/a11y/useFocusableInteractive: as above. */}
          <div role="columnheader">
            <span className={styles.unseen}>What can be done</span>
          </div>
        </div>
        {rows.slice(0, shown).map((row, place) => (
          <GridRow
            key={row.id}
            {...common}
            {...doing}
            row={row as RowOf<T>}
            place={place + 1}
            readOnly={readOnly}
            remark={remarks?.get(row.id)}
            isFirst={place === 0}
            isLast={place === rows.length - 1}
          />
        ))}
        {readOnly || isFull ? null : (
          <GridRow key={`new ${added}`} {...common} row={null} place={rows.length + 1} readOnly={false} onGood={add} />
        )}
        {isFull ? <p className={styles.words}>A model has at most {formatWhole(most)} rows.</p> : null}
      </div>
    </>
  );
}
