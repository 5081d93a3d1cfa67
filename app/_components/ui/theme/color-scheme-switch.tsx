"use client";

import { useMantineColorScheme } from "@mantine/core";
import { MenuButton } from "@/app/_components/ui/menu/menu-button";
import { colorSchemes } from "./color-schemes";

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
