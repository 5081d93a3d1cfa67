import type { ReactNode } from "react";
import styles from "./notice.module.css";

interface NoticeProps {
  /** "wrong" for what failed, "look" for what to look at, "plain" for the rest. */
  tone: "wrong" | "look" | "plain";
  title?: string;
  /** Whether it appears on an open page, and is announced at once. A "wrong" notice always is. */
  isNews?: boolean;
  children: ReactNode;
}

export function Notice({ tone, title, isNews = tone === "wrong", children }: NoticeProps) {
  return (
    <div className={styles.notice} data-tone={tone} role={isNews ? "alert" : "note"}>
      {title === undefined ? null : <p className={styles.title}>{title}</p>}
      {children}
    </div>
  );
}
