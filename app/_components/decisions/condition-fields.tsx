"use client";

import { Button, NativeSelect } from "@mantine/core";
import { FigureTextInput } from "@/app/_components/ui/fields/figure-text-input";
import { type WatchedFigure, watchedFigures, watchedInputs } from "@/lib/draft/watched";
import { architectureNames, architectures } from "@/lib/model/architectures";
import { type InputKey, input, inputGroups } from "@/lib/model/inputs";
import { isPercentage, type NumberInput } from "@/lib/model/inputs/declaration";
import { unitLabel } from "@/lib/value/unit-label";
import styles from "./record.module.css";

/** A condition as it is typed: what it watches as one word, "input users" or "figure cheapest cloud". */
export interface TypedCondition {
  readonly id: number;
  readonly watched: string;
  readonly is: string;
  readonly than: string;
}

const choices = [
  { value: "", label: "Choose a figure or an input" },
  ...architectures.map((architecture) => ({
    group: architectureNames[architecture],
    items: Object.entries(watchedFigures).map(([figure, { label }]) => ({
      value: `figure ${figure} ${architecture}`,
      label: `${architectureNames[architecture]}: ${label}`,
    })),
  })),
  ...inputGroups.map(({ title, inputs }) => ({
    group: title,
    items: inputs
      .filter((each) => watchedInputs.some((watched) => watched.key === each.key))
      .map((each) => ({ value: `input ${each.key}`, label: `${title}: ${each.label}` })),
  })),
];

/** What a threshold is typed in, and the powers of ten between that and what is stored. */
export function unitOf(watched: string, currency: string): { unit: string; shift: number } {
  const [of, key = ""] = watched.split(" ");
  if (of === "input") {
    const declared = input[key as InputKey] as NumberInput;
    return { unit: unitLabel(declared.unit, currency), shift: isPercentage(declared) ? -2 : 0 };
  }
  if (of !== "figure") return { unit: "", shift: 0 };
  return { money: { unit: currency, shift: 0 }, kg: { unit: "kg", shift: 0 }, share: { unit: "%", shift: -2 } }[
    watchedFigures[key as WatchedFigure].unit
  ];
}

interface ConditionFieldsProps {
  conditions: readonly TypedCondition[];
  currency: string;
  fault: string | undefined;
  onChange: (conditions: readonly TypedCondition[]) => void;
}

/** What reopens the decision. */
export function ConditionFields({ conditions, currency, fault, onChange }: ConditionFieldsProps) {
  const change = (id: number, part: Partial<TypedCondition>) =>
    onChange(conditions.map((each) => (each.id === id ? { ...each, ...part } : each)));
  const next = Math.max(0, ...conditions.map(({ id }) => id)) + 1;
  return (
    <fieldset className={styles.group}>
      <legend>Conditions that reopen it</legend>
      {conditions.map(({ id, watched, is, than }, place) => (
        <div key={id} className={styles.condition}>
          <NativeSelect
            label={`Condition ${place + 1}`}
            value={watched}
            data={choices}
            onChange={(event) => change(id, { watched: event.currentTarget.value })}
          />
          <NativeSelect
            aria-label={`Condition ${place + 1}: above or below`}
            value={is}
            data={["above", "below"]}
            onChange={(event) => change(id, { is: event.currentTarget.value })}
          />
          <FigureTextInput
            aria-label={`Condition ${place + 1}: threshold`}
            value={than}
            mayBeNegative
            rightSection={<span aria-hidden="true">{unitOf(watched, currency).unit}</span>}
            rightSectionWidth="6rem"
            onChange={(event) => change(id, { than: event.currentTarget.value })}
          />
          <Button variant="default" onClick={() => onChange(conditions.filter((each) => each.id !== id))}>
            Remove<span className={styles.unseen}> condition {place + 1}</span>
          </Button>
        </div>
      ))}
      {fault === undefined ? null : <p role="alert">{fault}</p>}
      <div>
        <Button
          variant="default"
          size="xs"
          onClick={() => onChange([...conditions, { id: next, watched: "", is: "above", than: "" }])}
        >
          Add a condition
        </Button>
      </div>
    </fieldset>
  );
}
