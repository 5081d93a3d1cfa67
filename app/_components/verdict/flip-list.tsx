import { memo } from "react";
import { Link } from "@/app/_components/ui/link";
import { Section } from "@/app/_components/ui/page/section";
import { Stale } from "@/app/_components/ui/stale";
import type { Flip } from "@/lib/analysis/verdict/flips";
import { routes } from "@/lib/routes";
import styles from "./flips.module.css";

interface FlipListProps {
  /** Null while they are looked for. */
  flips: readonly Flip[] | null;
  /** What stands in their place until then. */
  pending: string;
  /** Whether they are of earlier figures. */
  isStale: boolean;
  /** Whose inputs the lines lead to; null where they cannot be opened. */
  modelId: string | null;
}

/** What would bring another to the first place, each alone. */
export const FlipList = memo(function FlipList({ flips, pending, isStale, modelId }: FlipListProps) {
  return (
    <Section title="What would flip it" unit="each alone, within its range">
      <Stale isStale={isStale}>
        <ul className={styles.lines}>
          {flips === null ? <li className={styles.quiet}>{pending}</li> : null}
          {flips?.length === 0 ? <li>No uncertain input alone, within its range.</li> : null}
          {flips?.map(({ key, words }) => (
            <li key={key}>{modelId === null ? words : <Link href={routes.modelInput(modelId, key)}>{words}</Link>}</li>
          ))}
        </ul>
      </Stale>
    </Section>
  );
});
