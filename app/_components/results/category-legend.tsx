import { ArchitectureMark } from "@/app/_components/charts/architecture-mark";
import { architectureStyles } from "@/lib/export/charts/architecture-style";
import { tintShare } from "@/lib/export/charts/tint";
import { type Architecture, architectureNames } from "@/lib/model/architectures";
import type { ShownCategory } from "@/lib/model/pay/pay";
import styles from "./category-legend.module.css";

interface CategoryLegendProps {
  architectures: readonly Architecture[];
  /** The largest first, as they are stacked from the bottom. */
  categories: readonly Pick<ShownCategory, "name">[];
}

/** The names of the tints, in the order in which they are stacked, the topmost first. */
export function CategoryLegend({ architectures, categories }: CategoryLegendProps) {
  return (
    <div className={styles.legend}>
      <ul className={styles.list}>
        {architectures.map((name) => (
          <li key={name} className={styles.entry}>
            <ArchitectureMark architecture={name} />
            {architectureNames[name]}
          </li>
        ))}
      </ul>
      <ul className={styles.list}>
        {categories
          .map((category, place) => ({ category, share: tintShare(place, categories.length) }))
          .reverse()
          .map(({ category, share }, place) => (
            // Keyed by place: where the order of sizes changes, names change and no line moves.
            // biome-ignore lint/suspicious/noArrayIndexKey: as above.
            <li key={place} className={styles.entry}>
              <span className={styles.swatches} aria-hidden="true">
                {architectures.map((name) => (
                  <span
                    key={name}
                    style={{
                      background: `color-mix(in srgb, var(${architectureStyles[name].colour}) ${Math.round(share * 100)}%, var(--paper))`,
                    }}
                  />
                ))}
              </span>
              {category.name}
            </li>
          ))}
      </ul>
    </div>
  );
}
