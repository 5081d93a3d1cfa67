"use client";

import { Button, type ButtonProps } from "@mantine/core";
import { lazy, type RefObject, Suspense, useRef, useState } from "react";
import { useAtRest } from "./use-at-rest";

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
  position: "bottom-start" | "bottom-end";
  /** In CSS pixels. */
  width: number;
  entries: readonly MenuEntry[];
}

/** What the menu itself is given beside: the button that stood there before, and whether it was pressed meanwhile. */
export interface OpeningMenuProps extends MenuButtonProps {
  waiting: RefObject<HTMLButtonElement | null>;
  isPressed: boolean;
}

const OpeningMenu = lazy(() => import("./opening-menu"));

/** A button with a menu, whose code comes once the page rests, or once it is pressed: it is large, and no page needs it to be read. */
export function MenuButton(props: MenuButtonProps) {
  const isAtRest = useAtRest();
  const [isPressed, setPressed] = useState(false);
  const waiting = useRef<HTMLButtonElement>(null);
  const button = (
    <Button
      {...props.button}
      ref={waiting}
      aria-haspopup="menu"
      aria-expanded={false}
      aria-busy={isPressed}
      onClick={() => setPressed(true)}
    >
      {props.label}
    </Button>
  );
  if (!isAtRest && !isPressed) return button;
  return (
    <Suspense fallback={button}>
      <OpeningMenu {...props} waiting={waiting} isPressed={isPressed} />
    </Suspense>
  );
}
