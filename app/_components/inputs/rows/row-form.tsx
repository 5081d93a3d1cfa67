"use client";

import { useId } from "react";
import settings from "@/app/_components/inputs/currency/currency-settings.module.css";
import fields from "@/app/_components/inputs/fields.module.css";
import type { CustomLineKind } from "@/lib/model/custom-lines";
import { isPercentage } from "@/lib/model/inputs/declaration";
import { endHints, hasField, holds, type RowField, type RowNumber } from "@/lib/model/rows/fields";
import type { OwnRows, RowTable } from "@/lib/model/rows/own-rows";
import type { RowContext } from "@/lib/schemas/rows/row-schema";
import { lineUnit, unitLabel } from "@/lib/value/unit-label";
import { FieldFault } from "../frame/field-fault";
import { RowControl } from "./row-control";
import styles from "./row-list.module.css";
import { fieldsOf, isRowNumber, type RowOf, type RowTexts } from "./row-text";
import { useRowTexts } from "./use-row-texts";

interface RowFormProps<T extends RowTable> {
  table: T;
  /** Names the form. */
  title: string;
  row: OwnRows[T][number] | null;
  context: RowContext;
  onGood: (row: RowOf<T>) => void;
  onLeave?: () => void;
  onClose: () => void;
}

/** The form opens with the focus in its first field; called once, as it appears. */
const focusFirst = (form: HTMLElement | null) => form?.querySelector<HTMLElement>("input, select, textarea")?.focus();

/** The unit of a figure, and what it is where it is left out. */
export function hintOf(field: RowField, currency: string): string {
  if (field.hint !== undefined) return field.hint;
  const unit = isRowNumber(field) ? (isPercentage(field) ? "%" : unitLabel(field.unit, currency)) : "";
  const otherwise = field.otherwise === undefined ? "" : `empty: ${field.otherwise}`;
  return [unit, otherwise].filter(Boolean).join("; ");
}

/** All fields of a row below each other: what must be stated, then what may be. */
export function RowForm<T extends RowTable>({ table, title, row, context, onGood, onLeave, onClose }: RowFormProps<T>) {
  const id = useId();
  const { texts, faults, change, add } = useRowTexts({ table, row, context, onGood });
  const hintIn = (key: string, declared: RowField) =>
    table === "customLines" && key === "amount"
      ? `${lineUnit(texts.kind as CustomLineKind, context.currency)}; negative is a credit`
      : hintOf(declared, context.currency);
  const all = fieldsOf(table).filter(([, declared]) => hasField(declared, texts));
  const field = (key: string, declared: RowField, label = nameOf(declared, texts), hint = hintIn(key, declared)) => (
    <div key={key} className={declared.format === "choices" ? styles.wideField : styles.field}>
      {declared.format === "choices" ? <span>{label}</span> : <label htmlFor={`${id}-${key}`}>{label}</label>}
      <div className={fields.control}>
        <RowControl
          id={`${id}-${key}`}
          field={declared}
          text={texts[key] ?? ""}
          fault={faults[key]}
          readOnly={false}
          onText={(text) => change(key, text)}
          onLeave={row === null ? undefined : onLeave}
        />
        {hint === "" || declared.format === "choice" || declared.format === "yesNo" ? null : (
          <span className={fields.unit}>{hint}</span>
        )}
      </div>
      <FieldFault id={`${id}-${key}`} fault={faults[key]} />
    </div>
  );
  const ends = (key: string, declared: RowNumber) =>
    (["low", "high"] as const).map((end) =>
      field(`${key}.${end}`, declared, `${declared.label}, ${end}`, endHints[end]),
    );
  const isNeeded = ({ isRequired, asked }: RowField) => isRequired === true || holds(asked, texts);
  const needed = all.filter(([, declared]) => isNeeded(declared));
  const optional = all.filter(([, declared]) => !isNeeded(declared));
  const isStated = optional.some(([key]) => (texts[key] ?? "") !== "");
  return (
    <fieldset
      ref={focusFirst}
      className={settings.form}
      aria-label={title}
      {...(row === null && { "data-own-undo": true })}
    >
      <div className={styles.fields}>{needed.map(([key, declared]) => field(key, declared))}</div>
      <details className={styles.more} open={isStated || undefined}>
        <summary>More: {moreWords(optional.map(([, { label }]) => label))}</summary>
        <div className={styles.fields}>
          {needed.flatMap(([key, declared]) => (isRowNumber(declared) && declared.hasEnds ? ends(key, declared) : []))}
          {optional.map(([key, declared]) => field(key, declared))}
        </div>
      </details>
      <div className={settings.buttons}>
        {row === null ? (
          <button type="button" className={settings.button} onClick={() => add() && onClose()}>
            Add
          </button>
        ) : null}
        <button type="button" className={row === null ? fields.action : settings.button} onClick={onClose}>
          {row === null ? "Cancel" : "Done"}
        </button>
      </div>
    </fieldset>
  );
}

function nameOf({ label, asked }: RowField, texts: RowTexts): string {
  return asked !== undefined && holds(asked, texts) ? asked.label : label;
}

function moreWords(labels: readonly string[]): string {
  const [first, ...others] = labels.map((label, place) => (place === 0 ? label : label.toLowerCase()));
  return [first, ...others.slice(0, 3)].join(", ") + (others.length > 3 ? " …" : "");
}
