"use client";

import { Button, Menu, useMantineColorScheme } from "@mantine/core";
import { colorSchemes } from "./color-schemes";

export function ColorSchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" width={170}>
      <Menu.Target>
        <Button variant="subtle" color="gray" c="var(--ink)" size="compact-sm">
          Appearance
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(value as typeof colorScheme)}>
          {colorSchemes.map(({ value, label }) => (
            <Menu.RadioItem key={value} value={value} closeMenuOnClick>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
