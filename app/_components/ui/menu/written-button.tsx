import { Button, type ButtonProps, Loader, UnstyledButton } from "@mantine/core";
import type { ComponentProps, ReactNode } from "react";
import { Link } from "@/app/_components/ui/link";
import styles from "./written-button.module.css";

// Some of Mantine's buttons, written out: they stand in every page's header and in each row of a list, and the server works out the looks
// of each of Mantine's anew. A test compares the two.

const sizes = { "compact-sm": styles.compactSm, xs: styles.xs, sm: styles.sm } as const;
const variants = { filled: styles.filled, default: styles.default, subtle: styles.gray } as const;

/** What is written out: the usual variants in the usual colours, and the subtle one in gray. */
export interface Look {
  variant?: "default" | "subtle" | undefined;
  size: keyof typeof sizes;
  /** Of the words, in place of the variant's own. */
  ink?: string | undefined;
}

/** The look of one of Mantine's buttons; null where it is not among those that are written out. */
export function lookOf({ variant, size = "sm", color, c, className: _, rightSection: _also, ...rest }: ButtonProps) {
  const isSized = Object.hasOwn(sizes, size);
  const isKnown = variant === "subtle" ? color === "gray" : color === undefined && (variant ?? "default") === "default";
  // What is left out of the page, such as the loader of a button that does not load.
  const isMore = Object.entries(rest).some(([name, value]) => value !== false && !/^(aria|data)-/.test(name));
  if (!isSized || !isKnown || isMore || (c !== undefined && typeof c !== "string")) return null;
  return { variant, size, ink: c } as Look;
}

const own = `${Button.classes.root} mantine-Button-root ${UnstyledButton.classes.root} mantine-UnstyledButton-root`;

const rootOf = (look: Look, className: string | undefined, rightSection: ReactNode) => ({
  style: look.ink === undefined ? undefined : { color: look.ink },
  className: `mantine-focus-auto mantine-active ${className ? `${className} ` : ""}${own} ${sizes[look.size]} ${variants[look.variant ?? "filled"]}`,
  "data-variant": look.variant,
  "data-size": look.size,
  "data-with-right-section": rightSection ? true : undefined,
});

/** Where Mantine has the loader stand in its button. */
const middle = "translate(-50%, calc(-50% + calc(0.0625rem * var(--mantine-scale))))";

interface InnerProps {
  rightSection?: ReactNode;
  isLoading?: boolean | undefined;
  children: ReactNode;
}

function Inner({ rightSection, isLoading, children }: InnerProps) {
  return (
    <span className={`${Button.classes.inner} mantine-Button-inner`}>
      <span className={`${Button.classes.label} mantine-Button-label`} data-loading={isLoading || undefined}>
        {children}
      </span>
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
  /** Whether what it does is under way; it is off meanwhile. */
  loading?: boolean;
  rightSection?: ReactNode;
}

export function WrittenButton({ look, className, loading, rightSection, children, ...rest }: WrittenButtonProps) {
  const root = rootOf(look, className, rightSection);
  const off = { disabled: true, "data-disabled": rest.disabled || undefined, "data-loading": loading || undefined };
  return (
    <button
      {...root}
      className={rest.disabled || loading ? root.className.replace("mantine-active ", "") : root.className}
      type="button"
      {...rest}
      {...((rest.disabled || loading) && off)}
    >
      {loading ? (
        <span
          className={`${Button.classes.loader} mantine-Button-loader`}
          style={{ transform: middle }}
          aria-hidden="true"
        >
          <Loader color="var(--button-color)" size="calc(var(--button-height) / 1.8)" />
        </span>
      ) : null}
      <Inner rightSection={rightSection} isLoading={loading}>
        {children}
      </Inner>
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
