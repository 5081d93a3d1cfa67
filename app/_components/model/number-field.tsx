"use client";

import { type ChangeEvent, memo, useId, useState } from "react";
import type { InputKey } from "@/lib/model/inputs";
import type { NumberInput } from "@/lib/model/inputs/declaration";
import { isPercentage, unitLabel } from "@/lib/unit-label";
import { FieldFrame } from "./field-frame";
import styles from "./fields.module.css";
import { chanceHint, readText, toText, toWords } from "./input-text";
import type { ModelChange } from "./model-state";

export interface FieldProps<I> {
  input: I;
  value: number | string;
  isChanged: boolean;
  fault: string | undefined;
  /** A text that could not be taken, to be shown as it was typed. */
  refusedText?: string | undefined;
  currency: string;
  readOnly: boolean;
  templateBasis: string | undefined;
  onChange: (change: ModelChange) => void;
}

/** A figure with its unit. What is typed stays as it was typed until the field is left. */
export const NumberField = memo(function NumberField(props: FieldProps<NumberInput>) {
  const { input, isChanged, fault, currency, readOnly, onChange } = props;
  const value = Number(props.value);
  const [text, setText] = useState<string | null>(props.refusedText ?? null);
  const id = useId();
  const key = input.key as InputKey;

  function type(event: ChangeEvent<HTMLInputElement>) {
    const typed = event.currentTarget.value;
    setText(typed);
    const read = readText(input, typed, currency);
    onChange(
      read.ok ? { kind: "type", key, value: read.value } : { kind: "refuse", key, text: typed, message: read.message },
    );
  }

  function leave() {
    if (text !== null && readText(input, text, currency).ok) setText(null);
  }

  function reset() {
    setText(null);
    onChange({ kind: "reset", key });
  }

  return (
    <FieldFrame
      id={id}
      label={input.label}
      basis={input.basis}
      templateBasis={props.templateBasis}
      bounds={`Between ${toText(input, input.min)} and ${toWords(input, input.max, currency)}.`}
      defaultWords={`${toText(input, input.default)}${isPercentage(input.unit) ? " %" : ""}`}
      hint={chanceHint(input, value)}
      isChanged={isChanged}
      fault={fault}
      onReset={readOnly ? undefined : reset}
    >
      <input
        id={id}
        className={styles.input}
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        value={text ?? toText(input, value)}
        readOnly={readOnly}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-unit ${id}-default ${id}-fault`}
        onChange={type}
        onBlur={leave}
      />
      <span id={`${id}-unit`} className={styles.unit}>
        {unitLabel(input.unit, currency)}
      </span>
    </FieldFrame>
  );
});
