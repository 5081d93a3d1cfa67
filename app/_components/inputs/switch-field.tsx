"use client";

import { Switch } from "@mantine/core";
import { memo, useId } from "react";
import { inputPlace } from "@/lib/draft/place";
import type { InputKey } from "@/lib/model/inputs";
import type { NumberInput } from "@/lib/model/inputs/declaration";
import { inputText } from "@/lib/value/describe-input";
import styles from "./fields.module.css";
import { FieldFrame } from "./frame/field-frame";
import type { FieldProps } from "./number-field";
import { ChanceOfYes } from "./range/chance-of-yes";

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
      input={input}
      value={value}
      hint={null}
      range={() => (
        <ChanceOfYes
          input={input}
          given={shared.note}
          version={shared.version + (shared.noteVersion ?? 0)}
          readOnly={readOnly}
          onChange={onChange}
        />
      )}
    >
      <Switch
        id={id}
        size="sm"
        checked={value === 1}
        disabled={readOnly}
        aria-describedby={`${id}-default ${id}-fault`}
        onChange={(event) =>
          onChange({ kind: "put", place: inputPlace(key), value: event.currentTarget.checked ? 1 : 0 })
        }
      />
      <span className={styles.unit}>{inputText(input, value)}</span>
    </FieldFrame>
  );
});
