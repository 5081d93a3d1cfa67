import type { ReactNode } from "react";
import styles from "./wide-page.module.css";

/** A page with the full width, for tables. */
export function WidePage({ children }: { children: ReactNode }) {
  return <div className={styles.page}>{children}</div>;
}
