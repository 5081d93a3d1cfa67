"use client";

import { memo, useId, useState } from "react";
import { CommentMarker } from "@/app/_components/comments/comment-marker";
import fields from "@/app/_components/inputs/fields.module.css";
import { FieldFault } from "@/app/_components/inputs/frame/field-fault";
import { MoveButtons } from "@/app/_components/inputs/rows/move-buttons";
import { RowControl } from "@/app/_components/inputs/rows/row-control";
import { fieldsOf, type RowOf, type RowTexts } from "@/app/_components/inputs/rows/row-text";
import { type MoveRow, movesByKey } from "@/app/_components/inputs/rows/use-row-moves";
import { useRowTexts } from "@/app/_components/inputs/rows/use-row-texts";
import { placeText, rowPlace } from "@/lib/draft/place";
import { hasField } from "@/lib/model/rows/fields";
import type { RowTable } from "@/lib/model/rows/own-rows";
import type { RowContext } from "@/lib/schemas/rows/row-schema";
import { nothing } from "@/lib/value/format";
import { rowName } from "@/lib/value/rows/row-words";
import styles from "./rows.module.css";

/** What the model takes where a field is left empty, by the field, of a row that holds these texts. */
export type Taken = (texts: RowTexts) => Readonly<Record<string, string>>;

interface GridRowProps<T extends RowTable> {
  table: T;
  /** The fields that stand in the grid; source and note unfold below the row. */
  keys: readonly string[];
  row: RowOf<T> | null;
  /** From 1. */
  place: number;
  context: RowContext;
  readOnly: boolean;
  taken: Taken;
  /** Takes a row that reads well; of an existing one at each key. */
  onGood: (row: RowOf<T>) => void;
  onLeave?: (() => void) | undefined;
  onRemove?: ((row: RowOf<T>) => void) | undefined;
  onDuplicate?: ((row: RowOf<T>) => void) | undefined;
  onMove?: MoveRow | undefined;
  /** What is said of it where it is unfolded. */
  remark?: string | undefined;
  isFirst?: boolean;
  isLast?: boolean;
}

function BareGridRow<T extends RowTable>(props: GridRowProps<T>) {
  const { table, keys, row, place, context, readOnly, taken, onGood, onLeave, onRemove, onDuplicate } = props;
  const { onMove, isFirst = false, isLast = false, remark } = props;
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { texts, faults, change, add } = useRowTexts({ table, row, context, onGood });
  const all = fieldsOf(table);
  const otherwise = taken(texts);
  const subjectOf = (of: RowOf<T>) => ({ ...rowPlace(table, of), label: rowName(of) });
  const control = (key: string, of = `row ${place}`) => {
    const declared = all.find(([name]) => name === key)?.[1];
    if (declared === undefined) return null;
    const left = otherwise[key];
    const field = declared.format === "choice" && left !== undefined ? { ...declared, otherwise: left } : declared;
    return (
      <>
        <span className={styles.cellName} aria-hidden="true">
          {declared.label}
        </span>
        {hasField(declared, texts) ? (
          <RowControl
            id={`${id}-${key}`}
            field={field}
            text={texts[key] ?? ""}
            fault={faults[key]}
            readOnly={readOnly}
            label={row === null ? `${declared.label}, new row` : `${declared.label}, ${of}`}
            placeholder={left}
            onText={(text) => change(key, text)}
            onLeave={row === null ? undefined : onLeave}
          />
        ) : (
          nothing
        )}
      </>
    );
  };
  const name = row === null ? "the new row" : rowName(row);
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a grid that is laid out apart, which those of a table cannot be.
    <div
      role="row"
      aria-rowindex={place + 1}
      tabIndex={-1}
      className={styles.gridRow}
      data-new={row === null || undefined}
      data-line={row === null ? undefined : placeText(rowPlace(table, row))}
      {...(row === null && { "data-own-undo": true })}
      onKeyDown={(event) => {
        const by = row === null || readOnly ? null : movesByKey(event);
        if (by !== null) onMove?.(row?.id ?? "", by);
        if (row === null && event.key === "Enter" && event.target instanceof HTMLInputElement) add();
      }}
    >
      {keys.map((key) => (
        // biome-ignore lint/a11y/useSemanticElements: as above.
        <div key={key} role="cell">
          {control(key)}
          {key === "label" ? (
            <span className={styles.onPaper} aria-hidden="true">
              {texts[key]}
            </span>
          ) : null}
        </div>
      ))}
      {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
      <div role="cell" className={styles.actions}>
        {row === null ? (
          <button type="button" className={fields.action} onClick={add}>
            Add
          </button>
        ) : (
          <button
            type="button"
            className={fields.action}
            aria-expanded={isOpen}
            aria-label={`More about ${name}`}
            onClick={() => setOpen(!isOpen)}
          >
            More
          </button>
        )}
      </div>
      <div className={styles.faults}>
        {keys.map((key) => (
          <FieldFault key={key} id={`${id}-${key}`} fault={faults[key]} />
        ))}
        {row === null || isOpen ? null : <CommentMarker subject={subjectOf(row)} />}
        {isOpen && row !== null ? (
          <div className={styles.unfolded}>
            {remark ? <p className={styles.words}>{remark}</p> : null}
            {(["source", "note"] as const).map((key) => (
              <div key={key} className={styles.field}>
                <label htmlFor={`${id}-${key}`}>{all.find(([name]) => name === key)?.[1].label}</label>
                {control(key, name)}
                <FieldFault id={`${id}-${key}`} fault={faults[key]} />
              </div>
            ))}
            <p className={styles.actions}>
              {readOnly ? null : (
                <>
                  {onMove === undefined ? null : (
                    <MoveButtons id={row.id ?? ""} name={name} isFirst={isFirst} isLast={isLast} onMove={onMove} />
                  )}
                  <button type="button" className={fields.action} onClick={() => onDuplicate?.(row)}>
                    Duplicate {name}
                  </button>
                  <button type="button" className={fields.action} onClick={() => onRemove?.(row)}>
                    Remove {name}
                  </button>
                </>
              )}
              <CommentMarker subject={subjectOf(row)} isAlwaysShown />
            </p>
          </div>
        ) : null}
      </div>
    </div>
  );
}

/** One row of a grid, each of its figures a cell to type in. */
export const GridRow = memo(BareGridRow) as typeof BareGridRow;
