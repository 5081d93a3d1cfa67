import type { ReactNode } from "react";
import { Notice } from "@/app/_components/ui/notice";
import styles from "@/app/_components/ui/notice.module.css";
import type { FieldError } from "@/lib/outcome";

interface FaultsNoticeProps {
  title: string;
  faults: readonly FieldError[];
  tone?: "wrong" | "look";
  children?: ReactNode;
}

/** All that is wrong, as with a file, one below the other; nothing where nothing is. */
export function FaultsNotice({ title, faults, tone = "wrong", children }: FaultsNoticeProps) {
  if (faults.length === 0) return null;
  return (
    <Notice tone={tone} title={title} isNews>
      <ul className={styles.faults}>
        {faults.map(({ key, message }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one line may have several faults.
          <li key={`${key} ${place}`}>{message}</li>
        ))}
      </ul>
      {children}
    </Notice>
  );
}
