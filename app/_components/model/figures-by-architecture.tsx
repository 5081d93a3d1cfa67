import { type Architecture, architectureNames } from "@/lib/model/architectures";
import { ArchitectureMark } from "../charts/architecture-mark";
import { evenColumns } from "../ui/even-columns";
import figures from "../ui/figure-table.module.css";

interface FiguresByArchitectureProps {
  /** What stands above the names: the unit, where it is that of every column. */
  corner?: string;
  columns: readonly string[];
  /** Of each architecture a figure for each column. */
  rows: readonly { architecture: Architecture; texts: readonly string[] }[];
}

/** A table with a row for each architecture. */
export function FiguresByArchitecture({ corner, columns, rows }: FiguresByArchitectureProps) {
  const texts = rows.map((row) => row.texts);
  return (
    <table className={`${figures.table} ${figures.even}`} style={evenColumns(texts, columns.length)}>
      <thead>
        <tr>
          {corner === undefined ? <td /> : <th scope="col">{corner}</th>}
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ architecture, texts }) => (
          <tr key={architecture}>
            <th scope="row">
              <span className={figures.name}>
                <ArchitectureMark architecture={architecture} />
                {architectureNames[architecture]}
              </span>
            </th>
            {columns.map((column, place) => (
              <td key={column}>{texts[place]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
