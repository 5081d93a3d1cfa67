"use client";

import { CompactSelect } from "@/app/_components/ui/fields/compact-select";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import type { ScenarioFull } from "@/lib/draft/scenario/scenario";
import { baseName } from "@/lib/value/base-name";
import type { ChangeSettings } from "./use-view-settings";

interface FiguresOfProps {
  scenarios: readonly ScenarioFull[];
  /** The scenario that is shown, by its id; undefined is the model's own figures. */
  chosen: string | undefined;
  onChange: ChangeSettings;
}

/** Whose figures a page shows: the model's own, or those of one of its scenarios. Nothing where there is none. */
export function FiguresOf({ scenarios, chosen, onChange }: FiguresOfProps) {
  if (scenarios.length === 0) return null;
  return (
    <DisabledUntilHydrated>
      <CompactSelect
        label="Whose figures"
        value={chosen ?? ""}
        onChange={(value) => onChange({ scenarios: value === "" ? null : [value] })}
        choices={[{ value: "", label: baseName }, ...scenarios.map(({ id, name }) => ({ value: id, label: name }))]}
      />
    </DisabledUntilHydrated>
  );
}
