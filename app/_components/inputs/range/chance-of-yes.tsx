"use client";

import { useId } from "react";
import type { ModelChange } from "@/app/_components/document/model-kind";
import fields from "@/app/_components/inputs/fields.module.css";
import { FigureInput } from "@/app/_components/ui/fields/figure-input";
import type { InputNote } from "@/lib/draft/model";
import { notePlace } from "@/lib/draft/place";
import type { InputKey } from "@/lib/model/inputs";
import type { NumberInput } from "@/lib/model/inputs/declaration";
import { chanceOfYes, rangeOfYes } from "@/lib/value/chance-of-yes";
import { formatNumber } from "@/lib/value/format";
import { parseNumber } from "@/lib/value/parse-number";
import { FieldFault } from "../frame/field-fault";
import { useTyped } from "../use-typed";
import styles from "./range.module.css";

interface ChanceOfYesProps {
  input: NumberInput;
  given: InputNote | undefined;
  version: number;
  readOnly: boolean;
  onChange: (change: ModelChange) => void;
}

const fault = "A chance lies between 0 and 100 %, without these two; leave it empty where it is certain.";

/** How likely an answer of yes or no is to be yes, so that trials draw it; empty where it is certain. */
export function ChanceOfYes({ input, given, version, readOnly, onChange }: ChanceOfYesProps) {
  const id = useId();
  const [text, setText] = useTyped(version, null);
  const chance = chanceOfYes(given?.range);
  const stored = chance === null ? "" : formatNumber(Number((chance * 100).toPrecision(12)));
  if (readOnly) return chance === null ? <p>Certain.</p> : <p>Yes in {stored} of 100 cases.</p>;
  const place = notePlace(input.key as InputKey, "range");
  const isWrong = text !== null && text.trim() !== "" && read(text) === null;

  function type(typed: string) {
    setText(typed);
    const next = read(typed);
    if (typed.trim() === "") onChange({ kind: "put", place, value: undefined });
    else if (next !== null) onChange({ kind: "put", place, value: rangeOfYes(next) });
  }

  return (
    <div className={styles.range}>
      <div className={styles.row}>
        <label htmlFor={id}>
          In doubt: chance of yes<span className={fields.hidden}> for {input.label}</span>
        </label>
        <FigureInput
          id={id}
          mayBeNegative={false}
          className={fields.input}
          value={text ?? stored}
          aria-invalid={isWrong}
          aria-describedby={`${id}-fault`}
          onChange={(event) => type(event.currentTarget.value)}
          onBlur={() => {
            if (!isWrong) setText(null);
            onChange({ kind: "leave" });
          }}
        />
        <span>%</span>
      </div>
      <FieldFault id={id} fault={isWrong ? fault : null} />
    </div>
  );
}

function read(text: string): number | null {
  const chance = parseNumber(text.replace(/%\s*$/, ""), -2);
  return chance !== null && chance > 0 && chance < 1 ? chance : null;
}
