import { SourceText } from "@/app/_components/ui/source-text";
import type { RangeRow } from "@/lib/analysis/range-table";
import styles from "./method.module.css";

/** The ranges of a group of inputs, folded at first. */
export function RangeList({ title, rows }: { title: string; rows: readonly RangeRow[] }) {
  return (
    <details className={styles.group}>
      <summary className={styles.summary}>
        {title} <span className={styles.quiet}>{rows.length === 1 ? "1 range" : `${rows.length} ranges`}</span>
      </summary>
      <dl className={styles.formulas}>
        {rows.map(({ key, label, default: usual, range, scale, driver, grade, basis }) => (
          <div key={key} id={`range-${key}`}>
            <dt>
              {label} <code>{key}</code>
            </dt>
            <dd>{`${range}; default ${usual}`}</dd>
            <dd>{[scale, driver].filter(Boolean).join("; ")}</dd>
            <dd>
              {`${grade}: `}
              <SourceText text={basis} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
