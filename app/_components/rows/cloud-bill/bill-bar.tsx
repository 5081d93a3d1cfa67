import { architectureStyles } from "@/lib/export/charts/architecture-style";
import styles from "./cloud-bill.module.css";

interface BillBarProps {
  billed: number | null;
  before: number;
  after: number;
  /** The end of the common axis of all bars, money; it begins at zero. */
  most: number;
}

/** What is billed above what the model says, now and after the changes, on one axis. */
export function BillBar({ billed, before, after, most }: BillBarProps) {
  const width = (amount: number) => `${Math.max(0, (amount / (most || 1)) * 100).toFixed(2)}%`;
  const cloud = `var(${architectureStyles.cloud.colour})`;
  return (
    <svg className={styles.bar} width="100%" height="24" aria-hidden="true" focusable="false">
      {billed === null ? null : <rect x="0" y="2" width={width(billed)} height="8" fill="var(--ink-secondary)" />}
      <rect x="0" y="13" width={width(after)} height="8" fill={cloud} />
      <line x1={width(before)} x2={width(before)} y1="11" y2="23" stroke="var(--ink)" strokeWidth="2" />
    </svg>
  );
}
