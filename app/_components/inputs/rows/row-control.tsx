"use client";

import type { ChangeEvent } from "react";
import settings from "@/app/_components/inputs/currency/currency-settings.module.css";
import fields from "@/app/_components/inputs/fields.module.css";
import { FigureInput } from "@/app/_components/ui/fields/figure-input";
import { Options } from "@/app/_components/ui/fields/options";
import type { RowField } from "@/lib/model/rows/fields";
import styles from "./row-list.module.css";
import { chosenOf, isRowNumber, textOfChosen } from "./row-text";

interface RowControlProps {
  id: string;
  field: RowField;
  text: string;
  fault: string | undefined;
  readOnly: boolean;
  /** What a figure is where nothing is typed. */
  placeholder?: string | undefined;
  /** Names it where no label stands beside it. */
  label?: string;
  onText: (text: string) => void;
  onLeave: (() => void) | undefined;
}

/** What a field of a row is typed or chosen in. Its fault stands under `${id}-fault`. */
export function RowControl(props: RowControlProps) {
  const { id, field, text, fault, readOnly, placeholder, label, onText, onLeave } = props;
  const common = {
    id,
    "aria-label": label,
    "aria-invalid": fault !== undefined,
    "aria-describedby": `${id}-fault`,
    onBlur: onLeave,
  };
  const typed = {
    ...common,
    "data-on-paper": true,
    value: text,
    readOnly,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onText(event.currentTarget.value),
  };
  if (isRowNumber(field)) {
    const mayBeNegative = field.min === undefined || field.min < 0;
    return <FigureInput {...typed} className={fields.input} mayBeNegative={mayBeNegative} placeholder={placeholder} />;
  }
  switch (field.format) {
    case "choice":
      return (
        <select
          {...common}
          data-on-paper
          className={settings.control}
          value={text}
          disabled={readOnly}
          onChange={(event) => onText(event.currentTarget.value)}
        >
          {field.isRequired ? null : <option value="">{field.otherwise ?? ""}</option>}
          <Options
            of={field.choices.filter((choice) => field.isRequired || field.names?.[choice] !== field.otherwise)}
            name={(choice) => field.names?.[choice] ?? choice}
          />
        </select>
      );
    case "choices": {
      const chosen = chosenOf(text);
      return (
        <span className={styles.choices}>
          {field.choices.map((choice) => (
            <label key={choice}>
              <input
                type="checkbox"
                disabled={readOnly}
                checked={chosen.includes(choice)}
                aria-describedby={`${id}-fault`}
                onChange={(event) => {
                  const isChosen = event.currentTarget.checked;
                  onText(
                    textOfChosen(field.choices.filter((one) => (one === choice ? isChosen : chosen.includes(one)))),
                  );
                }}
              />
              {field.names?.[choice] ?? choice}
            </label>
          ))}
        </span>
      );
    }
    case "yesNo":
      return (
        <input
          {...common}
          type="checkbox"
          disabled={readOnly}
          checked={text !== ""}
          onChange={(event) => onText(event.currentTarget.checked ? "yes" : "")}
        />
      );
    default:
      return field.max > 200 ? (
        <textarea {...typed} className={fields.note} rows={2} />
      ) : (
        <input {...typed} className={settings.control} autoComplete="off" />
      );
  }
}
