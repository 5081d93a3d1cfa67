"use client";

import { type MantineColorScheme, NativeSelect, useMantineColorScheme } from "@mantine/core";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { useIsMounted } from "@/app/_components/ui/hydration/use-is-mounted";
import { colorSchemes } from "./color-schemes";

/** Light or dark, stored in this browser. */
export function AppearanceChoice() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const isMounted = useIsMounted();
  return (
    <DisabledUntilHydrated>
      <NativeSelect
        label="Colours"
        description="In this browser"
        w="12rem"
        // The server does not know this browser's choice.
        value={isMounted ? colorScheme : "auto"}
        data={[...colorSchemes]}
        onChange={(event) => setColorScheme(event.currentTarget.value as MantineColorScheme)}
      />
    </DisabledUntilHydrated>
  );
}
