"use client";

import { useId, useState } from "react";
import { readText, unusualHint } from "@/app/_components/inputs/input-text";
import { type InputDeclaration, isFigure, type NumberInput } from "@/lib/model/inputs/declaration";
import { inputText, numberText } from "@/lib/value/describe-input";
import { inputName } from "@/lib/value/input-name";
import { FigureInput } from "../ui/figure-input";
import styles from "./inputs-table.module.css";

interface ScenarioFieldProps {
  declared: InputDeclaration;
  /** Of which scenario, for whoever does not see the column. */
  scenarioName: string;
  value: number | string;
  /** Whether the scenario has a value of its own. */
  isOwn: boolean;
  fault: string | undefined;
  currency: string;
  readOnly: boolean;
  /** It is being typed in, or holds what cannot be taken; or no longer. */
  onBusy: (isBusy: boolean) => void;
  onType: (value: number | string) => void;
  onReset: () => void;
}

/** One input of one scenario: the base's value until another one is typed. */
export function ScenarioField(props: ScenarioFieldProps) {
  const { declared, scenarioName, value, isOwn, readOnly, onBusy, onType, onReset } = props;
  const [text, setText] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const id = useId();
  const label = `${inputName(declared)}, ${scenarioName}`;
  const unusual = isOwn && isFigure(declared) ? unusualHint(declared, Number(value)) : null;
  const fault = refused ?? props.fault ?? undefined;
  if (readOnly) return <span className={isOwn ? styles.own : styles.inherited}>{inputText(declared, value)}</span>;

  function type(input: NumberInput, typed: string) {
    setText(typed);
    onBusy(true);
    const read = readText(input, typed, props.currency);
    setRefused(read.ok ? null : read.message);
    if (read.ok) onType(read.value);
  }

  function leave() {
    if (refused !== null) return;
    setText(null);
    onBusy(false);
  }

  function reset() {
    setText(null);
    setRefused(null);
    onBusy(false);
    onReset();
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
            onType(declared.format === "choice" ? event.currentTarget.value : Number(event.currentTarget.value))
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
        hidden={!isOwn && refused === null}
        onClick={reset}
        aria-label={`Base value for ${label}`}
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
