"use client";

import { Button, type ButtonProps } from "@mantine/core";
import { lazy, Suspense } from "react";
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

const OpeningMenu = lazy(() => import("./opening-menu"));

/** A button with a menu, whose code comes once the page rests: it is large, and no page needs it to be read. */
export function MenuButton(props: MenuButtonProps) {
  const isAtRest = useAtRest();
  const waiting = (
    <Button {...props.button} aria-haspopup="menu" aria-expanded={false} aria-disabled>
      {props.label}
    </Button>
  );
  if (!isAtRest) return waiting;
  return (
    <Suspense fallback={waiting}>
      <OpeningMenu {...props} />
    </Suspense>
  );
}
