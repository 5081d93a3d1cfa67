import type { MethodGroup } from "@/lib/analysis/method";
import styles from "./method.module.css";

/** The formulas of one architecture in one section: folded, so that the sections can be read as a whole. */
export function FormulaList({ group: { title, entries } }: { group: MethodGroup }) {
  return (
    <details className={styles.group}>
      <summary className={styles.summary}>
        {title}{" "}
        <span className={styles.quiet}>{entries.length === 1 ? "1 formula" : `${entries.length} formulas`}</span>
      </summary>
      <dl className={styles.formulas}>
        {entries.map(({ key, label, unit, source, words, symbols }) => (
          <div key={key} className={styles.formula} id={key}>
            <dt>
              {label} <code className={styles.key}>{key}</code>
            </dt>
            <dd className={styles.words}>= {words}</dd>
            <dd>
              <code className={styles.symbols}>{symbols}</code>
            </dd>
            <dd className={styles.quiet}>
              {unit === "1" ? "a plain number" : unit} · {source}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
