import { Button, UnstyledButton } from "@mantine/core";
import type { ComponentProps, CSSProperties, ReactNode } from "react";

const classes = `mantine-focus-auto mantine-active ${Button.classes.root} mantine-Button-root ${UnstyledButton.classes.root} mantine-UnstyledButton-root`;

const style = {
  "--button-height": "var(--button-height-compact-sm)",
  "--button-padding-x": "var(--button-padding-x-compact-sm)",
  "--button-fz": "var(--mantine-font-size-sm)",
  "--button-bg": "var(--mantine-color-default)",
  "--button-hover": "var(--mantine-color-default-hover)",
  "--button-color": "var(--mantine-color-default-color)",
  "--button-bd": "calc(0.0625rem * var(--mantine-scale)) solid var(--mantine-color-default-border)",
} as CSSProperties;

interface SmallButtonProps extends ComponentProps<"button"> {
  rightSection: ReactNode;
}

/**
 * Mantine's button of the variant "default" and the size "compact-sm", written out: a list has one in each row, and the server works out
 * the looks of each of Mantine's anew. A test compares the two.
 */
export function SmallButton({ rightSection, children, ...rest }: SmallButtonProps) {
  return (
    <button
      style={style}
      className={classes}
      data-variant="default"
      data-size="compact-sm"
      data-with-right-section="true"
      type="button"
      {...rest}
    >
      <span className={`${Button.classes.inner} mantine-Button-inner`}>
        <span className={`${Button.classes.label} mantine-Button-label`}>{children}</span>
        <span className={`${Button.classes.section} mantine-Button-section`} data-position="right">
          {rightSection}
        </span>
      </span>
    </button>
  );
}
