import figures from "@/app/_components/ui/figure-table.module.css";
import type { ComparisonRow } from "@/lib/analysis/verdict/comparison";
import { formatAvailability, formatYearlyChance } from "@/lib/value/format";
import styles from "./comparison-table.module.css";

// What the tables of the answer have in common.

export interface Targets {
  downtime: number;
  annualLoss: number;
}

export function TargetHeads({ targets, rowSpan = 1 }: { targets: Targets; rowSpan?: number }) {
  return (
    <>
      <th scope="col" rowSpan={rowSpan} className={styles.wide}>
        Availability <span className={figures.under}>target {formatAvailability(targets.downtime)}</span>
      </th>
      <th scope="col" rowSpan={rowSpan} className={styles.wide}>
        Yearly loss <span className={figures.under}>at most {formatYearlyChance(targets.annualLoss)}</span>
      </th>
    </>
  );
}

export function TargetCells({ row, targets }: { row: ComparisonRow; targets: Targets }) {
  return (
    <>
      <td className={styles.wide}>
        <Target isMet={row.meetsAvailability}>{formatAvailability(row.downtime, targets.downtime)}</Target>
      </td>
      <td className={styles.wide}>
        <Target isMet={row.meetsAnnualLoss}>{formatYearlyChance(row.annualLoss, targets.annualLoss)}</Target>
      </td>
    </>
  );
}

/** What keeps it from being eligible, short: targets stand in columns of their own. */
export function reasonOf({ meetsAvailability, meetsAnnualLoss, reasons }: ComparisonRow): string {
  const missed = Number(!meetsAvailability) + Number(!meetsAnnualLoss);
  const others = reasons.slice(0, reasons.length - missed);
  return [...others, ...(missed === 0 ? [] : ["misses a target"])].join("; ");
}

function Target({ isMet, children }: { isMet: boolean; children: string }) {
  return (
    <span className={isMet ? undefined : figures.missed}>
      {children}
      <span className={styles.unseen}>{isMet ? "meets the target" : "misses the target"}</span>
      <span className={styles.met} aria-hidden="true">
        {isMet ? "✓" : "✗"}
      </span>
    </span>
  );
}
