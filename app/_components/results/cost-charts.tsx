"use client";

import dynamic from "next/dynamic";
import { memo, useMemo } from "react";
import { ChartFrame } from "@/app/_components/charts/chart-frame";
import { ChartLoading } from "@/app/_components/charts/chart-loading";
import { whenOnline } from "@/app/_components/ui/action/when-online";
import { Section } from "@/app/_components/ui/page/section";
import { costsAgainst } from "@/lib/analysis/against-today/costs-against";
import { type Crossover, crossoversOf, crossoverWords } from "@/lib/analysis/crossovers";
import { chartPeriods } from "@/lib/export/charts/chart-periods";
import { categoriesBySize, cumulativeCostChart, yearlyCostChart } from "@/lib/export/charts/cost-charts";
import { periodsOf } from "@/lib/export/periods";
import type { Architecture, View } from "@/lib/model/architectures";
import type { CostsResult } from "@/lib/model/pay/pay";
import type { Calendar } from "@/lib/value/fiscal-year";
import { CategoryLegend } from "./category-legend";
import styles from "./cost-charts.module.css";
import { LinesTable } from "./lines-table";

const CumulativeCostChart = dynamic(() => whenOnline(() => import("@/app/_components/charts/cumulative-cost-chart")), {
  ssr: false,
  loading: ChartLoading,
});
const YearlyCostChart = dynamic(() => whenOnline(() => import("@/app/_components/charts/yearly-cost-chart")), {
  ssr: false,
  loading: ChartLoading,
});

interface ChartProps {
  result: CostsResult;
  currency: string;
  calendar: Calendar;
  /** The name of the model. */
  model: string;
  /** Whether the chart's picture and figures can be downloaded. */
  canDownload?: boolean;
}

interface YearlyCostProps extends ChartProps {
  view: View;
  /** What runs today, where savings against it are shown. */
  against?: Architecture | null;
  /** Whether figures that would disclose pay are joined to one sum. */
  isPayPooled?: boolean;
}

/** Cumulative cash of each architecture, its crossings marked and described in words. */
export const CumulativeCost = memo(function CumulativeCost({
  result,
  currency,
  calendar,
  model,
  canDownload = true,
}: ChartProps) {
  const chart = useMemo(() => cumulativeCostChart({ result, currency }), [result, currency]);
  const crossovers = useMemo(() => crossoversOf(result), [result]);
  const years = periodsOf(result.months, calendar);
  return (
    <Section title={chart.title} unit={chart.unit}>
      <ChartFrame
        chart={chart}
        model={model}
        canDownload={canDownload}
        figures={<LinesTable chart={chart} periods={years} />}
      >
        <CumulativeCostChart chart={chart} />
      </ChartFrame>
      <Crossings crossovers={crossovers} hasOthers={chart.lines.length > 1} />
    </Section>
  );
});

/** The number of lines reserved below the chart, so that the page does not move as figures are typed. */
const shownCrossings = 3;

/** The crossings in words, the earliest first; those without room are counted in the last line. */
function Crossings({ crossovers, hasOthers }: { crossovers: readonly Crossover[]; hasOthers: boolean }) {
  const isCut = crossovers.length > shownCrossings;
  const line = (crossover: Crossover) => (
    <li key={`${crossover.month} ${crossover.passer} ${crossover.passed}`}>{crossoverWords(crossover)}</li>
  );
  const first = isCut ? crossovers.slice(0, shownCrossings - 1) : crossovers;
  const others = crossovers.slice(first.length);
  return (
    <div className={styles.crossings}>
      <ul>
        {first.map(line)}
        {crossovers.length === 0 && hasOthers ? <li>No line crosses another.</li> : null}
      </ul>
      {isCut ? (
        <details className={styles.others}>
          <summary>{others.length} more crossings</summary>
          <ul>{others.map(line)}</ul>
        </details>
      ) : null}
    </div>
  );
}

/** Cost by year and category in one view, the architectures side by side. Its table is the breakdown. */
export const YearlyCost = memo(function YearlyCost(props: YearlyCostProps) {
  const { result, currency, calendar, view, model, against = null, canDownload = true, isPayPooled = false } = props;
  const categories = useMemo(() => {
    const { architectures } = against === null ? result : costsAgainst(result, against);
    return categoriesBySize(
      Object.values(architectures).map(({ views }) => views[view]),
      isPayPooled,
    );
  }, [result, view, against, isPayPooled]);
  const chart = useMemo(() => {
    const periods = chartPeriods(result.months, calendar);
    return yearlyCostChart({ result, currency, view, periods, categories, order: result.ranking, today: against });
  }, [result, currency, view, calendar, categories, against]);
  return (
    <Section title={chart.title} unit={chart.unit}>
      <div className={styles.withLegend}>
        <ChartFrame chart={chart} model={model} canDownload={canDownload}>
          <YearlyCostChart chart={chart} />
        </ChartFrame>
        <CategoryLegend architectures={chart.stacks.map(({ architecture }) => architecture)} categories={categories} />
      </div>
    </Section>
  );
});
