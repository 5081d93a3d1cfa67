import type { ReactNode } from "react";
import styles from "./wide-page.module.css";

interface WidePageProps {
  /** Wider still, for a table with a column beside it. */
  isWidest?: boolean;
  children: ReactNode;
}

/** A page with the full width, for tables. */
export function WidePage({ isWidest = false, children }: WidePageProps) {
  return (
    <div className={styles.page} data-widest={isWidest || undefined}>
      {children}
    </div>
  );
}
