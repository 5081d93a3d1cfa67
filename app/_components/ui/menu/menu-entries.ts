import type { ButtonProps } from "@mantine/core";
import type { Ref, RefObject } from "react";

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

/** What the menu itself also takes: the button that stood there before, and whether it was pressed meanwhile. */
export interface OpeningMenuProps extends MenuButtonProps {
  waiting: RefObject<HTMLButtonElement | null>;
  isPressed: boolean;
}
