import { ArchitectureName } from "@/app/_components/charts/architecture-name";
import { architectureStyles } from "@/lib/export/charts/architecture-style";
import { barParts } from "@/lib/export/charts/bar-parts";
import type { BarChart } from "@/lib/export/charts/description";
import styles from "./objectives.module.css";

/** A narrower part has no room for its criterion's name. */
const namedFrom = 6;

/** Scores as bars, made of what each criterion adds; those that do not pass the gates are grey. */
export function ScoreBars({ chart: { bars, categories } }: { chart: BarChart }) {
  return (
    <ol className={styles.bars} aria-label="Scores of 100">
      {bars.map(({ architecture, isExcluded = false, amounts, total }) => (
        <li key={architecture} data-out={isExcluded}>
          <span>
            <ArchitectureName architecture={architecture} />
            {isExcluded ? " (does not pass the gates)" : ""}
          </span>
          <span className={styles.bar} aria-hidden="true">
            {barParts(amounts).map(({ place, from, to, share }) => (
              <span
                key={categories[place]}
                title={categories[place]}
                style={{
                  width: `${to - from}%`,
                  background: `color-mix(in srgb, var(${architectureStyles[architecture].colour}) ${100 * share}%, var(--paper))`,
                }}
              >
                {to - from >= namedFrom ? ` ${categories[place]}` : ""}
              </span>
            ))}
          </span>
          <span className={styles.score}>{total}</span>
        </li>
      ))}
    </ol>
  );
}
