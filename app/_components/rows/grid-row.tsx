"use client";

import { memo, useId, useState } from "react";
import { CommentMarker } from "@/app/_components/comments/comment-marker";
import fields from "@/app/_components/inputs/fields.module.css";
import { MoveButtons } from "@/app/_components/inputs/rows/move-buttons";
import { RowControl, RowFault } from "@/app/_components/inputs/rows/row-control";
import { fieldsOf } from "@/app/_components/inputs/rows/row-text";
import { type MoveRow, movesByKey } from "@/app/_components/inputs/rows/use-row-moves";
import { useRowTexts } from "@/app/_components/inputs/rows/use-row-texts";
import { placeText, rowPlace } from "@/lib/draft/place";
import { hasField } from "@/lib/model/rows/fields";
import type { RegisterRow as Row } from "@/lib/model/rows/own-rows";
import type { RowContext } from "@/lib/schemas/rows/row-schema";
import { nothing } from "@/lib/value/format";
import styles from "./rows.module.css";

/** The fields that stand in the grid; the others unfold below the row. */
export const gridKeys = ["label", "what", "count", "equivalents", "ageMonths", "pricePaid", "watts"] as const;

const subjectOf = (row: Row) => ({ ...rowPlace("register", row), label: row.label });

interface RegisterRowProps {
  row: Row | null;
  /** From 1. */
  place: number;
  context: RowContext;
  readOnly: boolean;
  /** What the model takes where a field is left empty, by the field. */
  taken: Readonly<Record<string, string>>;
  /** Takes a row that reads well; of an existing one at each key. */
  onGood: (row: Row) => void;
  onLeave?: (() => void) | undefined;
  onRemove?: ((row: Row) => void) | undefined;
  onDuplicate?: ((row: Row) => void) | undefined;
  onMove?: MoveRow | undefined;
  isFirst?: boolean;
  isLast?: boolean;
}

/** One row of the register, each of its figures a cell to type in. */
export const RegisterRow = memo(function RegisterRow(props: RegisterRowProps) {
  const { row, place, context, readOnly, taken, onGood, onLeave, onRemove, onDuplicate } = props;
  const { onMove, isFirst = false, isLast = false } = props;
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { texts, faults, change, add } = useRowTexts({ table: "register", row, context, onGood });
  const all = fieldsOf("register");
  const control = (key: string, of = `row ${place}`) => {
    const declared = all.find(([name]) => name === key)?.[1];
    if (declared === undefined) return null;
    return (
      <>
        <span className={styles.cellName} aria-hidden="true">
          {declared.label}
        </span>
        {hasField(declared, texts) ? (
          <RowControl
            id={`${id}-${key}`}
            field={declared}
            text={texts[key] ?? ""}
            fault={faults[key]}
            readOnly={readOnly}
            label={row === null ? `${declared.label}, new row` : `${declared.label}, ${of}`}
            placeholder={texts.what === "network" ? undefined : taken[key]}
            onText={(text) => change(key, text)}
            onLeave={row === null ? undefined : onLeave}
          />
        ) : (
          nothing
        )}
      </>
    );
  };
  const name = row?.label ?? "the new row";
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a grid that is laid out apart, which those of a table cannot be.
    <div
      role="row"
      tabIndex={-1}
      className={styles.gridRow}
      data-new={row === null || undefined}
      data-line={row === null ? undefined : placeText(rowPlace("register", row))}
      {...(row === null && { "data-own-undo": true })}
      onKeyDown={(event) => {
        const by = row === null || readOnly ? null : movesByKey(event);
        if (by !== null) onMove?.(row?.id ?? "", by);
        if (row === null && event.key === "Enter" && event.target instanceof HTMLInputElement) add();
      }}
    >
      {gridKeys.map((key) => (
        // biome-ignore lint/a11y/useSemanticElements: as above.
        <div key={key} role="cell">
          {control(key)}
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
        {gridKeys.map((key) => (
          <RowFault key={key} id={`${id}-${key}`} message={faults[key]} />
        ))}
        {row === null || isOpen ? null : <CommentMarker subject={subjectOf(row)} />}
        {isOpen && row !== null ? (
          <div className={styles.unfolded}>
            {(["source", "note"] as const).map((key) => (
              <div key={key} className={styles.field}>
                <label htmlFor={`${id}-${key}`}>{all.find(([name]) => name === key)?.[1].label}</label>
                {control(key, name)}
                <RowFault id={`${id}-${key}`} message={faults[key]} />
              </div>
            ))}
            <p className={styles.actions}>
              {readOnly ? null : (
                <>
                  {onMove === undefined ? null : (
                    <MoveButtons id={row.id ?? ""} name={row.label} isFirst={isFirst} isLast={isLast} onMove={onMove} />
                  )}
                  <button type="button" className={fields.action} onClick={() => onDuplicate?.(row)}>
                    Duplicate {row.label}
                  </button>
                  <button type="button" className={fields.action} onClick={() => onRemove?.(row)}>
                    Remove {row.label}
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
});
