import { formatTick } from "@/lib/value/format";

interface Scale {
  /** The ends of the common scale of all bars, money. */
  from: number;
  to: number;
}

interface RangeBarProps extends Scale {
  low: number;
  high: number;
  now: number;
}

const height = 16;

const on = ({ from, to }: Scale) => {
  return (value: number) => `${(((value - from) / (to - from || 1)) * 100).toFixed(2)}%`;
};

/** The range of a difference as a bar, with the present difference, and the line past which the order changes. */
export function RangeBar({ low, high, now, ...scale }: RangeBarProps) {
  const x = on(scale);
  const [least, most] = [Math.min(low, high, now), Math.max(low, high, now)];
  return (
    <svg width="100%" height={height} overflow="visible" aria-hidden="true" focusable="false">
      <rect x={x(least)} y="5" width={x(scale.from + most - least)} height="6" fill="var(--ink-secondary)" />
      <line x1={x(0)} x2={x(0)} y1="0" y2={height} stroke="var(--wrong)" strokeDasharray="2 2" />
      <line x1={x(now)} x2={x(now)} y1="2" y2="14" stroke="var(--ink)" strokeWidth="2" />
    </svg>
  );
}

/** What the bars below stand on: zero, and the ends of the scale where they are far enough from it to be read. */
export function RangeScale(scale: Scale) {
  const x = on(scale);
  const isFar = (end: number) => Math.abs(end) > 0.2 * (scale.to - scale.from);
  const ends = [
    { amount: scale.from, anchor: "start" },
    { amount: scale.to, anchor: "end" },
  ] as const;
  return (
    <svg width="100%" height={height} overflow="visible" aria-hidden="true" focusable="false">
      {[...ends.filter(({ amount }) => isFar(amount)), { amount: 0, anchor: zeroAnchor(scale) }].map(
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
function zeroAnchor({ from, to }: Scale): "start" | "middle" | "end" {
  if (from === 0) return "start";
  return to === 0 ? "end" : "middle";
}
