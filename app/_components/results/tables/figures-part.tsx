import { memo } from "react";
import { ArchitectureName } from "@/app/_components/charts/architecture-name";
import cards from "@/app/_components/ui/card-table.module.css";
import { evenColumns } from "@/app/_components/ui/even-columns";
import figures from "@/app/_components/ui/figure-table.module.css";
import type { Architecture } from "@/lib/model/architectures";
import styles from "./figures-table.module.css";

/** No figure has it. */
const between = "\n";

export interface Figures {
  /** The unit of the figures. */
  unit: string;
  /** The columns, each with the lines under its name. */
  columns: readonly { label: string; under: readonly string[] }[];
  /** The rows of each architecture: a name, and a figure for each column. */
  groups: readonly {
    architecture: Architecture;
    rows: readonly { name: string; isTotal: boolean; texts: readonly string[] }[];
  }[];
}

/** A table of some of the columns of figures, or of all. */
export function FiguresPart({ unit, columns, groups, part }: Figures & { part: readonly number[] }) {
  const texts = groups.flatMap(({ rows }) => rows.map((row) => row.texts));
  const labels = part.map((place) => columns[place]?.label ?? "").join(between);
  return (
    <table
      className={`${figures.table} ${cards.cards} ${figures.even} ${styles.table}`}
      style={evenColumns(texts, part.length)}
    >
      <thead>
        <tr>
          <th scope="col">{unit}</th>
          {part.map((place) => (
            <th key={place} scope="col">
              {columns[place]?.label}
              {columns[place]?.under.map((line) => (
                <span key={line} className={figures.under}>
                  {" "}
                  {line}
                </span>
              ))}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ architecture, rows }) => (
        <tbody key={architecture}>
          <tr className={styles.architecture}>
            <th scope="rowgroup" colSpan={part.length + 1}>
              <ArchitectureName architecture={architecture} />
            </th>
          </tr>
          {rows.map(({ name, isTotal, texts }) => (
            <FigureRow
              key={name}
              name={name}
              isTotal={isTotal}
              labels={labels}
              cells={part.map((place) => texts[place] ?? "").join(between)}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** One row. Its figures come as one text, and so do their columns' names: a row whose text has not changed is not drawn again. */
const FigureRow = memo(function FigureRow(props: { name: string; isTotal: boolean; labels: string; cells: string }) {
  const { name, isTotal, cells } = props;
  const labels = props.labels.split(between);
  return (
    <tr className={isTotal ? styles.total : undefined}>
      <th scope="row">{name}</th>
      {cells.split(between).map((text, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place.
        <td key={place} data-label={labels[place]} className={/[1-9]/.test(text) ? undefined : figures.quiet}>
          {text}
        </td>
      ))}
    </tr>
  );
});
