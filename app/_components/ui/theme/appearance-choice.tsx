"use client";

import { type MantineColorScheme, useMantineColorScheme } from "@mantine/core";
import { SelectField } from "@/app/_components/ui/fields/written-fields";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { useIsMounted } from "@/app/_components/ui/hydration/use-is-mounted";
import { colorSchemes } from "./color-schemes";

/** Light or dark, stored in this browser. */
export function AppearanceChoice() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const isMounted = useIsMounted();
  return (
    <DisabledUntilHydrated>
      <SelectField
        label="Colours"
        description="In this browser"
        width="12rem"
        // The server does not know this browser's choice.
        value={isMounted ? colorScheme : "auto"}
        choices={colorSchemes}
        onChange={(event) => setColorScheme(event.currentTarget.value as MantineColorScheme)}
      />
    </DisabledUntilHydrated>
  );
}
