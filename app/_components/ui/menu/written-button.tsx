import { Button, type ButtonProps, UnstyledButton } from "@mantine/core";
import type { ComponentProps, CSSProperties, ReactNode } from "react";
import { Link } from "@/app/_components/ui/link";

// Some of Mantine's buttons, written out: they stand in every page's header and in each row of a list, and the server works out the looks
// of each of Mantine's anew. A test compares the two.

const gray = "var(--mantine-color-gray-light";
const border = "calc(0.0625rem * var(--mantine-scale)) solid";
const colors = {
  filled: { "--button-color": "var(--mantine-color-white)" },
  default: {
    "--button-bg": "var(--mantine-color-default)",
    "--button-hover": "var(--mantine-color-default-hover)",
    "--button-color": "var(--mantine-color-default-color)",
    "--button-bd": `${border} var(--mantine-color-default-border)`,
  },
  gray: {
    "--button-bg": "transparent",
    "--button-hover": `${gray}-hover)`,
    "--button-color": `${gray}-color)`,
    "--button-bd": `${border} transparent`,
  },
};
const sizes = ["compact-sm", "xs", "sm"] as const;

/** What is written out: the usual variants in the usual colours, and the subtle one in gray. */
export interface Look {
  variant?: "default" | "subtle" | undefined;
  size: (typeof sizes)[number];
  /** Of the words, in place of the variant's own. */
  ink?: string | undefined;
}

/** The look of one of Mantine's buttons; null where it is not among those that are written out. */
export function lookOf({ variant, size = "sm", color, c, className: _, rightSection: _also, ...rest }: ButtonProps) {
  const known = sizes.find((each) => each === size);
  const isKnown = variant === "subtle" ? color === "gray" : color === undefined && (variant ?? "default") === "default";
  // What is left out of the page, such as the loader of a button that does not load.
  const isMore = Object.entries(rest).some(([name, value]) => value !== false && !/^(aria|data)-/.test(name));
  if (known === undefined || !isKnown || isMore || (c !== undefined && typeof c !== "string")) return null;
  return { variant, size: known, ink: c } as Look;
}

const styles = new Map<string, CSSProperties>();

function styleOf({ variant, size, ink }: Look): CSSProperties {
  const key = `${variant} ${size} ${ink}`;
  const known = styles.get(key);
  if (known) return known;
  const made: CSSProperties & Record<`--${string}`, string> = {
    "--button-height": `var(--button-height-${size})`,
    "--button-padding-x": `var(--button-padding-x-${size})`,
    "--button-fz": `var(--mantine-font-size-${size.replace("compact-", "")})`,
    ...colors[variant === "subtle" ? "gray" : (variant ?? "filled")],
    ...(ink !== undefined && { color: ink }),
  };
  styles.set(key, made);
  return made;
}

const own = `${Button.classes.root} mantine-Button-root ${UnstyledButton.classes.root} mantine-UnstyledButton-root`;

const rootOf = (look: Look, className: string | undefined, rightSection: ReactNode) => ({
  style: styleOf(look),
  className: `mantine-focus-auto mantine-active ${className ? `${className} ` : ""}${own}`,
  "data-variant": look.variant,
  "data-size": look.size,
  "data-with-right-section": rightSection ? true : undefined,
});

function Inner({ rightSection, children }: { rightSection?: ReactNode; children: ReactNode }) {
  return (
    <span className={`${Button.classes.inner} mantine-Button-inner`}>
      <span className={`${Button.classes.label} mantine-Button-label`}>{children}</span>
      {rightSection ? (
        <span className={`${Button.classes.section} mantine-Button-section`} data-position="right">
          {rightSection}
        </span>
      ) : null}
    </span>
  );
}

interface WrittenButtonProps extends Omit<ComponentProps<"button">, "style"> {
  look: Look;
  rightSection?: ReactNode;
}

export function WrittenButton({ look, className, rightSection, children, ...rest }: WrittenButtonProps) {
  return (
    <button {...rootOf(look, className, rightSection)} type="button" {...rest}>
      <Inner rightSection={rightSection}>{children}</Inner>
    </button>
  );
}

interface WrittenLinkProps extends Omit<ComponentProps<typeof Link>, "style"> {
  look: Look;
}

export function WrittenLink({ look, className, children, ...rest }: WrittenLinkProps) {
  return (
    <Link {...rootOf(look, className, null)} {...rest}>
      <Inner>{children}</Inner>
    </Link>
  );
}
