import type { ReactNode } from "react";
import styles from "./record.module.css";

/** A part of a record, under its heading. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
