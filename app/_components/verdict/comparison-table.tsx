import { memo, useMemo } from "react";
import { ArchitectureName } from "@/app/_components/charts/architecture-name";
import figures from "@/app/_components/ui/figure-table.module.css";
import { ofHundred } from "@/lib/analysis/verdict/chance";
import { type ComparisonRow, leastCostWords } from "@/lib/analysis/verdict/comparison";
import type { RangeBar, RangeChart } from "@/lib/export/charts/description";
import { costRangeChart } from "@/lib/export/charts/doubt-charts";
import { formatShort, formatTick, nothing } from "@/lib/value/format";
import { AnswerChart, type AnswerChartProps } from "./answer-chart";
import styles from "./comparison-table.module.css";
import { SpreadBar } from "./spread-bar";
import { reasonOf, TargetCells, TargetHeads, type Targets } from "./target-cells";

interface ComparisonTableProps extends AnswerChartProps {
  rows: readonly ComparisonRow[];
  currency: string;
  targets: Targets;
  /** Whether something runs today that the others are compared with. */
  hasToday: boolean;
  /** Whether the bars and chances are of earlier figures, while trials of these run. */
  isBehind: boolean;
}

/** The four architectures in one table: both totals, how far each cost is known, how often each comes first, and its targets. */
export const ComparisonTable = memo(function ComparisonTable(props: ComparisonTableProps) {
  const { rows, currency, targets, hasToday, isBehind, model, canDownload } = props;
  const chart = useMemo(() => costRangeChart(rows, currency), [rows, currency]);
  return (
    <>
      <AnswerChart chart={chart} model={model} canDownload={canDownload}>
        <table className={`${figures.table} ${styles.table}`} data-behind={isBehind} aria-busy={isBehind}>
          <caption className={styles.unseen}>The architectures by rank, those that miss a target last</caption>
          <thead>
            <tr>
              <td rowSpan={2} className={styles.corner}>
                {currency}
              </td>
              <th scope="col" rowSpan={2}>
                Net present cost
              </th>
              <th scope="col" rowSpan={2} className={styles.bars}>
                <span>10 to 90 of 100 trials</span>
                <span className={styles.axis} aria-hidden="true">
                  <span>0</span>
                  <span>{formatTick(chart.axis.most)}</span>
                </span>
              </th>
              <th scope="colgroup" colSpan={3} className={styles.group}>
                In how many of 100 trials it
              </th>
              <th scope="col" rowSpan={2} className={styles.wide}>
                Total cash
              </th>
              {hasToday ? (
                <th scope="col" rowSpan={2} className={styles.wide}>
                  Against today
                </th>
              ) : null}
              <TargetHeads targets={targets} rowSpan={2} />
            </tr>
            <tr>
              <th scope="col" className={styles.wide}>
                costs least
              </th>
              <th scope="col" className={styles.wide}>
                meets targets
              </th>
              <th scope="col" className={styles.chance}>
                comes first
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, place) => (
              <Row
                key={row.architecture}
                row={row}
                bar={chart.bars[place]}
                axis={chart.axis}
                targets={targets}
                hasToday={hasToday}
              />
            ))}
          </tbody>
        </table>
      </AnswerChart>
      <p className={`${styles.counted} ${styles.wide}`}>{leastCostWords}</p>
    </>
  );
});

interface RowProps {
  row: ComparisonRow;
  bar: RangeBar | undefined;
  axis: RangeChart["axis"];
  targets: ComparisonTableProps["targets"];
  hasToday: boolean;
}

function Row({ row, bar, axis, targets, hasToday }: RowProps) {
  const { doubt } = row;
  return (
    <tr className={row.isEligible ? undefined : styles.excluded}>
      <th scope="row">
        <ArchitectureName architecture={row.architecture} />
        {row.isEligible ? null : <small className={styles.reason}>{reasonOf(row)}</small>}
      </th>
      <td>{formatShort(row.netPresentCost)}</td>
      <td className={styles.bars}>
        <SpreadBar bar={bar} axis={axis} />
        {doubt === null ? null : (
          <span className={styles.unseen}>
            {formatShort(doubt.p10)} to {formatShort(doubt.p90)}, median {formatShort(doubt.p50)}
          </span>
        )}
      </td>
      <td className={`${styles.wide} ${styles.trial}`}>{chance(doubt?.costsLeast)}</td>
      <td className={`${styles.wide} ${styles.trial}`}>{chance(doubt?.meetsTargets)}</td>
      <td className={`${styles.chance} ${styles.trial}`}>{chance(doubt?.comesFirst)}</td>
      <td className={styles.wide}>{formatShort(row.cash)}</td>
      {hasToday ? <td className={styles.wide}>{againstToday(row.againstToday)}</td> : null}
      <TargetCells row={row} targets={targets} />
    </tr>
  );
}

const chance = (share: number | null | undefined) =>
  share === null || share === undefined ? nothing : ofHundred(share);

const againstToday = (difference: number | null) => {
  if (difference === null) return "today";
  return difference > 0 ? `+${formatShort(difference)}` : formatShort(difference);
};
