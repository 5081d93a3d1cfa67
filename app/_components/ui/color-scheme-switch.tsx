"use client";

import { useMantineColorScheme } from "@mantine/core";
import { MenuButton } from "./menu-button";

const schemes = [
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
  { value: "auto", label: "As the device" },
] as const;

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
          options: schemes,
          onChoose: (value) => setColorScheme(value as typeof colorScheme),
        },
      ]}
    />
  );
}
