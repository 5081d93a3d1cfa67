"use client";

import { Switch } from "@mantine/core";
import { memo, useId } from "react";
import type { InputKey } from "@/lib/model/inputs";
import type { NumberInput } from "@/lib/model/inputs/declaration";
import { FieldFrame } from "./field-frame";
import styles from "./fields.module.css";
import type { FieldProps } from "./number-field";

const word = (value: number) => (value === 1 ? "yes" : "no");

/** A yes or a no, stored as 1 or 0. */
export const SwitchField = memo(function SwitchField(props: FieldProps<NumberInput>) {
  const { input, isChanged, fault, readOnly, onChange } = props;
  const value = Number(props.value);
  const id = useId();
  const key = input.key as InputKey;
  return (
    <FieldFrame
      id={id}
      label={input.label}
      basis={input.basis}
      templateBasis={props.templateBasis}
      defaultWords={word(input.default)}
      hint={null}
      isChanged={isChanged}
      fault={fault}
      onReset={readOnly ? undefined : () => onChange({ kind: "reset", key })}
    >
      <Switch
        id={id}
        size="sm"
        checked={value === 1}
        disabled={readOnly}
        aria-describedby={`${id}-default ${id}-fault`}
        onChange={(event) => onChange({ kind: "type", key, value: event.currentTarget.checked ? 1 : 0 })}
      />
      <span className={styles.unit}>{word(value)}</span>
    </FieldFrame>
  );
});
