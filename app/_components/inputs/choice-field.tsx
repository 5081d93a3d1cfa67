"use client";

import { memo, useId } from "react";
import { Options } from "@/app/_components/ui/fields/options";
import { inputPlace } from "@/lib/draft/place";
import type { InputKey } from "@/lib/model/inputs";
import type { ChoiceInput } from "@/lib/model/inputs/declaration";
import { inputText } from "@/lib/value/describe-input";
import styles from "./fields.module.css";
import { FieldFrame } from "./frame/field-frame";
import type { FieldProps } from "./number-field";

/** One of a closed list of words. */
export const ChoiceField = memo(function ChoiceField(props: FieldProps<ChoiceInput>) {
  const { input, value, refusedText: _, ...shared } = props;
  const { readOnly, onChange } = shared;
  const id = useId();
  const key = input.key as InputKey;
  return (
    <FieldFrame {...shared} id={id} input={input} value={value} hint={null}>
      {readOnly ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: with the focus it unfolds what is known of it, as a field does.
        <output id={id} className={styles.readOnlyChoice} tabIndex={0}>
          {inputText(input, value)}
        </output>
      ) : (
        <select
          id={id}
          className={styles.select}
          value={value}
          aria-describedby={`${id}-default ${id}-fault`}
          onChange={(event) => onChange({ kind: "put", place: inputPlace(key), value: event.currentTarget.value })}
        >
          <Options of={input.choices} name={(choice) => inputText(input, choice)} />
        </select>
      )}
    </FieldFrame>
  );
});
