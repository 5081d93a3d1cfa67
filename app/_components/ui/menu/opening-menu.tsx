"use client";

import { Button, Menu } from "@mantine/core";
import { useMergedRef } from "@mantine/hooks";
import { useLayoutEffect, useRef, useState } from "react";
import { Link } from "@/app/_components/ui/link";
import type { MenuEntry, OpeningMenuProps } from "./menu-entries";
import styles from "./opening-menu.module.css";

/** The menu itself, by Mantine. It takes over from a button that may have the focus, and may have been pressed. */
export default function OpeningMenu(props: OpeningMenuProps) {
  const { label, button, position, width, entries, buttonRef, waiting, isPressed } = props;
  const [hadFocus] = useState(() => waiting.current !== null && document.activeElement === waiting.current);
  const [isOpen, setOpen] = useState(false);
  const target = useRef<HTMLButtonElement>(null);
  const ref = useMergedRef(target, buttonRef);
  useLayoutEffect(() => {
    // Before it opens, so that closing it brings the focus back here.
    if (hadFocus || isPressed) target.current?.focus();
    if (isPressed) setOpen(true);
  }, [hadFocus, isPressed]);
  return (
    <Menu position={position} width={width} opened={isOpen} onChange={setOpen}>
      <Menu.Target>
        <Button {...button} ref={ref}>
          {label}
        </Button>
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
