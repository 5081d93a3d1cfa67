"use client";

import { Checkbox, NativeSelect } from "@mantine/core";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { AgainstSwitch } from "@/app/_components/view/against-switch";
import type { ChangeSettings } from "@/app/_components/view/use-view-settings";
import { SpanSwitch, ViewSwitch } from "@/app/_components/view/view-switches";
import { type Base, type Measure, measures } from "@/lib/analysis/breakdown";
import type { ViewSettings } from "@/lib/analysis/view-settings";
import { architectures } from "@/lib/model/architectures";
import { spoken } from "@/lib/value/spoken";
import styles from "./breakdown-page.module.css";
import { measureNames } from "./written-breakdown";

interface BreakdownControlsProps {
  settings: ViewSettings;
  /** Undefined where figures are shown as money alone. */
  currency?: string;
  /** Whether something runs today that figures can be compared with. */
  hasToday: boolean;
  onChange: ChangeSettings;
}

const baseChoices = [
  { value: "cheapest", label: "Difference from the cheapest" },
  ...architectures.map((value) => ({ value, label: `Difference from ${spoken[value].within}` })),
];

/** What the breakdown shows, and how. */
export function BreakdownControls({ settings, currency, hasToday, onChange }: BreakdownControlsProps) {
  return (
    <>
      {hasToday ? <AgainstSwitch /> : null}
      <ViewSwitch view={settings.view} onChange={onChange} />
      <SpanSwitch by={settings.by} onChange={onChange} />
      <DisabledUntilHydrated>
        {currency === undefined ? null : (
          <NativeSelect
            size="xs"
            aria-label="What the figures are divided by"
            value={settings.per}
            onChange={(event) => onChange({ per: event.currentTarget.value as Measure })}
            data={measures.map((value) => ({ value, label: `${measureNames[value]}, ${currency}` }))}
          />
        )}
        {hasToday && settings.against === "today" ? null : (
          <NativeSelect
            size="xs"
            aria-label="What differences are counted from"
            value={settings.base}
            onChange={(event) => onChange({ base: event.currentTarget.value as Base })}
            data={baseChoices}
          />
        )}
        <Checkbox
          size="xs"
          label="Show zeros"
          className={styles.zeros ?? ""}
          checked={settings.zeros}
          onChange={(event) => onChange({ zeros: event.currentTarget.checked })}
        />
      </DisabledUntilHydrated>
    </>
  );
}
