"use client";

import { Button } from "@mantine/core";
import { useMergedRef } from "@mantine/hooks";
import { type ComponentType, useEffect, useRef, useState } from "react";
import { useIsIdle } from "@/app/_components/ui/hydration/use-is-idle";
import type { MenuButtonProps, OpeningMenuProps } from "./menu-entries";
import { lookOf, WrittenButton } from "./written-button";

/** A button with a menu, whose code loads once the page is idle, or on a press: it is large, and reading needs none. */
export function MenuButton(props: MenuButtonProps) {
  const isIdle = useIsIdle();
  const [isPressed, setPressed] = useState(false);
  const waiting = useRef<HTMLButtonElement>(null);
  const ref = useMergedRef(waiting, props.buttonRef);
  const [Opening, setOpening] = useState<ComponentType<OpeningMenuProps> | null>(null);
  // A button removed between the two halves of a press would never get the click.
  const [isHeld, hold] = useHeld();
  const isNeeded = isIdle || isPressed;
  // Not by Suspense, whose fallback would be another button: the focus on this one would be lost before the menu is
  // there.
  useEffect(() => {
    if (!isNeeded) return;
    import("./opening-menu").then(
      (module) => setOpening(() => module.default),
      // Without a connection the button stays; the next press tries again.
      () => setPressed(false),
    );
  }, [isNeeded]);
  if (Opening !== null && !isHeld) return <Opening {...props} waiting={waiting} isPressed={isPressed} />;
  const { className, rightSection, "aria-label": name } = props.button;
  const shared = {
    ref,
    "aria-haspopup": "menu" as const,
    "aria-expanded": false,
    "aria-busy": isPressed,
    onClick: () => setPressed(true),
    onPointerDown: hold,
    onKeyDown: hold,
  };
  const look = lookOf(props.button);
  return look === null ? (
    <Button {...props.button} {...shared}>
      {props.label}
    </Button>
  ) : (
    <WrittenButton look={look} className={className} rightSection={rightSection} aria-label={name} {...shared}>
      {props.label}
    </WrittenButton>
  );
}

/** Whether a pointer or a key is still down since `hold` was called, or the click that follows is not yet handled. */
function useHeld(): [boolean, () => void] {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (!isHeld) return;
    const ends = ["pointerup", "pointercancel", "keyup", "blur"];
    let later: ReturnType<typeof setTimeout> | undefined;
    // The click follows the end of the press.
    const release = () => {
      later = setTimeout(() => setHeld(false));
    };
    for (const end of ends) window.addEventListener(end, release);
    return () => {
      clearTimeout(later);
      for (const end of ends) window.removeEventListener(end, release);
    };
  }, [isHeld]);
  return [isHeld, () => setHeld(true)];
}
