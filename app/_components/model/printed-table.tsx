import { formatNumber } from "@/lib/format";
import type { ModelResult } from "@/lib/model/result";
import type { PrintedFigure } from "@/lib/model/worked-examples";
import figures from "../ui/figure-table.module.css";

interface PrintedTableProps {
  printed: readonly PrintedFigure[];
  result: ModelResult;
}

/** As many digits as are printed, so that the two can be laid side by side. */
function asPrinted(value: number, printed: number): string {
  const digits = String(printed).match(/\.(\d+)$/)?.[1]?.length ?? 0;
  return printed < 1e-6 ? formatNumber(Number(value.toPrecision(4))) : formatNumber(Number(value.toFixed(digits)));
}

/** Published figures beside what the model gives, and whether they are the same as far as they are printed. */
export function PrintedTable({ printed, result }: PrintedTableProps) {
  return (
    <div className={figures.scroller}>
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
          {printed.map(({ label, unit, printed: value, tolerance, of }) => {
            const here = of(result);
            const isSame = Math.abs(here - value) <= tolerance;
            return (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className={figures.quiet}>{unit}</td>
                <td>{formatNumber(value)}</td>
                <td>{asPrinted(here, value)}</td>
                <td className={figures.words}>{isSame ? "yes" : "no"}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
