import { type ReactNode, useId } from "react";
import styles from "./section.module.css";

interface SectionProps {
  title: string;
  /** What links within the page lead to. */
  anchor?: string;
  /** The unit or the scope of the figures, beside the title. */
  unit?: string;
  action?: ReactNode;
  children: ReactNode;
}

/** A titled part of a page, under a rule. */
export function Section({ title, anchor, unit, action, children }: SectionProps) {
  const id = useId();
  return (
    <section id={anchor} className={styles.section} aria-labelledby={id} data-section>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
          {/* A margin alone would leave both one word to a screen reader. */}
          {unit === undefined ? null : <span className={styles.unit}> {unit}</span>}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}
