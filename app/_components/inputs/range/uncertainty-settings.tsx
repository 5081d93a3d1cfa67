"use client";

import { useId } from "react";
import type { ModelChange } from "@/app/_components/document/model-kind";
import fields from "@/app/_components/inputs/fields.module.css";
import { InputGroupFold } from "@/app/_components/inputs/input-group-fold";
import { useTyped } from "@/app/_components/inputs/use-typed";
import { FigureInput } from "@/app/_components/ui/fields/figure-input";
import { Options } from "@/app/_components/ui/fields/options";
import type { ModelDraft } from "@/lib/draft/model";
import { chosenSettings, largestSeed, trialCounts } from "@/lib/draft/uncertainty/uncertainty-settings";
import { type DriverStrength, driverKeys, driverStrengths, drivers } from "@/lib/model/ranges/drivers";
import { formatWhole } from "@/lib/value/format";
import { parseNumber } from "@/lib/value/parse-number";
import { FieldFault } from "../frame/field-fault";
import styles from "./uncertainty-settings.module.css";

interface UncertaintySettingsProps {
  draft: ModelDraft;
  /** Goes up when values change by other than typing. */
  version: number;
  readOnly: boolean;
  onChange: (change: ModelChange) => void;
}

const strengths = Object.keys(driverStrengths) as DriverStrength[];
const strengthWords: Readonly<Record<DriverStrength, string>> = { none: "None", some: "Some", strong: "Strong" };

/** How the trials of a model are drawn: how many, from which seed, and how strongly inputs move together. */
export function UncertaintySettings(props: UncertaintySettingsProps) {
  const { draft, readOnly, onChange } = props;
  const id = useId();
  const { drivers: strengthsChosen = {}, ...others } = chosenSettings(draft);
  const changed = Object.keys(strengthsChosen).length + Object.keys(others).length;
  return (
    <InputGroupFold
      title="Trials"
      changed={changed}
      faulty={0}
      remark={formatWhole(draft.trials)}
      isOpenAtFirst={false}
      isForcedOpen={false}
    >
      {() => (
        <div className={styles.settings}>
          <div className={styles.row}>
            <label htmlFor={`${id}-trials`}>Trials</label>
            <select
              id={`${id}-trials`}
              className={fields.select}
              value={draft.trials}
              disabled={readOnly}
              onChange={(event) =>
                onChange({ kind: "put", place: { kind: "trials" }, value: Number(event.currentTarget.value) })
              }
            >
              <Options of={trialCounts} name={formatWhole} />
            </select>
          </div>
          <Seed {...props} />
          <p className={styles.words}>
            Inputs that share a cause move together in the trials: a place with high pay has it for all its people.
            None, some and strong are correlations of 0, 0.6 and 0.9 with the cause.
          </p>
          {driverKeys.map((key) => (
            <div key={key} className={styles.row}>
              <label htmlFor={`${id}-${key}`} title={drivers[key].why}>
                {drivers[key].label}
              </label>
              <select
                id={`${id}-${key}`}
                className={fields.select}
                value={draft.drivers[key] ?? drivers[key].strength}
                disabled={readOnly}
                data-chosen={draft.drivers[key] !== undefined}
                onChange={(event) => {
                  const strength = event.currentTarget.value as DriverStrength;
                  const value = strength === drivers[key].strength ? undefined : strength;
                  onChange({ kind: "put", place: { kind: "driver", key }, value });
                }}
              >
                <Options
                  of={strengths}
                  name={(strength) =>
                    `${strengthWords[strength]}${strength === drivers[key].strength ? " (usual)" : ""}`
                  }
                />
              </select>
            </div>
          ))}
        </div>
      )}
    </InputGroupFold>
  );
}

/** The same seed draws the same trials. */
function Seed({ draft, version, readOnly, onChange }: UncertaintySettingsProps) {
  const id = useId();
  const [text, setText] = useTyped(version, null);
  const read = (typed: string) => {
    const value = parseNumber(typed);
    return value !== null && Number.isInteger(value) && value >= 0 && value <= largestSeed ? value : null;
  };
  const isGood = text === null || read(text) !== null;
  return (
    <div className={styles.row}>
      <label htmlFor={id}>Seed</label>
      <FigureInput
        id={id}
        className={fields.input}
        mayBeNegative={false}
        value={text ?? String(draft.seed)}
        readOnly={readOnly}
        aria-invalid={!isGood}
        aria-describedby={`${id}-fault`}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          setText(typed);
          const value = read(typed);
          if (value !== null && value !== draft.seed) onChange({ kind: "put", place: { kind: "seed" }, value });
        }}
        onBlur={() => {
          if (isGood) setText(null);
          onChange({ kind: "leave" });
        }}
      />
      <FieldFault
        id={id}
        fault={isGood ? null : `The seed must be a whole number from 0 to ${formatWhole(largestSeed)}.`}
      />
    </div>
  );
}
