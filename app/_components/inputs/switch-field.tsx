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
  const { input, value: given, refusedText: _, ...shared } = props;
  const { readOnly, onChange } = shared;
  const value = Number(given);
  const id = useId();
  const key = input.key as InputKey;
  return (
    <FieldFrame
      {...shared}
      id={id}
      inputKey={key}
      label={input.label}
      basis={input.basis}
      value={value}
      defaultValue={input.default}
      words={(one) => word(Number(one))}
      hint={null}
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
