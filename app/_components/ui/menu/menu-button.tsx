"use client";

import { Button } from "@mantine/core";
import { useMergedRef } from "@mantine/hooks";
import { type ComponentType, useEffect, useRef, useState } from "react";
import { useIsIdle } from "@/app/_components/ui/hydration/use-is-idle";
import type { MenuButtonProps, OpeningMenuProps } from "./menu-entries";
import { SmallButton } from "./small-button";

/** What a SmallButton can show. */
function isOfSmall(key: string): boolean {
  return ["variant", "size", "rightSection", "aria-label"].includes(key);
}

/** A button with a menu, whose code comes once the page rests, or once it is pressed: it is large, and no page needs it to be read. */
export function MenuButton(props: MenuButtonProps) {
  const isIdle = useIsIdle();
  const [isPressed, setPressed] = useState(false);
  const waiting = useRef<HTMLButtonElement>(null);
  const ref = useMergedRef(waiting, props.buttonRef);
  const [Opening, setOpening] = useState<ComponentType<OpeningMenuProps> | null>(null);
  // Taken away between the two halves of a press, the button would never hear of it.
  const [isHeld, hold] = useHeld();
  const isWanted = isIdle || isPressed;
  // Not by Suspense, whose fallback would be another button: the focus on this one would be lost before the menu is there.
  useEffect(() => {
    if (!isWanted) return;
    import("./opening-menu").then(
      (module) => setOpening(() => module.default),
      // Without a connection the button stays; the next press asks again.
      () => setPressed(false),
    );
  }, [isWanted]);
  if (Opening !== null && !isHeld) return <Opening {...props} waiting={waiting} isPressed={isPressed} />;
  const { variant, size, rightSection, "aria-label": name } = props.button;
  const shared = {
    ref,
    "aria-haspopup": "menu" as const,
    "aria-expanded": false,
    "aria-busy": isPressed,
    onClick: () => setPressed(true),
    onPointerDown: hold,
    onKeyDown: hold,
  };
  return variant === "default" &&
    size === "compact-sm" &&
    rightSection !== undefined &&
    Object.keys(props.button).every(isOfSmall) ? (
    <SmallButton rightSection={rightSection} aria-label={name} {...shared}>
      {props.label}
    </SmallButton>
  ) : (
    <Button {...props.button} {...shared}>
      {props.label}
    </Button>
  );
}

/** Whether a pointer or a key is down on something since `hold` was called; until the click that comes of it has been told. */
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
