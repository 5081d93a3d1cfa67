import type { ReactNode } from "react";
import styles from "./stale.module.css";

/** What was worked out of earlier figures stays in its place while that of the present ones is worked out, and is not read as theirs. */
export function Stale({ isStale, children }: { isStale: boolean; children: ReactNode }) {
  return (
    <div className={styles.stale} data-stale={isStale} aria-busy={isStale}>
      {children}
    </div>
  );
}
