"use client";

import { type MantineColorScheme, NativeSelect, useMantineColorScheme } from "@mantine/core";
import { colorSchemes } from "./color-schemes";
import { OnceItListens } from "./once-it-listens";
import { useIsMounted } from "./use-is-mounted";

/** Light or dark, kept in this browser. */
export function AppearanceChoice() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const isMounted = useIsMounted();
  return (
    <OnceItListens>
      <NativeSelect
        label="Colours"
        description="In this browser"
        w="12rem"
        // The server does not know what this browser keeps.
        value={isMounted ? colorScheme : "auto"}
        data={[...colorSchemes]}
        onChange={(event) => setColorScheme(event.currentTarget.value as MantineColorScheme)}
      />
    </OnceItListens>
  );
}
