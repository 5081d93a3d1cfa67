import { type Architecture, architectureNames } from "@/lib/model/architectures";
import { ArchitectureMark } from "../charts/architecture-mark";
import { evenColumns } from "../ui/even-columns";
import figures from "../ui/figure-table.module.css";
import styles from "./figures-table.module.css";

export interface Figures {
  /** What they are in. */
  unit: string;
  /** Each with what stands under its name, a line each. */
  columns: readonly { label: string; under: readonly string[] }[];
  /** Of each architecture its rows: a name, and a figure for each column. */
  groups: readonly {
    architecture: Architecture;
    rows: readonly { name: string; isTotal: boolean; texts: readonly string[] }[];
  }[];
}

/** A table of some of the columns of figures, or of all. */
export function FiguresPart({ unit, columns, groups, part }: Figures & { part: readonly number[] }) {
  const texts = groups.flatMap(({ rows }) => rows.map((row) => row.texts));
  return (
    <table className={`${figures.table} ${figures.even} ${styles.table}`} style={evenColumns(texts, part.length)}>
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
              <span className={figures.name}>
                <ArchitectureMark architecture={architecture} />
                {architectureNames[architecture]}
              </span>
            </th>
          </tr>
          {rows.map(({ name, isTotal, texts }) => (
            <tr key={name} className={isTotal ? styles.total : undefined}>
              <th scope="row">{name}</th>
              {part.map((place) => (
                <td key={place} className={/[1-9]/.test(texts[place] ?? "") ? undefined : figures.quiet}>
                  {texts[place]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
