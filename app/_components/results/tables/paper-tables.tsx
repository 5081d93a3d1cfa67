import { type Figures, FiguresPart } from "./figures-part";
import styles from "./figures-table.module.css";
import { paperParts } from "./paper-columns";

interface PaperTablesProps extends Figures {
  /** How many columns belong together: the months of a year. */
  year?: number;
  /** How many stand before the first of those. */
  leading?: number;
}

/** A table of figures on paper, in parts that are no wider than it. */
export function PaperTables({ year, leading, ...figures }: PaperTablesProps) {
  const texts = figures.groups.flatMap(({ rows }) => rows.map((row) => row.texts));
  return (
    <div className={styles.paper}>
      {paperParts(figures.columns.length, texts, year, leading).map((part) => (
        <FiguresPart key={part[0]} {...figures} part={part} />
      ))}
    </div>
  );
}
