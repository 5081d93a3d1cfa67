"use client";

import { NativeSelect } from "@mantine/core";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { type Architecture, architectureNames } from "@/lib/model/architectures";

interface ArchitectureChoiceProps {
  chosen: Architecture;
  ranking: readonly Architecture[];
  onChoose: (architecture: Architecture) => void;
}

/** Whom the sections of a decision look at. */
export function ArchitectureChoice({ chosen, ranking, onChoose }: ArchitectureChoiceProps) {
  return (
    <DisabledUntilHydrated>
      <NativeSelect
        size="xs"
        label="For"
        value={chosen}
        onChange={({ currentTarget: { value } }) => onChoose(value as Architecture)}
        data={ranking.map((value) => ({ value, label: architectureNames[value] }))}
      />
    </DisabledUntilHydrated>
  );
}
