"use client";

import { Button, type ButtonProps } from "@mantine/core";
import { useMergedRef } from "@mantine/hooks";
import { type ComponentType, type Ref, type RefObject, useEffect, useRef, useState } from "react";
import { useIsIdle } from "@/app/_components/ui/hydration/use-is-idle";
import { SmallButton } from "./small-button";

/** One line of a menu, or several of which one is chosen. */
export type MenuEntry =
  | { kind: "link"; label: string; href: string; isDownload?: boolean }
  | { kind: "press"; label: string; onPress: () => void }
  | {
      kind: "choice";
      value: string | null;
      options: readonly { value: string; label: string }[];
      onChoose: (value: string) => void;
    }
  | { kind: "divider" };

export interface MenuButtonProps {
  label: string;
  /** How the button looks; its name where the label alone does not say it. */
  button: ButtonProps & { "aria-label"?: string };
  buttonRef?: Ref<HTMLButtonElement>;
  position: "bottom-start" | "bottom-end";
  /** In CSS pixels. */
  width: number;
  entries: readonly MenuEntry[];
}

/** What a SmallButton can show. */
function isOfSmall(key: string): boolean {
  return ["variant", "size", "rightSection", "aria-label"].includes(key);
}

/** What the menu itself is given beside: the button that stood there before, and whether it was pressed meanwhile. */
export interface OpeningMenuProps extends MenuButtonProps {
  waiting: RefObject<HTMLButtonElement | null>;
  isPressed: boolean;
}

/** A button with a menu, whose code comes once the page rests, or once it is pressed: it is large, and no page needs it to be read. */
export function MenuButton(props: MenuButtonProps) {
  const isAtRest = useIsIdle();
  const [isPressed, setPressed] = useState(false);
  const waiting = useRef<HTMLButtonElement>(null);
  const ref = useMergedRef(waiting, props.buttonRef);
  const [Opening, setOpening] = useState<ComponentType<OpeningMenuProps> | null>(null);
  const isWanted = isAtRest || isPressed;
  // Not by Suspense, whose fallback would be another button: the focus on this one would be lost before the menu is there.
  useEffect(() => {
    if (!isWanted) return;
    import("./opening-menu").then(
      (module) => setOpening(() => module.default),
      // Without a connection the button stays; the next press asks again.
      () => setPressed(false),
    );
  }, [isWanted]);
  if (Opening !== null) return <Opening {...props} waiting={waiting} isPressed={isPressed} />;
  const { variant, size, rightSection, "aria-label": name } = props.button;
  const shared = {
    ref,
    "aria-haspopup": "menu" as const,
    "aria-expanded": false,
    "aria-busy": isPressed,
    onClick: () => setPressed(true),
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
