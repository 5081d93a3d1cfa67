"use client";

import { type ChangeEvent, type ReactNode, useId, useState } from "react";
import settings from "@/app/_components/inputs/currency/currency-settings.module.css";
import fields from "@/app/_components/inputs/fields.module.css";
import { FigureInput } from "@/app/_components/ui/figure-input";
import {
  type Architecture,
  architectureNames,
  architectures,
  categories,
  categoryNames,
} from "@/lib/model/architectures";
import { type CustomLine, type CustomLineKind, customLineKindNames, customLineKinds } from "@/lib/model/custom-lines";
import { lineUnit } from "@/lib/value/unit-label";
import { type LineFaults, type LineTexts, readLine, textsOf } from "./own-line-text";
import styles from "./own-lines.module.css";

interface OwnLineFormProps {
  /** The line to change, which follows what is typed; null for a new one, which is added by its button. */
  line: CustomLine | null;
  currency: string;
  onGood: (line: CustomLine) => void;
  onLeave?: () => void;
  onClose: () => void;
}

const lineCategories = categories.filter(
  (category): category is CustomLine["category"] => category !== "transition" && category !== "contingency",
);

type FieldKey = "label" | "amount" | "low" | "high" | "fromMonth" | "toMonth" | "escalation";

/** Credits, and prices that fall. */
const maySink: readonly FieldKey[] = ["amount", "low", "high", "escalation"];

/** The form opens with the focus in its first field; called once, as it appears. */
const focus = (field: HTMLInputElement | null) => field?.focus();

export default function OwnLineForm({ line, currency, onGood, onLeave, onClose }: OwnLineFormProps) {
  const id = useId();
  const [texts, setTexts] = useState(() => textsOf(line));
  const [faults, setFaults] = useState<LineFaults>({});
  const isNew = line === null;

  function change(part: Partial<LineTexts>) {
    const next = { ...texts, ...part };
    setTexts(next);
    if (isNew) return;
    const read = readLine(next);
    setFaults(read.ok ? {} : read.faults);
    if (read.ok) onGood(read.line);
  }

  function add() {
    const read = readLine(texts);
    if (read.ok) onGood(read.line);
    else setFaults(read.faults);
  }

  const field = (key: keyof LineTexts, label: string, control: ReactNode, hint?: string) => (
    <div className={settings.row}>
      <label htmlFor={`${id}-${key}`}>{label}</label>
      <div className={fields.control}>
        {control}
        {hint === undefined ? null : <span className={fields.unit}>{hint}</span>}
      </div>
      <FieldError id={`${id}-${key}-fault`} message={faults[key]} />
    </div>
  );
  const common = (key: FieldKey) => ({
    id: `${id}-${key}`,
    value: texts[key],
    "aria-invalid": faults[key] !== undefined,
    "aria-describedby": `${id}-${key}-fault`,
    onChange: (event: ChangeEvent<HTMLInputElement>) => change({ [key]: event.currentTarget.value }),
    onBlur: onLeave,
  });
  const textField = (key: FieldKey, label: string, hint?: string) =>
    field(
      key,
      label,
      key === "label" ? (
        <input ref={focus} {...common(key)} className={settings.control} autoComplete="off" />
      ) : (
        <FigureInput {...common(key)} className={fields.input} mayBeNegative={maySink.includes(key)} />
      ),
      hint,
    );

  return (
    <fieldset
      className={settings.form}
      aria-label={isNew ? "New own line" : `Own line ${line.label}`}
      {...(isNew && { "data-own-undo": true })}
    >
      {textField("label", "Label")}
      {field(
        "category",
        "Category",
        <select
          id={`${id}-category`}
          className={settings.control}
          value={texts.category}
          onChange={(event) => change({ category: event.currentTarget.value as CustomLine["category"] })}
        >
          {lineCategories.map((category) => (
            <option key={category} value={category}>
              {categoryNames[category]}
            </option>
          ))}
        </select>,
      )}
      <fieldset className={styles.choices}>
        <legend>Architectures</legend>
        {architectures.map((name: Architecture) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={texts.architectures.includes(name)}
              aria-describedby={`${id}-architectures-fault`}
              onChange={(event) =>
                change({
                  architectures: architectures.filter((each) =>
                    each === name ? event.currentTarget.checked : texts.architectures.includes(each),
                  ),
                })
              }
            />
            {architectureNames[name]}
          </label>
        ))}
        <FieldError id={`${id}-architectures-fault`} message={faults.architectures} />
      </fieldset>
      {field(
        "kind",
        "How often",
        <select
          id={`${id}-kind`}
          className={settings.control}
          value={texts.kind}
          onChange={(event) => change({ kind: event.currentTarget.value as CustomLineKind })}
        >
          {customLineKinds.map((kind) => (
            <option key={kind} value={kind}>
              {customLineKindNames[kind]}
            </option>
          ))}
        </select>,
      )}
      {textField("amount", "Amount", `${lineUnit(texts.kind, currency)}; negative is a credit`)}
      {textField("low", "Low", "lower 1 time in 10; may be empty")}
      {textField("high", "High", "higher 1 time in 10; may be empty")}
      {texts.kind === "once" ? (
        textField("fromMonth", "Month in which it falls", "0 is set-up; empty is 1")
      ) : (
        <>
          {textField("fromMonth", "First month", "empty: the first")}
          {textField("toMonth", "Last month", "empty: the last")}
        </>
      )}
      {textField("escalation", "Yearly increase", "% a year; empty: none")}
      <div className={settings.buttons}>
        {isNew ? (
          <button type="button" className={settings.button} onClick={add}>
            Add this line
          </button>
        ) : null}
        <button type="button" className={isNew ? fields.action : settings.button} onClick={onClose}>
          {isNew ? "Cancel" : "Done"}
        </button>
      </div>
    </fieldset>
  );
}

function FieldError({ id, message }: { id: string; message: string | undefined }) {
  return (
    <p id={id} className={fields.fault} role={message === undefined ? undefined : "alert"}>
      {message}
    </p>
  );
}
