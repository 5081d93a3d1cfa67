import { memo } from "react";
import { ArchitectureName } from "@/app/_components/charts/architecture-name";
import figures from "@/app/_components/ui/figure-table.module.css";
import { paybackInShort, paybackRange, savedBetween, savedInShort } from "@/lib/analysis/against-today/against-words";
import type { Savings } from "@/lib/analysis/against-today/savings";
import { ofHundred } from "@/lib/analysis/verdict/chance";
import type { ComparisonRow } from "@/lib/analysis/verdict/comparison";
import type { Architecture } from "@/lib/model/architectures";
import { formatShort, formatTick, nothing } from "@/lib/value/format";
import styles from "./comparison-table.module.css";
import { SpreadBar } from "./spread-bar";
import { reasonOf, roundedUp, TargetCells, TargetHeads, type Targets } from "./target-cells";

interface AgainstTableProps {
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
  const { rows, savings, today, currency, targets, horizonMonths, isBehind } = props;
  const axis = axisOf(savings.filter(({ architecture }) => architecture !== today));
  return (
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
              <SavingsCells savings={savings[place] as Savings} axis={axis} horizonMonths={horizonMonths} />
            )}
            <TargetCells row={row} targets={targets} />
          </tr>
        ))}
      </tbody>
    </table>
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
  axis: { least: number; most: number };
  horizonMonths: number;
}

function SavingsCells({ savings, axis, horizonMonths }: SavingsCellsProps) {
  const { architecture, isEligible, netPresent, cash, payback, ahead, doubt } = savings;
  return (
    <>
      <td>{savedInShort(netPresent)}</td>
      <td className={styles.bars}>
        <SpreadBar architecture={architecture} axis={axis} base={netPresent} spread={doubt} isEligible={isEligible} />
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

/** The ends of the axis around zero: all that may be chosen lies on it, and of what is excluded what lies no more than twice as far. */
function axisOf(savings: readonly Savings[]): { least: number; most: number } {
  const ends = (of: readonly Savings[]) =>
    of.flatMap(({ netPresent, doubt }) => [netPresent, doubt?.p10 ?? 0, doubt?.p90 ?? 0]);
  const all = ends(savings);
  const eligible = ends(savings.filter(({ isEligible }) => isEligible));
  const reach = (side: 1 | -1, of: readonly number[]) => Math.max(0, ...of.map((amount) => amount * side));
  const limit = 2 * Math.max(reach(1, eligible), reach(-1, eligible));
  const end = (side: 1 | -1) => {
    const most = limit === 0 ? reach(side, all) : Math.min(reach(side, all), Math.max(limit, reach(side, eligible)));
    return most === 0 ? 0 : roundedUp(most);
  };
  const [more, saved] = [end(-1), end(1)];
  return { least: 0 - more, most: more === 0 && saved === 0 ? 1 : saved };
}
