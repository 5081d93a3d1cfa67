import type { ReactNode } from "react";
import styles from "./wide-page.module.css";

/** A page as wide as a table wants to be. */
export function WidePage({ children }: { children: ReactNode }) {
  return <div className={styles.page}>{children}</div>;
}
