import type { ReactNode } from "react";
import styles from "./notice.module.css";

interface NoticeProps {
  /** "wrong" for what failed, "look" for what to look at, "plain" for the rest. */
  tone: "wrong" | "look" | "plain";
  title?: string;
  children: ReactNode;
}

export function Notice({ tone, title, children }: NoticeProps) {
  return (
    <div className={styles.notice} data-tone={tone} role={tone === "wrong" ? "alert" : "note"}>
      {title === undefined ? null : <p className={styles.title}>{title}</p>}
      {children}
    </div>
  );
}
