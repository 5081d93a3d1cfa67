"use client";

import { SegmentedControl } from "@mantine/core";
import { DisabledUntilHydrated } from "../hydration/disabled-until-hydrated";

interface ChoiceSwitchProps<Value extends string> {
  label: string;
  value: Value;
  choices: readonly { readonly value: Value; readonly label: string }[];
  onChange: (value: Value) => void;
}

/** One of a few, side by side. */
export function ChoiceSwitch<Value extends string>({ label, value, choices, onChange }: ChoiceSwitchProps<Value>) {
  return (
    <DisabledUntilHydrated>
      <SegmentedControl
        size="xs"
        aria-label={label}
        value={value}
        onChange={(chosen) => onChange(chosen as Value)}
        data={[...choices]}
      />
    </DisabledUntilHydrated>
  );
}
