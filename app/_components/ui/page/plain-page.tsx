import type { ReactNode } from "react";
import styles from "./plain-page.module.css";

interface PlainPageProps {
  title: string;
  children: ReactNode;
}

/** One column of prose or of a form, under a heading. */
export function PlainPage({ title, children }: PlainPageProps) {
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{title}</h1>
      {children}
    </div>
  );
}
