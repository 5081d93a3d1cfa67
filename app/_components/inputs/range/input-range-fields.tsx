"use client";

import { useId } from "react";
import type { ModelChange } from "@/app/_components/document/model-kind";
import fields from "@/app/_components/inputs/fields.module.css";
import { FigureInput } from "@/app/_components/ui/fields/figure-input";
import { Options } from "@/app/_components/ui/fields/options";
import type { InputNote } from "@/lib/draft/model";
import { notePlace } from "@/lib/draft/place";
import { isAlwaysCertain } from "@/lib/draft/uncertainty/ranges";
import type { InputKey } from "@/lib/model/inputs";
import type { NumberInput } from "@/lib/model/inputs/declaration";
import { type RangeKind, rangeKinds } from "@/lib/model/spread/own-range";
import { formatWhole } from "@/lib/value/format";
import { describeRange, evidenceWords, rangeKindWords } from "@/lib/value/range-words";
import { unitLabel } from "@/lib/value/unit-label";
import { FieldFault } from "../frame/field-fault";
import { useTyped } from "../use-typed";
import { EvidenceChoice } from "./evidence-choice";
import styles from "./range.module.css";
import { isList, type RangeTexts, rangeFields, readRange, startingTexts, textsOf } from "./range-text";
import { UsualRange } from "./usual-range";

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

/** How an input is drawn in trials: what is known of its figure, its usual range, and the range that someone states instead of it. */
export function InputRangeFields(props: InputRangeFieldsProps) {
  const { input, value, given, currency, readOnly } = props;
  const key = input.key as InputKey;
  if (isAlwaysCertain(key)) return null;
  const { range, evidence } = given ?? {};
  return (
    <div className={styles.range}>
      <UsualRange input={input} value={value} evidence={evidence} currency={currency} />
      {readOnly ? (
        <>
          {evidence === undefined ? null : <p>The figure is {evidenceWords[evidence]}.</p>}
          {range === undefined ? null : <p>Own range: {describeRange(input, range, currency)}</p>}
        </>
      ) : (
        <>
          <EvidenceChoice input={input} given={given} onChange={props.onChange} />
          <OwnRangeFields {...props} />
        </>
      )}
    </div>
  );
}

/** The form of a range while it is filled in; null where it shows what is stored. */
interface Typed {
  kind: RangeKind;
  texts: RangeTexts;
}

function OwnRangeFields({ input, value, given, currency, version, onChange }: InputRangeFieldsProps) {
  const id = useId();
  const [typed, setTyped] = useTyped<Typed>(version, null);
  const stored = given?.range;
  const shown = typed ?? (stored && { kind: stored.kind, texts: textsOf(input, stored) });
  const place = notePlace(input.key as InputKey, "range");
  const read = shown && readRange(input, value, shown.kind, shown.texts, currency);
  const fault = read?.ok === false ? read : undefined;

  function take(next: Typed) {
    setTyped(next);
    const found = readRange(input, value, next.kind, next.texts, currency);
    if (found.ok) onChange({ kind: "put", place, value: found.range });
  }

  function choose(kind: string) {
    onChange({ kind: "leave" });
    if (kind === "") {
      setTyped(null);
      onChange({ kind: "put", place, value: undefined });
    } else take({ kind: kind as RangeKind, texts: startingTexts(input, value, kind as RangeKind) });
  }

  function leave() {
    if (fault === undefined) setTyped(null);
    onChange({ kind: "leave" });
  }

  const unit = unitLabel(input.unit, currency);
  const describe = { "aria-invalid": fault !== undefined, "aria-describedby": `${id}-fault` };
  return (
    <fieldset className={styles.own}>
      <legend className={fields.hidden}>Own range of {input.label}</legend>
      <div className={styles.row}>
        <label htmlFor={`${id}-kind`}>Own range</label>
        <select
          id={`${id}-kind`}
          className={styles.kind}
          value={shown?.kind ?? ""}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="">none</option>
          <Options of={rangeKinds} name={(kind) => rangeKindWords[kind]} />
        </select>
        {unit === "" || !shown || isList(shown.kind) ? null : <span>{unit}</span>}
      </div>
      {shown ? (
        <div className={styles.figures}>
          {Object.entries(rangeFields[shown.kind]).map(([field, name]) => (
            <div key={field}>
              <label htmlFor={`${id}-${field}`}>
                {name}
                <span className={fields.hidden}> of {input.label}</span>
              </label>
              {isList(shown.kind) ? (
                <textarea
                  id={`${id}-${field}`}
                  className={fields.note}
                  rows={4}
                  spellCheck={false}
                  value={shown.texts[field] ?? ""}
                  {...describe}
                  onChange={(event) => take({ kind: shown.kind, texts: { [field]: event.currentTarget.value } })}
                  onBlur={leave}
                />
              ) : (
                <FigureInput
                  id={`${id}-${field}`}
                  className={fields.input}
                  mayBeNegative={input.min < 0}
                  value={shown.texts[field] ?? ""}
                  {...describe}
                  aria-invalid={fault !== undefined && (fault.field ?? field) === field}
                  onChange={(event) =>
                    take({ kind: shown.kind, texts: { ...shown.texts, [field]: event.currentTarget.value } })
                  }
                  onBlur={leave}
                />
              )}
            </div>
          ))}
        </div>
      ) : null}
      <FieldFault id={id} fault={fault?.message} />
      {shown?.kind === "samples" && read?.ok && "values" in read.range ? (
        <p>{formatWhole(read.range.values.length)} measurements read.</p>
      ) : null}
    </fieldset>
  );
}
