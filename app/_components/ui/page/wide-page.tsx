import type { ReactNode } from "react";
import styles from "./wide-page.module.css";

interface WidePageProps {
  /** Wider still, for a table with a column beside it. */
  isWidest?: boolean;
  /** Under the tabs of a model, where all pages begin at one height. */
  isOfModel?: boolean;
  children: ReactNode;
}

/** A page with the full width, for tables. */
export function WidePage({ isWidest = false, isOfModel = false, children }: WidePageProps) {
  return (
    <div className={styles.page} data-widest={isWidest || undefined} data-of-model={isOfModel || undefined}>
      {children}
    </div>
  );
}
