import { architectureStyles } from "@/lib/export/charts/architecture-style";
import type { Architecture } from "@/lib/model/architectures";
import styles from "./spread-bar.module.css";
import { roundedUp } from "./target-cells";

interface SpreadBarProps {
  architecture: Architecture;
  /** The ends of the common axis of all bars, money; it holds zero. */
  axis: { readonly least: number; readonly most: number };
  /** Of the base run. */
  base: number;
  /** The 10, 50 and 90 % quantiles; null before trials. */
  spread: { p10: number; p50: number; p90: number } | null;
  isEligible: boolean;
}

/** Where a cost lies in trials: a bar from the 10 to the 90 % quantile, a line at the median, a dot at the base run. */
export function SpreadBar({ architecture, axis: { least, most }, base, spread, isEligible }: SpreadBarProps) {
  const at = (amount: number) => `${Math.max(0, Math.min(100, ((amount - least) / (most - least)) * 100)).toFixed(2)}%`;
  const colour = `var(${architectureStyles[architecture].colour})`;
  const hatch = `hatch-${architecture}`;
  return (
    <svg className={styles.bar} width="100%" height="20" aria-hidden="true" focusable="false">
      {isEligible ? null : (
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0v5" stroke={colour} strokeWidth="2" />
        </pattern>
      )}
      <line x1="0" x2="100%" y1="10" y2="10" stroke="var(--rule)" />
      {least < 0 ? <line x1={at(0)} x2={at(0)} y1="-10" y2="30" stroke="var(--ink)" /> : null}
      {spread === null ? null : (
        <>
          <rect
            x={at(spread.p10)}
            width={`${Math.max(0.5, Number.parseFloat(at(spread.p90)) - Number.parseFloat(at(spread.p10))).toFixed(2)}%`}
            y="4"
            height="12"
            fill={isEligible ? colour : `url(#${hatch})`}
            fillOpacity={isEligible ? 0.35 : 0.7}
          />
          <line x1={at(spread.p50)} x2={at(spread.p50)} y1="2" y2="18" stroke={colour} strokeWidth="2" />
        </>
      )}
      {base > most || base < least ? (
        // It lies beyond the axis.
        <text x={base > most ? "100%" : "0"} y="15" textAnchor={base > most ? "end" : "start"} fill="var(--ink)">
          {base > most ? "▸" : "◂"}
        </text>
      ) : (
        <circle cx={at(base)} cy="10" r="4" fill="var(--ink)" stroke="var(--paper)" strokeWidth="1.5" />
      )}
    </svg>
  );
}

/** A cost of an architecture as far as the axis rests on it, money. */
interface Reach {
  readonly isEligible: boolean;
  readonly netPresentCost: number;
  readonly doubt: { readonly p90: number } | null;
}

/** The end of the axis: all that may be chosen lies on it; what is excluded and more than twice as dear lies beyond. */
export function spreadAxisEnd(rows: readonly Reach[]): number {
  const reach = ({ netPresentCost, doubt }: Reach) => Math.max(netPresentCost, doubt?.p90 ?? 0);
  const eligible = rows.filter(({ isEligible }) => isEligible).map(reach);
  const all = rows.map(reach);
  const most = eligible.length === 0 ? Math.max(...all) : Math.min(Math.max(...all), 2 * Math.max(...eligible));
  return roundedUp(most);
}
