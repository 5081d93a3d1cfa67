"use client";

import { type ChangeEvent, memo, useId, useMemo, useState } from "react";
import { FigureInput } from "@/app/_components/ui/fields/figure-input";
import { inputPlace } from "@/lib/draft/place";
import { declaredAt, declaredCurrency, isMoney } from "@/lib/model/currency";
import type { InputKey } from "@/lib/model/inputs";
import type { NumberInput } from "@/lib/model/inputs/declaration";
import { describeNumber, numberText } from "@/lib/value/describe-input";
import { unitLabel } from "@/lib/value/unit-label";
import styles from "./fields.module.css";
import { FieldFrame } from "./frame/field-frame";
import type { SharedFieldProps } from "./frame/frame-props";
import { chanceHint, readText, typedChange, unusualHint } from "./input-text";
import { NumberSlider } from "./number-slider";
import { InputRangeFields } from "./range/input-range-fields";
import { sliderScale } from "./slider-scale";
import { useTyped } from "./use-typed";

export interface FieldProps<I> extends SharedFieldProps {
  input: I;
  value: number | string;
  /** A text that could not be taken, to be shown as it was typed. */
  refusedText?: string | undefined;
}

/** A figure with its unit. What is typed stays as it was typed until the field is left. */
export const NumberField = memo(function NumberField(props: FieldProps<NumberInput>) {
  const { input, value: given, refusedText, ...shared } = props;
  const { fault, currency, readOnly, version, onChange } = shared;
  const value = Number(given);
  const figure = { input, value, currency };
  const [text, setText] = useTyped(version, refusedText ?? null);
  // The slider's range stays while a figure is typed or slid, and follows it where it was left outside.
  const [anchor, setAnchor] = useState({ version, value });
  if (anchor.version !== version) setAnchor({ version, value });
  const scale = useMemo(() => sliderScale(input, anchor.value), [input, anchor]);
  const id = useId();
  const place = inputPlace(input.key as InputKey);

  function type(event: ChangeEvent<HTMLInputElement>) {
    const typed = event.currentTarget.value;
    setText(typed);
    onChange(typedChange(input, typed, currency));
  }

  function leave() {
    if (text !== null && readText(input, text, currency).ok) setText(null);
    if (scale !== null && (value < scale.low || value > scale.high)) setAnchor({ version, value });
    onChange({ kind: "leave" });
  }

  function slide(slid: number) {
    setText(null);
    onChange({ kind: "put", place, value: slid });
  }

  return (
    <FieldFrame
      {...shared}
      id={id}
      input={input}
      bounds={`Between ${numberText(input, input.min)} and ${describeNumber(input, input.max, currency)}.${inDollars(input, currency)}`}
      value={value}
      hint={chanceHint(input, value)}
      unusual={unusualHint(input, value)}
      range={() => (
        <InputRangeFields
          {...figure}
          given={shared.note}
          version={version + (shared.noteVersion ?? 0)}
          readOnly={readOnly}
          onChange={onChange}
        />
      )}
      below={
        readOnly ? undefined : scale === null ? null : (
          <NumberSlider {...figure} scale={scale} onSlide={slide} onLeave={() => onChange({ kind: "leave" })} />
        )
      }
    >
      <FigureInput
        id={id}
        className={styles.input}
        mayBeNegative={input.min < 0}
        value={text ?? numberText(input, value)}
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

/** The default as it is declared, where the page shows it in another currency. */
function inDollars(input: NumberInput, currency: string): string {
  if (currency === declaredCurrency || !isMoney(input)) return "";
  const declared = declaredAt(1).input[input.key as InputKey] as NumberInput;
  return ` The default is ${describeNumber(declared, declared.default, declaredCurrency)} at the model's rate.`;
}
