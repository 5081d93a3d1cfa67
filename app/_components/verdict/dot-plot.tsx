import { memo, useMemo } from "react";
import { ChartFrame } from "@/app/_components/charts/chart-frame";
import { Section } from "@/app/_components/ui/page/section";
import { architectureStyles } from "@/lib/export/charts/architecture-style";
import type { DotChart } from "@/lib/export/charts/description";
import { differenceDotChart, savingDotChart } from "@/lib/export/charts/dot-chart";
import { dotColumns } from "@/lib/export/charts/dot-columns";
import type { Architecture } from "@/lib/model/architectures";
import { formatTick } from "@/lib/value/format";
import type { AnswerChartProps } from "./answer-chart";
import styles from "./dot-plot.module.css";

interface PlottedProps extends AnswerChartProps {
  /** Ascending, each for one trial in twenty; empty while trials run. */
  dots: readonly number[];
  currency: string;
}

/** The difference between the first and its rival: what the rival costs more. */
export const DifferenceDots = memo(function DifferenceDots(
  props: PlottedProps & { first: Architecture; rival: Architecture },
) {
  const { first, rival, dots, currency, ...files } = props;
  const chart = useMemo(() => differenceDotChart(first, rival, dots, currency), [first, rival, dots, currency]);
  return <DotPlot chart={chart} {...files} />;
});

/** What moving saves against going on as now. */
export const SavingDots = memo(function SavingDots(props: PlottedProps & { to: Architecture; today: Architecture }) {
  const { to, today, dots, currency, ...files } = props;
  const chart = useMemo(() => savingDotChart(to, today, dots, currency), [to, today, dots, currency]);
  return <DotPlot chart={chart} {...files} />;
});

/** A difference as twenty dots: each stands for one trial in twenty, and can be counted. */
function DotPlot({ chart, model, canDownload }: AnswerChartProps & { chart: DotChart }) {
  const isWaiting = chart.dots.length === 0;
  return (
    <Section title={chart.title} unit={chart.unit}>
      <div className={styles.plot}>
        {/* While it waits too: the menu takes some of the title's line. */}
        <ChartFrame chart={isWaiting ? null : chart} title={chart.title} model={model} canDownload={canDownload}>
          {isWaiting ? <p className={styles.waiting}>After the first trials…</p> : <Dots chart={chart} />}
        </ChartFrame>
      </div>
    </Section>
  );
}

/** Room for the dots, px, and how far they stand from each other at most. */
const height = 70;
const usualStep = 10;

export function Dots({ chart: { above, below, dots, summary, legend } }: { chart: DotChart }) {
  const { columns, from, to, tallest } = dotColumns(dots);
  const step = Math.min(usualStep, height / Math.max(1, tallest));
  const at = (amount: number) => `${(((amount - from) / (to - from)) * 100).toFixed(2)}%`;
  return (
    <figure className={styles.figure}>
      <svg width="100%" height={height + 24} role="img" aria-label={summary}>
        <title>{summary}</title>
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
        {summary} {legend}
      </figcaption>
    </figure>
  );
}
