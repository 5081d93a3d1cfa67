import { Notice } from "@/app/_components/ui/notice";
import styles from "@/app/_components/ui/notice.module.css";
import type { FieldError } from "@/lib/outcome";

/** All that is wrong with a file, one below the other; nothing where nothing is. */
export function FaultsNotice({ title, faults }: { title: string; faults: readonly FieldError[] }) {
  if (faults.length === 0) return null;
  return (
    <Notice tone="wrong" title={title}>
      <ul className={styles.faults}>
        {faults.map(({ key, message }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one line may have several faults.
          <li key={`${key} ${place}`}>{message}</li>
        ))}
      </ul>
    </Notice>
  );
}
