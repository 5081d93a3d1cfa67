import { ChartFrame } from "@/app/_components/charts/chart-frame";
import { RangeBar, RangeScale } from "@/app/_components/sensitivity/range-bar";
import figures from "@/app/_components/ui/figure-table.module.css";
import { Section } from "@/app/_components/ui/page/section";
import type { Sensitivity } from "@/lib/analysis/sensitivity/sensitivity";
import type { RangeChart } from "@/lib/export/charts/description";
import { movementChart, movementTitle } from "@/lib/export/charts/movement-chart";
import { payInputs } from "@/lib/model/pay/pay";
import type { LinkedModel } from "@/lib/server/sharing/linked-model";
import { formatShort } from "@/lib/value/format";
import styles from "./linked-movements.module.css";

interface LinkedMovementsProps {
  /** Null until they are worked out. */
  singles: Sensitivity | null;
  model: Pick<LinkedModel, "name" | "currency" | "leavesOutPay">;
  canDownload: boolean;
}

/** What single inputs move, behind a link: the bars of the model's page, without what the link leaves out. */
export function LinkedMovements({ singles, model, canDownload }: LinkedMovementsProps) {
  const { name, currency, leavesOutPay } = model;
  const chart = singles && movementChart(singles, currency, { hidden: leavesOutPay ? payInputs : [] });
  return (
    <Section title={movementTitle} unit={`${currency}, in today’s money`}>
      <div className={styles.chart}>{chart === null ? null : <Bars {...{ chart, name, canDownload }} />}</div>
    </Section>
  );
}

function Bars({ chart, name, canDownload }: { chart: RangeChart; name: string; canDownload: boolean }) {
  if (chart.bars.length === 0) return <p>No uncertain input that is shown moves this.</p>;
  return (
    <ChartFrame chart={chart} model={name} canDownload={canDownload}>
      <table className={`${figures.table} ${styles.table}`} aria-label={chart.title}>
        <thead>
          <tr>
            <th scope="col">Input, and its range</th>
            <th scope="col">
              The difference with it alone
              <RangeScale axis={chart.axis} />
            </th>
          </tr>
        </thead>
        <tbody>
          {chart.bars.map((bar) => (
            <tr key={bar.label}>
              <th scope="row">
                {bar.label}
                <small>{bar.note}</small>
              </th>
              <td>
                <RangeBar bar={bar} axis={chart.axis} />
                <small>
                  {formatShort(bar.ends?.[0])} at its low, {formatShort(bar.ends?.[1])} at its high
                </small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.legend}>{chart.legend}</p>
    </ChartFrame>
  );
}
