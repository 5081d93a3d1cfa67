import { SourceText } from "@/app/_components/ui/source-text";
import type { MethodGroup } from "@/lib/analysis/method";
import styles from "./method.module.css";

/** The formulas of one architecture in one section, folded at first. */
export function FormulaList({ group: { title, entries } }: { group: MethodGroup }) {
  return (
    <details className={styles.group}>
      <summary className={styles.summary}>
        {title}{" "}
        <span className={styles.quiet}>{entries.length === 1 ? "1 formula" : `${entries.length} formulas`}</span>
      </summary>
      <dl className={styles.formulas}>
        {entries.map(({ key, label, unit, source, words, symbols }) => (
          // Hundreds of these: they are styled from the list, so that none carries class names.
          <div key={key} id={key}>
            <dt>
              {label} <code>{key}</code>
            </dt>
            <dd>{`= ${words}`}</dd>
            <dd>
              <code>{symbols}</code>
            </dd>
            <dd>
              {`${unit === "1" ? "a plain number" : unit} · `}
              <SourceText text={source} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
