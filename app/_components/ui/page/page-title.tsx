import type { ReactNode } from "react";
import styles from "./page-title.module.css";

interface PageTitleProps {
  title: string;
  action?: ReactNode;
}

export function PageTitle({ title, action }: PageTitleProps) {
  return (
    <div className={styles.head}>
      <h1 className={styles.title}>{title}</h1>
      {action}
    </div>
  );
}
