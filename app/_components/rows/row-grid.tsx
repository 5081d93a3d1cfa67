"use client";

import { useCallback, useMemo, useState } from "react";
import type { ModelChange } from "@/app/_components/document/model-kind";
import { newRowId } from "@/app/_components/document/new-row-id";
import { hintOf } from "@/app/_components/inputs/rows/row-form";
import { useRowMoves } from "@/app/_components/inputs/rows/use-row-moves";
import { rowPlace } from "@/lib/draft/place";
import type { PlaceMap } from "@/lib/draft/place-map";
import { mostRows, registerFields } from "@/lib/model/rows/fields";
import type { RegisterRow as Row } from "@/lib/model/rows/own-rows";
import type { RowContext } from "@/lib/schemas/rows/row-schema";
import { formatWhole } from "@/lib/value/format";
import { gridKeys, RegisterRow } from "./register-row";
import styles from "./rows.module.css";

interface RegisterGridProps {
  rows: readonly Row[];
  context: RowContext;
  version: number;
  /** How often another person's save changed what stands at a place. */
  followed: PlaceMap<number>;
  readOnly: boolean;
  onChange: (change: ModelChange) => void;
}

/** The register as a table to type in. */
export function RegisterGrid({ rows, context, version, followed, readOnly, onChange }: RegisterGridProps) {
  const [added, setAdded] = useState(0);
  const put = useCallback(
    (id: string, row: Row | undefined) => onChange({ kind: "put", place: rowPlace("register", { id }), value: row }),
    [onChange],
  );
  const change = useCallback((row: Row) => put(row.id ?? "", row), [put]);
  const remove = useCallback((row: Row) => put(row.id ?? "", undefined), [put]);
  const duplicate = useCallback(({ id: _, ...row }: Row) => put(newRowId(), row), [put]);
  const leave = useCallback(() => onChange({ kind: "leave" }), [onChange]);
  const add = useCallback(
    (row: Row) => {
      put(newRowId(), row);
      setAdded((count) => count + 1);
    },
    [put],
  );
  const { move, news } = useRowMoves("register", rows, onChange);
  const taken = useMemo(() => ({ equivalents: "1" }), []);
  const isFull = rows.length >= mostRows.register;
  return (
    <>
      <p className={styles.unseen} role="status">
        {news}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: its rows are laid out apart, which those of a table cannot be. */}
      <div role="table" aria-label="Register" aria-rowcount={rows.length + 1} className={styles.grid}>
        {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: a row of names is no place for the focus. */}
        <div role="row" className={styles.gridHead}>
          {gridKeys.map((key) => (
            // biome-ignore lint/a11y/useSemanticElements: as above.
            // biome-ignore lint/a11y/useFocusableInteractive: as above.
            <div key={key} role="columnheader">
              {registerFields[key].label}
              <small>{hintOf(registerFields[key], context.currency).split(";")[0]}</small>
            </div>
          ))}
          {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
          {/* biome-ignore lint/a11y/useFocusableInteractive: as above. */}
          <div role="columnheader">
            <span className={styles.unseen}>What can be done</span>
          </div>
        </div>
        {rows.map((row, place) => (
          <RegisterRow
            key={`${row.id} ${version + (followed.get(rowPlace("register", row)) ?? 0)}`}
            row={row}
            place={place + 1}
            context={context}
            readOnly={readOnly}
            taken={taken}
            onGood={change}
            onLeave={leave}
            onRemove={remove}
            onDuplicate={duplicate}
            onMove={move}
            isFirst={place === 0}
            isLast={place === rows.length - 1}
          />
        ))}
        {readOnly || isFull ? null : (
          <RegisterRow
            key={`new ${added}`}
            row={null}
            place={rows.length + 1}
            context={context}
            readOnly={false}
            taken={taken}
            onGood={add}
          />
        )}
        {isFull ? <p className={styles.words}>A model has at most {formatWhole(mostRows.register)} rows.</p> : null}
      </div>
    </>
  );
}
