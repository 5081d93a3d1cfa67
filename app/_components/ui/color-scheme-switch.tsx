"use client";

import { useMantineColorScheme } from "@mantine/core";
import { colorSchemes } from "./color-schemes";
import { MenuButton } from "./menu-button";

export function ColorSchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <MenuButton
      label="Appearance"
      button={{ variant: "subtle", color: "gray", c: "var(--ink)", size: "compact-sm" }}
      position="bottom-end"
      width={170}
      entries={[
        {
          kind: "choice",
          value: colorScheme,
          options: colorSchemes,
          onChoose: (value) => setColorScheme(value as typeof colorScheme),
        },
      ]}
    />
  );
}
