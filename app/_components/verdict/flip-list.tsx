import Link from "next/link";
import { memo } from "react";
import { Section } from "@/app/_components/ui/page/section";
import type { Flip } from "@/lib/analysis/verdict/flips";
import { routes } from "@/lib/routes";
import styles from "./flips.module.css";

interface FlipListProps {
  /** Null while they are looked for. */
  flips: readonly Flip[] | null;
  /** Whose inputs the lines lead to; null where they cannot be opened. */
  modelId: string | null;
}

/** What would bring another to the first place, each alone. */
export const FlipList = memo(function FlipList({ flips, modelId }: FlipListProps) {
  return (
    <Section title="What would flip it" unit="each alone, within its range">
      <ul className={styles.lines}>
        {flips === null ? (
          <li className={styles.quiet}>Trying each uncertain input at both ends of its range…</li>
        ) : null}
        {flips?.length === 0 ? <li>No uncertain input alone, within its range.</li> : null}
        {flips?.map(({ key, words }) => (
          <li key={key}>{modelId === null ? words : <Link href={routes.modelInput(modelId, key)}>{words}</Link>}</li>
        ))}
      </ul>
    </Section>
  );
});
