interface RangeBarProps {
  /** The ends of the common scale of all bars, money. */
  from: number;
  to: number;
  low: number;
  high: number;
  now: number;
}

const width = 200;
const height = 16;

/** The range of a difference as a bar, with the present difference, and the line past which the order changes. */
export function RangeBar({ from, to, low, high, now }: RangeBarProps) {
  const x = (value: number) => Number((2 + ((value - from) / (to - from || 1)) * (width - 4)).toFixed(2));
  const [left, right] = [x(Math.min(low, high, now)), x(Math.max(low, high, now))];
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width="100%"
      height={height}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect x={left} y="5" width={Math.max(1, right - left)} height="6" fill="var(--ink-secondary)" />
      <path d={`M${x(0)} 0v${height}`} stroke="var(--wrong)" strokeWidth="1" strokeDasharray="2 2" />
      <path d={`M${x(now)} 2v12`} stroke="var(--ink)" strokeWidth="2" />
    </svg>
  );
}
