"use client";

import { SegmentedControl } from "@mantine/core";
import { useId } from "react";
import { DisabledUntilHydrated } from "../hydration/disabled-until-hydrated";
import written from "./written-controls.module.css";

interface ChoiceSwitchProps<Value extends string> {
  label: string;
  value: Value;
  choices: readonly { readonly value: Value; readonly label: string }[];
  onChange: (value: Value) => void;
}

const { root, control, input, label: words, innerLabel } = SegmentedControl.classes;

/** One of a few, side by side. Mantine's SegmentedControl written out, as SearchField is; the mark of the chosen one does not glide. */
export function ChoiceSwitch<Value extends string>({ label, value, choices, onChange }: ChoiceSwitchProps<Value>) {
  const name = useId();
  return (
    <DisabledUntilHydrated>
      <div
        className={`${root} mantine-SegmentedControl-root ${written.segments}`}
        data-size="xs"
        data-with-items-borders="true"
        aria-label={label}
        role="radiogroup"
      >
        {choices.map((choice) => {
          const id = `${name}-${choice.value}`;
          const isActive = value === choice.value || undefined;
          return (
            <div key={choice.value} className={`${control} mantine-SegmentedControl-control`} data-active={isActive}>
              <input
                className={`${input} mantine-SegmentedControl-input`}
                type="radio"
                name={name}
                value={choice.value}
                id={id}
                checked={value === choice.value}
                onChange={() => onChange(choice.value)}
                data-focus-ring="auto"
              />
              <label className={`${words} mantine-SegmentedControl-label`} data-active={isActive} htmlFor={id}>
                <span className={`${innerLabel} mantine-SegmentedControl-innerLabel`}>{choice.label}</span>
              </label>
            </div>
          );
        })}
      </div>
    </DisabledUntilHydrated>
  );
}
