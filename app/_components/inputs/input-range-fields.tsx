"use client";

import { useId } from "react";
import type { ModelChange } from "@/app/_components/document/model-kind";
import { FigureInput } from "@/app/_components/ui/figure-input";
import { rangeOf } from "@/lib/analysis/sensitivity/input-range";
import type { InputNote } from "@/lib/draft/model";
import { notePlace, type RangeEnd } from "@/lib/draft/place";
import type { InputKey } from "@/lib/model/inputs";
import type { NumberInput } from "@/lib/model/inputs/declaration";
import { describeNumber, numberText } from "@/lib/value/describe-input";
import { toDigits } from "@/lib/value/format";
import { unitLabel } from "@/lib/value/unit-label";
import styles from "./fields.module.css";
import { readText } from "./input-text";
import { useTypedText } from "./use-typed-text";

interface InputRangeFieldsProps {
  /** In the model's currency. */
  input: NumberInput;
  value: number;
  given: InputNote | undefined;
  currency: string;
  version: number;
  readOnly: boolean;
  onChange: (change: ModelChange) => void;
}

const names = { low: "Low", high: "High" };

/** The range over which the verdict tries an input: the usual one, and the ends that someone states instead of it. */
export function InputRangeFields(props: InputRangeFieldsProps) {
  const { input, value, given, currency, readOnly } = props;
  const usual = rangeOf(input, value);
  const { low, high } = given ?? {};
  const isOutside = (low !== undefined && value < low) || (high !== undefined && value > high);
  if (readOnly) {
    return low === undefined && high === undefined ? null : (
      <p>
        Range to try: {low === undefined ? "the usual low" : describeNumber(input, low, currency)} to{" "}
        {high === undefined ? "the usual high" : describeNumber(input, high, currency)}
      </p>
    );
  }
  return (
    <fieldset className={styles.range}>
      <legend>Your range to try, {unitLabel(input.unit, currency) || "a number"}</legend>
      <div className={styles.ends}>
        <EndField {...props} end="low" usual={usual?.low} />
        <EndField {...props} end="high" usual={usual?.high} />
      </div>
      <p>
        {isOutside
          ? `The figure itself, ${describeNumber(input, value, currency)}, is outside of this range.`
          : "“What the verdict rests on” tries the figure at both ends. Where an end is empty, the usual one is tried."}
      </p>
    </fieldset>
  );
}

/** What is wrong with an end beside the other one. */
function orderFault(input: NumberInput, end: RangeEnd, value: number, other: number | undefined, currency: string) {
  if (other === undefined || (end === "low" ? value <= other : value >= other)) return undefined;
  return `${names[end]} must be ${end === "low" ? "at most the high" : "at least the low"}, ${describeNumber(input, other, currency)}; change one of them.`;
}

function EndField(props: InputRangeFieldsProps & { end: RangeEnd; usual: number | undefined }) {
  const { input, given, currency, version, onChange, end, usual } = props;
  const id = useId();
  const [text, setText] = useTypedText(version, null);
  const stored = given?.[end];
  const other = given?.[end === "low" ? "high" : "low"];
  const key = input.key as InputKey;

  function read(typed: string): { value: number | null } | { fault: string } {
    if (typed.trim() === "") return { value: null };
    const found = readText(input, typed, currency);
    if (!found.ok) return { fault: `${names[end]} of ${found.message}` };
    const fault = orderFault(input, end, found.value, other, currency);
    return fault === undefined ? { value: found.value } : { fault };
  }

  const typed = text === null ? null : read(text);
  const fault = typed !== null && "fault" in typed ? typed.fault : undefined;
  return (
    <div className={styles.rangeEnd}>
      <label htmlFor={id}>
        {names[end]}
        <span className={styles.hidden}> of {input.label}</span>
      </label>
      <FigureInput
        id={id}
        className={styles.input}
        mayBeNegative={input.min < 0}
        placeholder={usual === undefined ? "" : numberText(input, toDigits(usual, 3))}
        value={text ?? (stored === undefined ? "" : numberText(input, stored))}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-fault`}
        onChange={(event) => {
          setText(event.currentTarget.value);
          const found = read(event.currentTarget.value);
          if ("value" in found && found.value !== (stored ?? null))
            onChange({ kind: "put", place: notePlace(key, end), value: found.value ?? undefined });
        }}
        onBlur={() => {
          if (fault === undefined) setText(null);
          onChange({ kind: "leave" });
        }}
      />
      <p id={`${id}-fault`} className={styles.fault} role={fault === undefined ? undefined : "alert"}>
        {fault}
      </p>
    </div>
  );
}
