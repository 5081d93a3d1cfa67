import { architectureStyles } from "@/lib/export/charts/architecture-style";
import type { RangeBar, RangeChart } from "@/lib/export/charts/description";
import styles from "./spread-bar.module.css";

interface SpreadBarProps {
  bar: RangeBar | undefined;
  /** Common to all bars. */
  axis: RangeChart["axis"];
}

/** Where an amount of an architecture lies in trials: a bar from the 10 to the 90 % quantile, a line at the median, a dot at the base run. */
export function SpreadBar({ bar, axis: { least, most } }: SpreadBarProps) {
  if (bar?.architecture === undefined) return null;
  const { architecture, isExcluded = false, ends, median, now } = bar;
  const at = (amount: number) => `${Math.max(0, Math.min(100, ((amount - least) / (most - least)) * 100)).toFixed(2)}%`;
  const colour = `var(${architectureStyles[architecture].colour})`;
  const hatch = `hatch-${architecture}`;
  return (
    <svg className={styles.bar} width="100%" height="20" aria-hidden="true" focusable="false">
      {isExcluded ? (
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0v5" stroke={colour} strokeWidth="2" />
        </pattern>
      ) : null}
      <line x1="0" x2="100%" y1="10" y2="10" stroke="var(--rule)" />
      {least < 0 ? <line x1={at(0)} x2={at(0)} y1="-10" y2="30" stroke="var(--ink)" /> : null}
      {ends === null ? null : (
        <rect
          x={at(ends[0])}
          width={`${Math.max(0.5, Number.parseFloat(at(ends[1])) - Number.parseFloat(at(ends[0]))).toFixed(2)}%`}
          y="4"
          height="12"
          fill={isExcluded ? `url(#${hatch})` : colour}
          fillOpacity={isExcluded ? 0.7 : 0.35}
        />
      )}
      {median === undefined ? null : (
        <line x1={at(median)} x2={at(median)} y1="2" y2="18" stroke={colour} strokeWidth="2" />
      )}
      {now > most || now < least ? (
        // It lies beyond the axis.
        <text x={now > most ? "100%" : "0"} y="15" textAnchor={now > most ? "end" : "start"} fill="var(--ink)">
          {now > most ? "▸" : "◂"}
        </text>
      ) : (
        <circle cx={at(now)} cy="10" r="4" fill="var(--ink)" stroke="var(--paper)" strokeWidth="1.5" />
      )}
    </svg>
  );
}
