import { ArchitectureName } from "@/app/_components/charts/architecture-name";
import type { Comparison } from "@/lib/analysis/objectives/comparison";
import { scoreText } from "@/lib/analysis/objectives/objective-words";
import { architectureStyles } from "@/lib/export/charts/architecture-style";
import { barParts } from "@/lib/export/charts/bar-parts";
import { architectures } from "@/lib/model/architectures";
import styles from "./objectives.module.css";

interface ScoreBarsProps {
  comparison: Comparison;
  /** Whether those that do not pass the gates are shown, grey. */
  isOpen: boolean;
}

/** A narrower part has no room for its criterion's name. */
const namedFrom = 6;

/** Scores as bars, made of what each criterion adds. */
export function ScoreBars({ comparison, isOpen }: ScoreBarsProps) {
  const { ranking, parts, scores, criteria } = comparison;
  const out = architectures.flatMap((_, place) => (ranking.includes(place) ? [] : [place]));
  return (
    <ol className={styles.bars} aria-label="Scores of 100">
      {[...ranking, ...(isOpen ? out : [])].map((place) => {
        const architecture = architectures[place] as (typeof architectures)[number];
        const isOut = !ranking.includes(place);
        return (
          <li key={architecture} data-out={isOut}>
            <span>
              <ArchitectureName architecture={architecture} />
              {isOut ? " (does not pass the gates)" : ""}
            </span>
            <span className={styles.bar} aria-hidden="true">
              {barParts(parts[place] ?? []).map(({ place: k, from, to, share }) => (
                <span
                  key={criteria[k]?.criterion.key}
                  title={criteria[k]?.criterion.name}
                  style={{
                    width: `${100 * (to - from)}%`,
                    background: `color-mix(in srgb, var(${architectureStyles[architecture].colour}) ${100 * share}%, var(--paper))`,
                  }}
                >
                  {100 * (to - from) >= namedFrom ? ` ${criteria[k]?.criterion.name}` : ""}
                </span>
              ))}
            </span>
            <span className={styles.score}>{scoreText(scores[place] as number)}</span>
          </li>
        );
      })}
    </ol>
  );
}
