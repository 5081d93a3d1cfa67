"use client";

import { Button, Menu } from "@mantine/core";
import Link from "next/link";
import type { MenuButtonProps, MenuEntry } from "./menu-button";
import styles from "./opening-menu.module.css";

/** The menu itself, by Mantine. */
export default function OpeningMenu({ label, button, position, width, entries }: MenuButtonProps) {
  return (
    <Menu position={position} width={width}>
      <Menu.Target>
        <Button {...button}>{label}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {entries.map((entry, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the entries of a menu keep their places.
          <Entry key={place} entry={entry} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Entry({ entry }: { entry: MenuEntry }) {
  switch (entry.kind) {
    case "divider":
      return <Menu.Divider />;
    case "press":
      return <Menu.Item onClick={entry.onPress}>{entry.label}</Menu.Item>;
    case "link":
      return entry.isDownload ? (
        <Menu.Item component="a" href={entry.href} download>
          {entry.label}
        </Menu.Item>
      ) : (
        <Menu.Item component={Link} href={entry.href}>
          {entry.label}
        </Menu.Item>
      );
    case "choice":
      return (
        <div className={styles.choice}>
          <Menu.RadioGroup value={entry.value} onChange={entry.onChoose}>
            {entry.options.map(({ value, label }) => (
              <Menu.RadioItem key={value} value={value} closeMenuOnClick className={styles.option}>
                {label}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
        </div>
      );
  }
}
