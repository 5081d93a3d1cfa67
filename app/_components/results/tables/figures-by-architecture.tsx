import { ArchitectureName } from "@/app/_components/charts/architecture-name";
import cards from "@/app/_components/ui/card-table.module.css";
import { evenColumns, widestOf } from "@/app/_components/ui/even-columns";
import figures from "@/app/_components/ui/figure-table.module.css";
import { TableHead } from "@/app/_components/ui/records/table-head";
import type { Architecture } from "@/lib/model/architectures";

interface FiguresByArchitectureProps {
  /** The head of the names' column: the unit, where every column has the same. */
  corner?: string;
  columns: readonly string[];
  /** A figure for each column, by architecture. */
  rows: readonly { architecture: Architecture; texts: readonly string[] }[];
}

/** As wide as 100,000,000: with wider figures in all of its columns a table would not fit beside a chart. */
const widestEven = 9.9;

/** A table with a row for each architecture. */
export function FiguresByArchitecture({ corner, columns, rows }: FiguresByArchitectureProps) {
  const texts = rows.map((row) => row.texts);
  const isEven = widestOf(texts) <= widestEven;
  return (
    <table
      className={`${figures.table} ${cards.cards} ${isEven ? figures.even : figures.wide}`}
      style={isEven ? evenColumns(texts, columns.length) : undefined}
    >
      <TableHead names={[corner ?? null, ...columns]} />
      <tbody>
        {rows.map(({ architecture, texts }) => (
          <tr key={architecture}>
            <th scope="row">
              <ArchitectureName architecture={architecture} />
            </th>
            {columns.map((column, place) => (
              <td key={column} data-label={column}>
                {texts[place]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
