import type { RangeBar as Bar, RangeChart } from "@/lib/export/charts/description";
import { formatTick } from "@/lib/value/format";

interface Scale {
  /** Common to all bars. */
  axis: RangeChart["axis"];
}

const height = 16;

const on = ({ axis: { least, most } }: Scale) => {
  return (value: number) => `${(((value - least) / (most - least || 1)) * 100).toFixed(2)}%`;
};

/** The range of a difference as a bar, with the present difference, and the line past which the order changes. */
export function RangeBar({ bar, axis }: Scale & { bar: Bar | undefined }) {
  if (bar === undefined) return null;
  const { ends, now } = bar;
  const x = on({ axis });
  const [least, most] = [Math.min(now, ...(ends ?? [])), Math.max(now, ...(ends ?? []))];
  return (
    <svg width="100%" height={height} overflow="visible" aria-hidden="true" focusable="false">
      <rect x={x(least)} y="5" width={x(axis.least + most - least)} height="6" fill="var(--ink-secondary)" />
      <line x1={x(0)} x2={x(0)} y1="0" y2={height} stroke="var(--wrong)" strokeDasharray="2 2" />
      <line x1={x(now)} x2={x(now)} y1="2" y2="14" stroke="var(--ink)" strokeWidth="2" />
    </svg>
  );
}

/** What the bars below stand on: zero, and the ends of the scale where they are far enough from it to be read. */
export function RangeScale({ axis }: Scale) {
  const x = on({ axis });
  const isFar = (end: number) => Math.abs(end) > 0.2 * (axis.most - axis.least);
  const ends = [
    { amount: axis.least, anchor: "start" },
    { amount: axis.most, anchor: "end" },
  ] as const;
  return (
    <svg width="100%" height={height} overflow="visible" aria-hidden="true" focusable="false">
      {[...ends.filter(({ amount }) => isFar(amount)), { amount: 0, anchor: zeroAnchor(axis) }].map(
        ({ amount, anchor }) => (
          <text key={amount} x={x(amount)} y="12" textAnchor={anchor} fontSize="12" fill="var(--ink-secondary)">
            {formatTick(amount)}
          </text>
        ),
      )}
    </svg>
  );
}

/** At an end of the scale its figure stands inside. */
function zeroAnchor({ least, most }: Scale["axis"]): "start" | "middle" | "end" {
  if (least === 0) return "start";
  return most === 0 ? "end" : "middle";
}
