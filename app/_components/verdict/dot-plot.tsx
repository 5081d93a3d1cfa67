import { memo } from "react";
import { Section } from "@/app/_components/ui/page/section";
import { architectureStyles } from "@/lib/export/charts/architecture-style";
import { dotColumns } from "@/lib/export/charts/dot-columns";
import { type Architecture, architectureNames } from "@/lib/model/architectures";
import { formatTick } from "@/lib/value/format";
import { spoken, verb } from "@/lib/value/spoken";
import styles from "./dot-plot.module.css";

interface PlottedProps {
  /** Ascending, each for one trial in twenty; empty while trials run. */
  dots: readonly number[];
  currency: string;
}

/** The difference between the first and its rival: what the rival costs more. */
export const DifferenceDots = memo(function DifferenceDots(
  props: PlottedProps & { first: Architecture; rival: Architecture },
) {
  const { first, rival, ...plotted } = props;
  return (
    <DotPlot
      {...plotted}
      above={first}
      below={rival}
      amounts={`what ${spoken[rival].within} ${spoken[rival].isPlural ? "cost" : "costs"} more`}
      happens={`${verb(first, "costs", "cost")} less`}
      sides={[architectureNames[first].toLowerCase(), architectureNames[rival].toLowerCase()]}
    />
  );
});

/** What moving saves against going on as now. */
export const SavingDots = memo(function SavingDots(props: PlottedProps & { to: Architecture; today: Architecture }) {
  const { to, today, ...plotted } = props;
  const moving = `oving to ${spoken[to].within}`;
  return (
    <DotPlot
      {...plotted}
      above={to}
      below={today}
      amounts={`what m${moving} saves`}
      happens={`M${moving} saves`}
      sides={["it saves", "going on as now costs less"]}
    />
  );
});

interface DotPlotProps extends PlottedProps {
  /** Whose colour dots above zero have, and those below. */
  above: Architecture;
  below: Architecture;
  /** What the amounts are. */
  amounts: string;
  /** What happens where an amount is above zero: "The cloud costs less". */
  happens: string;
  /** What holds right of zero, and left of it. */
  sides: readonly [string, string];
}

/** Room for the dots, px, and how far they stand from each other at most. */
const height = 70;
const usualStep = 10;

/** A difference as twenty dots: each stands for one trial in twenty, and can be counted. */
function DotPlot({ above, below, amounts: unit, happens, sides, dots, currency }: DotPlotProps) {
  const { columns, from, to, tallest } = dotColumns(dots);
  const step = Math.min(usualStep, height / Math.max(1, tallest));
  const ahead = dots.filter((difference) => difference > 0).length;
  const at = (amount: number) => `${(((amount - from) / (to - from)) * 100).toFixed(2)}%`;
  const words = `${happens} in ${ahead} of 20.`;
  return (
    <Section title="One dot, one trial in twenty" unit={`${unit}, ${currency}`}>
      {dots.length === 0 ? (
        <p className={styles.waiting}>After the first trials…</p>
      ) : (
        <figure className={styles.plot}>
          <svg width="100%" height={height + 24} role="img" aria-label={words}>
            <title>{words}</title>
            {columns.flatMap(({ middle, amounts }) =>
              amounts.map((amount, place) => (
                <circle
                  // biome-ignore lint/suspicious/noArrayIndexKey: dots are told apart by their place alone.
                  key={`${middle} ${place}`}
                  cx={at(middle)}
                  cy={height - step * (place + 0.5)}
                  r={0.4 * step}
                  fill={`var(${architectureStyles[amount > 0 ? above : below].colour})`}
                />
              )),
            )}
            <line x1="0" x2="100%" y1={height} y2={height} stroke="var(--rule)" />
            <line x1={at(0)} x2={at(0)} y1="0" y2={height + 4} stroke="var(--ink)" strokeDasharray="2 2" />
            {[
              ["start", "0", from],
              ["end", "100%", to],
            ].map(([anchor, x, amount]) => (
              <text
                key={anchor}
                x={x}
                y={height + 18}
                textAnchor={anchor as "start"}
                fontSize="12"
                fill="var(--ink-secondary)"
              >
                {formatTick(Number(amount))}
              </text>
            ))}
          </svg>
          <figcaption className={styles.words}>
            {words} Right of the dashed line at 0 {sides[0]}, left of it {sides[1]}.
          </figcaption>
        </figure>
      )}
    </Section>
  );
}
