import { memo } from "react";
import { Section } from "@/app/_components/ui/page/section";
import { architectureStyles } from "@/lib/export/charts/architecture-style";
import { dotColumns } from "@/lib/export/charts/dot-columns";
import { type Architecture, architectureNames } from "@/lib/model/architectures";
import { formatTick } from "@/lib/value/format";
import { spoken } from "@/lib/value/spoken";
import styles from "./dot-plot.module.css";

interface DotPlotProps {
  first: Architecture;
  rival: Architecture;
  /** What the rival costs more, ascending, each for one trial in twenty; empty while trials run. */
  dots: readonly number[];
  currency: string;
}

/** Room for the dots, px, and how far they stand from each other at most. */
const height = 70;
const usualStep = 10;

/** The difference between the first and its rival as twenty dots: each stands for one trial in twenty, and can be counted. */
export const DotPlot = memo(function DotPlot({ first, rival, dots, currency }: DotPlotProps) {
  const { columns, from, to, tallest } = dotColumns(dots);
  const step = Math.min(usualStep, height / Math.max(1, tallest));
  const ahead = dots.filter((difference) => difference > 0).length;
  const at = (amount: number) => `${(((amount - from) / (to - from)) * 100).toFixed(2)}%`;
  const words = `${spoken[first].subject} ${spoken[first].isPlural ? "cost" : "costs"} less in ${ahead} of 20.`;
  return (
    <Section
      title="One dot, one trial in twenty"
      unit={`what ${spoken[rival].within} ${spoken[rival].isPlural ? "cost" : "costs"} more, ${currency}`}
    >
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
                  fill={`var(${architectureStyles[amount > 0 ? first : rival].colour})`}
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
            {words} Right of the dashed line at 0 {architectureNames[first].toLowerCase()}, left of it{" "}
            {architectureNames[rival].toLowerCase()}.
          </figcaption>
        </figure>
      )}
    </Section>
  );
});
