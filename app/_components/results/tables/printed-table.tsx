import figures from "@/app/_components/ui/figure-table.module.css";
import { Scroller } from "@/app/_components/ui/page/scroller";
import { type PublishedRow, toPrintedDigits } from "@/lib/analysis/published-tables";
import { formatNumber } from "@/lib/value/format";

interface PrintedTableProps {
  /** The table's name for screen readers. */
  title: string;
  rows: readonly PublishedRow[];
}

/** Published figures beside the model's, and whether they agree to the printed digits. */
export function PrintedTable({ title, rows }: PrintedTableProps) {
  return (
    <Scroller label={title}>
      <table className={figures.table}>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col">Unit</th>
            <th scope="col">In print</th>
            <th scope="col">Here</th>
            <th scope="col" className={figures.words}>
              As printed
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, unit, printed, tolerance, here }) => {
            const isSame = Math.abs(here - printed) <= tolerance;
            return (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className={figures.quiet}>{unit}</td>
                <td>{formatNumber(printed)}</td>
                <td>{formatNumber(toPrintedDigits(here, printed))}</td>
                <td className={figures.words}>{isSame ? "yes" : "no"}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroller>
  );
}
