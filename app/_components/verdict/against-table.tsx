import { memo, useMemo } from "react";
import { ArchitectureName } from "@/app/_components/charts/architecture-name";
import figures from "@/app/_components/ui/figure-table.module.css";
import { paybackInShort, paybackRange, savedBetween, savedInShort } from "@/lib/analysis/against-today/against-words";
import type { Savings } from "@/lib/analysis/against-today/savings";
import { ofHundred } from "@/lib/analysis/verdict/chance";
import type { ComparisonRow } from "@/lib/analysis/verdict/comparison";
import type { RangeBar, RangeChart } from "@/lib/export/charts/description";
import { savingsRangeChart } from "@/lib/export/charts/doubt-charts";
import type { Architecture } from "@/lib/model/architectures";
import { formatShort, formatTick, nothing } from "@/lib/value/format";
import { AnswerChart, type AnswerChartProps } from "./answer-chart";
import styles from "./comparison-table.module.css";
import { SpreadBar } from "./spread-bar";
import { reasonOf, TargetCells, TargetHeads, type Targets } from "./target-cells";

interface AgainstTableProps extends AnswerChartProps {
  /** By rank, and of the same architectures their savings. */
  rows: readonly ComparisonRow[];
  savings: readonly Savings[];
  today: Architecture;
  currency: string;
  targets: Targets;
  horizonMonths: number;
  /** Whether the bars and chances are of earlier figures, while trials of these run. */
  isBehind: boolean;
}

/** The four architectures against going on as now: what each saves, how sure that is, when it pays back and what is spent ahead. */
export const AgainstTable = memo(function AgainstTable(props: AgainstTableProps) {
  const { rows, savings, today, currency, targets, horizonMonths, isBehind, model, canDownload } = props;
  const chart = useMemo(() => savingsRangeChart(savings, today, currency), [savings, today, currency]);
  const { axis } = chart;
  const barOf = new Map(chart.bars.map((bar) => [bar.architecture, bar]));
  return (
    <AnswerChart chart={chart} model={model} canDownload={canDownload}>
      <table className={`${figures.table} ${styles.table}`} data-behind={isBehind} aria-busy={isBehind}>
        <caption className={styles.unseen}>Each architecture against going on as now, by rank</caption>
        <thead>
          <tr>
            <td className={styles.corner}>{currency}</td>
            <th scope="col">
              Against today <span className={figures.under}>net present</span>
            </th>
            <th scope="col" className={styles.bars}>
              <span>10 to 90 of 100 trials</span>
              <span className={styles.zeroAxis}>
                <span>{axis.least < 0 ? <AxisEnd amount={-axis.least} words="more" /> : null}</span>
                <AxisZero {...axis} />
                <span>{axis.most > 0 ? <AxisEnd amount={axis.most} words="saved" /> : null}</span>
              </span>
            </th>
            <th scope="col" className={styles.chance}>
              Saves{" "}
              <span className={figures.under}>
                of 100<span className={styles.inWide}> trials</span>
              </span>
            </th>
            <th scope="col" className={styles.wide}>
              Pays back <span className={figures.under}>in cash, 10 to 90 of 100</span>
            </th>
            <th scope="col" className={styles.wide}>
              Most spent ahead <span className={figures.under}>in cash</span>
            </th>
            <th scope="col" className={styles.wide}>
              Total cash
            </th>
            <TargetHeads targets={targets} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <tr key={row.architecture} className={row.isEligible ? undefined : styles.excluded}>
              <th scope="row">
                <ArchitectureName architecture={row.architecture} />
                {row.isEligible ? null : <small className={styles.reason}>{reasonOf(row)}</small>}
              </th>
              {row.architecture === today ? (
                <td colSpan={6} className={styles.asNow}>
                  runs today: {formatShort(row.netPresentCost)} net present
                  <span className={styles.inWide}>, {formatShort(row.cash)} in cash</span>
                </td>
              ) : (
                <SavingsCells
                  savings={savings[place] as Savings}
                  bar={barOf.get(row.architecture)}
                  axis={axis}
                  horizonMonths={horizonMonths}
                />
              )}
              <TargetCells row={row} targets={targets} />
            </tr>
          ))}
        </tbody>
      </table>
    </AnswerChart>
  );
});

/** Zero, where it is far enough from the ends to be read; the line below it stands in any case. */
function AxisZero({ least, most }: { least: number; most: number }) {
  const place = (100 * -least) / (most - least);
  return <span style={{ left: `${place}%` }}>{place < 25 || place > 75 ? "" : "0"}</span>;
}

/** Where the axis ends: an amount, and below it which way it goes, so that both ends have room. */
function AxisEnd({ amount, words }: { amount: number; words: string }) {
  return (
    <>
      {formatTick(amount)} <span className={styles.axisWords}>{words}</span>
    </>
  );
}

interface SavingsCellsProps {
  savings: Savings;
  bar: RangeBar | undefined;
  axis: RangeChart["axis"];
  horizonMonths: number;
}

function SavingsCells({ savings, bar, axis, horizonMonths }: SavingsCellsProps) {
  const { netPresent, cash, payback, ahead, doubt } = savings;
  return (
    <>
      <td>{savedInShort(netPresent)}</td>
      <td className={styles.bars}>
        <SpreadBar bar={bar} axis={axis} />
        {doubt === null ? null : <span className={styles.unseen}>{savedBetween(doubt.p10, doubt.p90)}</span>}
      </td>
      <td className={`${styles.chance} ${styles.trial}`}>{doubt === null ? nothing : ofHundred(doubt.saves)}</td>
      <td className={styles.wide}>
        {paybackInShort(payback, horizonMonths)}
        {doubt === null ? null : (
          <small className={`${styles.reason} ${styles.trial} ${styles.oneLine}`}>{paybackRange(doubt)}</small>
        )}
      </td>
      <td className={styles.wide}>
        {ahead === null ? (
          nothing
        ) : (
          <>
            {formatShort(ahead.amount)}
            <small className={`${styles.reason} ${styles.oneLine}`}>
              {ahead.month === 0 ? "in set-up" : `in month ${ahead.month}`}
            </small>
          </>
        )}
      </td>
      <td className={styles.wide}>{savedInShort(cash)}</td>
    </>
  );
}
