import type { ReactNode } from "react";
import styles from "./scroller.module.css";

interface ScrollerProps {
  /** Names what scrolls, for keyboard and screen reader. */
  label: string;
  children: ReactNode;
}

/** Lets a wide table scroll sideways within its place, by keyboard too. */
export function Scroller({ label, children }: ScrollerProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard.
    <section className={styles.scroller} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
