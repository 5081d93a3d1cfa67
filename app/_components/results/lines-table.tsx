import { ArchitectureName } from "@/app/_components/charts/architecture-name";
import figures from "@/app/_components/ui/figure-table.module.css";
import { Scroller } from "@/app/_components/ui/page/scroller";
import type { LineChart } from "@/lib/export/charts/description";
import type { Period } from "@/lib/export/periods";
import { formatWhole } from "@/lib/value/format";
import { PeriodHead } from "./tables/period-head";

/** The lines of a chart by month as a table: where each stands at the end of each period. */
export function LinesTable({ chart, periods }: { chart: LineChart; periods: readonly Period[] }) {
  const { lines, currency, title } = chart;
  return (
    <Scroller label={`Table of ${title.charAt(0).toLowerCase()}${title.slice(1)}`}>
      <table className={figures.table}>
        <thead>
          <tr>
            <th scope="col">{currency}, to the end of</th>
            {periods.map((period) => (
              <PeriodHead key={period.label} period={period} />
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ architecture, name, points }) => (
            <tr key={architecture}>
              <th scope="row">{lines.length === 1 ? name : <ArchitectureName architecture={architecture} />}</th>
              {periods.map(({ label, to }) => (
                <td key={label}>{formatWhole(points[to]?.y)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
