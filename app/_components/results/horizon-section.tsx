import { memo, useMemo } from "react";
import { ArchitectureName } from "@/app/_components/charts/architecture-name";
import { ChartFrame } from "@/app/_components/charts/chart-frame";
import { Section } from "@/app/_components/ui/page/section";
import { architectureStyles } from "@/lib/export/charts/architecture-style";
import { barParts } from "@/lib/export/charts/bar-parts";
import type { BarChart } from "@/lib/export/charts/description";
import { horizonChart } from "@/lib/export/charts/horizon-chart";
import { faintShare } from "@/lib/export/charts/tint";
import type { Architecture } from "@/lib/model/architectures";
import type { CostsResult } from "@/lib/model/pay/pay";
import { formatShort } from "@/lib/value/format";
import styles from "./horizon-section.module.css";

interface HorizonSectionProps {
  result: CostsResult;
  currency: string;
  model: string;
  /** What runs today, where savings against it are shown. */
  against: Architecture | null;
  isPayPooled?: boolean;
  canDownload?: boolean;
}

/** What each architecture costs, or saves, over the whole horizon, a bar each, its largest parts named. */
export const HorizonSection = memo(function HorizonSection(props: HorizonSectionProps) {
  const { result, currency, model, against, isPayPooled = false, canDownload = true } = props;
  const chart = useMemo(
    () => horizonChart(result, currency, isPayPooled, against),
    [result, currency, isPayPooled, against],
  );
  return (
    <Section title={chart.title} unit={chart.unit}>
      <ChartFrame chart={chart} model={model} canDownload={canDownload}>
        <Bars chart={chart} />
      </ChartFrame>
    </Section>
  );
});

export function Bars({ chart }: { chart: BarChart }) {
  const bars = chart.bars.map((bar) => ({ ...bar, parts: barParts(bar.amounts) }));
  const ends = bars.flatMap(({ parts }) => parts.flatMap(({ from, to }) => [from, to]));
  const [least, most] = [Math.min(0, ...ends), Math.max(1, ...ends)];
  const percent = (amount: number) => `${((amount / (most - least)) * 100).toFixed(2)}%`;
  return (
    <figure className={styles.bars} aria-label={chart.summary}>
      {bars.map(({ architecture, isExcluded, amounts, total, parts }) => (
        <div key={architecture} className={styles.row} data-excluded={isExcluded}>
          <div className={styles.head}>
            <span>
              <ArchitectureName architecture={architecture} />
              {isExcluded ? <span className={styles.quiet}> excluded</span> : null}
            </span>
            <strong>{total}</strong>
          </div>
          <div className={styles.bar}>
            {parts.map(({ place, from, to, share }) => (
              <span
                key={place}
                className={styles.part}
                title={`${chart.categories[place]}: ${formatShort(amounts[place])} ${chart.currency}`}
                style={{
                  left: percent(Math.min(from, to) - least),
                  width: percent(Math.abs(to - from)),
                  background: `color-mix(in srgb, var(${architectureStyles[architecture].colour}) ${(share * (isExcluded ? faintShare : 1) * 100).toFixed(0)}%, var(--paper))`,
                }}
              >
                {Math.abs(to - from) > 0.05 * (most - least) ? <span>{formatShort(amounts[place])}</span> : null}
              </span>
            ))}
            {least < 0 ? <span className={styles.zero} style={{ left: percent(-least) }} aria-hidden="true" /> : null}
          </div>
        </div>
      ))}
      <figcaption className={styles.legend}>
        {barParts(chart.categories.map(() => 1)).map(({ place, share }) => (
          <span key={place}>
            <i
              style={{ background: `color-mix(in srgb, var(--ink) ${(share * 100).toFixed(0)}%, var(--paper))` }}
              aria-hidden="true"
            />
            {chart.categories[place]}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
