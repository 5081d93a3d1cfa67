import { memo } from "react";
import { byYear } from "@/lib/export/years-csv";
import type { Calendar } from "@/lib/fiscal-year";
import { formatExact } from "@/lib/format";
import { architectureNames, type View } from "@/lib/model/architectures";
import { type CostsResult, shownCategories } from "@/lib/model/pay";
import { ArchitectureMark } from "../charts/architecture-mark";
import figures from "../ui/figure-table.module.css";
import styles from "./figures-table.module.css";
import { PeriodHead } from "./period-head";
import { periodsOf, sumOf } from "./periods";

interface FiguresTableProps {
  result: CostsResult;
  view: View;
  currency: string;
  calendar: Calendar;
  /** Whether what pay would be read from stands as one sum. */
  isPayPooled?: boolean;
}

/** Every figure of one view: architectures in the order of the ranking, their categories, the years beside each other. */
export const FiguresTable = memo(function FiguresTable(props: FiguresTableProps) {
  const { result, view, currency, calendar, isPayPooled = false } = props;
  const periods = periodsOf(result.months, calendar);
  // As the CSV sums them, so that both round alike.
  const cells = (series: readonly number[]) => {
    const years = byYear(series);
    return (
      <>
        {periods.map(({ label }, index) => (
          <Figure key={label} amount={years[index] ?? 0} currency={currency} />
        ))}
        <Figure amount={sumOf(years)} currency={currency} />
      </>
    );
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard.
    <section className={styles.scroller} data-wide={periods.length > 7} tabIndex={0} aria-label="Table of figures">
      <table className={`${figures.table} ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col">{currency}</th>
            {periods.map((period) => (
              <PeriodHead key={period.label} period={period} />
            ))}
            <th scope="col">Total</th>
          </tr>
        </thead>
        {result.ranking.map((architecture) => {
          const { lines, total } = result.architectures[architecture].views[view];
          return (
            <tbody key={architecture}>
              <tr className={styles.architecture}>
                <th scope="rowgroup" colSpan={periods.length + 2}>
                  <span className={figures.name}>
                    <ArchitectureMark architecture={architecture} />
                    {architectureNames[architecture]}
                  </span>
                </th>
              </tr>
              {shownCategories(isPayPooled).map(({ key, name }) => (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  {cells(lines[key])}
                </tr>
              ))}
              <tr className={styles.total}>
                <th scope="row">Total</th>
                {cells(total)}
              </tr>
            </tbody>
          );
        })}
      </table>
    </section>
  );
});

function Figure({ amount, currency }: { amount: number; currency: string }) {
  const text = formatExact(amount, currency);
  return <td className={/[1-9]/.test(text) ? undefined : figures.quiet}>{text}</td>;
}
