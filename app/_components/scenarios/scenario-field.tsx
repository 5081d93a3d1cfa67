"use client";

import { useId } from "react";
import { typedChange, unusualHint } from "@/app/_components/inputs/input-text";
import { useTyped } from "@/app/_components/inputs/use-typed";
import { inputPlace } from "@/lib/draft/place";
import type { InputKey } from "@/lib/model/inputs";
import { type InputDeclaration, isFigure, type NumberInput } from "@/lib/model/inputs/declaration";
import { inputText, numberText } from "@/lib/value/describe-input";
import { inputName } from "@/lib/value/input-name";
import { FigureInput } from "../ui/fields/figure-input";
import styles from "./inputs-table.module.css";
import type { ScenarioChange } from "./scenario-kind";

interface ScenarioFieldProps {
  declared: InputDeclaration;
  /** Of which scenario, for anyone who does not see the column. */
  scenarioName: string;
  value: number | string;
  /** Whether the scenario has a value of its own. */
  isOwn: boolean;
  fault: string | undefined;
  /** A text that could not be taken, to be shown as it was typed. */
  refusedText: string | undefined;
  /** Goes up when the value changes by other than typing. */
  version: number;
  currency: string;
  readOnly: boolean;
  onChange: (change: ScenarioChange) => void;
}

/** One input of one scenario: the base's value until another one is typed. */
export function ScenarioField(props: ScenarioFieldProps) {
  const { declared, scenarioName, value, isOwn, fault, refusedText, version, currency, readOnly, onChange } = props;
  const [text, setText] = useTyped(version, refusedText ?? null);
  const id = useId();
  const key = declared.key as InputKey;
  const place = inputPlace(key);
  const label = `${inputName(declared)}, ${scenarioName}`;
  const unusual = isOwn && isFigure(declared) ? unusualHint(declared, Number(value)) : null;
  if (readOnly) return <span className={isOwn ? styles.own : styles.inherited}>{inputText(declared, value)}</span>;

  function type(input: NumberInput, typed: string) {
    setText(typed);
    onChange(typedChange(input, typed, currency));
  }

  function leave() {
    if (refusedText === undefined) setText(null);
    onChange({ kind: "leave" });
  }

  const choices = choicesOf(declared);
  return (
    <div className={styles.field}>
      {choices === null ? (
        <FigureInput
          className={styles.input}
          data-own={isOwn}
          data-on-paper
          aria-label={label}
          aria-invalid={fault !== undefined}
          aria-describedby={`${id}-fault${unusual === null ? "" : ` ${id}-unusual`}`}
          mayBeNegative={(declared as NumberInput).min < 0}
          value={text ?? numberText(declared as NumberInput, Number(value))}
          onChange={(event) => type(declared as NumberInput, event.currentTarget.value)}
          onBlur={leave}
        />
      ) : (
        <select
          className={styles.select}
          data-own={isOwn}
          data-on-paper
          aria-label={label}
          value={String(value)}
          onChange={(event) =>
            onChange({
              kind: "put",
              place,
              value: declared.format === "choice" ? event.currentTarget.value : Number(event.currentTarget.value),
            })
          }
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
      <button
        type="button"
        className={styles.action}
        hidden={!isOwn && refusedText === undefined}
        onClick={() => onChange({ kind: "reset", keys: [key] })}
        aria-label={`As base for ${label}`}
      >
        As base
      </button>
      {unusual === null ? null : (
        <p id={`${id}-unusual`} className={styles.unusual}>
          {unusual}
        </p>
      )}
      <p id={`${id}-fault`} className={styles.fault} role={fault === undefined ? undefined : "alert"}>
        {fault}
      </p>
    </div>
  );
}

/** What can be chosen where the input is no number that is typed; null where it is. */
function choicesOf(declared: InputDeclaration): { value: string; label: string }[] | null {
  if (isFigure(declared)) return null;
  const values = declared.format === "choice" ? declared.choices : ["1", "0"];
  return values.map((value) => ({ value, label: inputText(declared, value) }));
}
