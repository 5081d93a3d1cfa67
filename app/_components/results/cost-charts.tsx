"use client";

import dynamic from "next/dynamic";
import { memo, useMemo } from "react";
import { ArchitectureMark } from "@/app/_components/charts/architecture-mark";
import { cumulativeRows, stackLegend, stackRows } from "@/app/_components/charts/chart-figures";
import { ChartFrame } from "@/app/_components/charts/chart-frame";
import { ChartLoading } from "@/app/_components/charts/chart-loading";
import { inOneLine } from "@/app/_components/charts/chart-period";
import figures from "@/app/_components/ui/figure-table.module.css";
import { Scroller } from "@/app/_components/ui/page/scroller";
import { Section } from "@/app/_components/ui/page/section";
import { leadMonth } from "@/lib/analysis/lead";
import { spoken } from "@/lib/analysis/spoken";
import { byYear } from "@/lib/export/by-year";
import { architectureNames, architectures, type Category, type View, viewNames } from "@/lib/model/architectures";
import { type CostsResult, shownCategories } from "@/lib/model/pay/pay";
import type { Calendar } from "@/lib/value/fiscal-year";
import { formatMoney, formatWhole } from "@/lib/value/format";
import { CategoryLegend } from "./category-legend";
import { chartPeriods } from "./chart-periods";
import styles from "./cost-charts.module.css";
import { type Crossover, crossoversOf } from "./crossovers";
import { PeriodHead } from "./tables/period-head";
import { cumulative, periodsOf, sumOf } from "./tables/periods";

const CumulativeCostChart = dynamic(() => import("@/app/_components/charts/cumulative-cost-chart"), {
  ssr: false,
  loading: ChartLoading,
});
const YearlyCostChart = dynamic(() => import("@/app/_components/charts/yearly-cost-chart"), {
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
  /** Whether what pay would be read from stands as one sum. */
  isPayPooled?: boolean;
}

/** Cumulative cash of each architecture, its crossings marked and told in words. */
export const CumulativeCost = memo(function CumulativeCost({
  result,
  currency,
  calendar,
  model,
  canDownload = true,
}: ChartProps) {
  const lines = useMemo(
    () =>
      result.ranking.map((architecture) => ({
        architecture,
        name: architectureNames[architecture],
        values: cumulative(result.architectures[architecture].views.cash.total),
      })),
    [result],
  );
  const crossovers = useMemo(() => crossoversOf(result), [result]);
  const marked = useMemo(() => {
    // Of all crossings, which are told in words below, the one that the answer names.
    const lead = leadMonth(result);
    const values = lines.find(({ architecture }) => architecture === lead?.first)?.values;
    return lead === null
      ? []
      : [{ month: lead.month, amount: values?.[lead.month] ?? 0, label: `Month ${lead.month}` }];
  }, [lines, result]);
  const years = periodsOf(result.months, calendar);
  const unit = `${currency}, cash, by month from set-up`;
  const description = `Cumulative cost by month. After ${result.months.length - 1} months: ${lines
    .map(({ name, values }) => `${name} ${formatMoney(values.at(-1), currency)}`)
    .join(", ")}.`;
  return (
    <Section title="Cumulative cost" unit={unit}>
      <ChartFrame
        title="Cumulative cost"
        unit={unit}
        model={model}
        canDownload={canDownload}
        rows={() => cumulativeRows(lines, currency)}
      >
        <CumulativeCostChart lines={lines} marked={marked} currency={currency} description={description} />
      </ChartFrame>
      <details className={styles.behind}>
        <summary>Figures of this chart</summary>
        <Scroller label="Table of cumulative cost">
          <table className={figures.table}>
            <thead>
              <tr>
                <th scope="col">{currency}, to the end of</th>
                {years.map((year) => (
                  <PeriodHead key={year.label} period={year} />
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map(({ architecture, name, values }) => (
                <tr key={architecture}>
                  <th scope="row">
                    <span className={figures.name}>
                      <ArchitectureMark architecture={architecture} />
                      {name}
                    </span>
                  </th>
                  {years.map(({ label, to }) => (
                    <td key={label}>{formatWhole(values[to])}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroller>
      </details>
      <Crossings crossovers={crossovers} hasOthers={lines.length > 1} />
    </Section>
  );
});

/** How many lines have room below the chart: with more or fewer, what stands below it would move as figures are typed. */
const shownCrossings = 3;

/** The crossings in words, the earliest first; what has no room stands behind the last line. */
function Crossings({ crossovers, hasOthers }: { crossovers: readonly Crossover[]; hasOthers: boolean }) {
  const isCut = crossovers.length > shownCrossings;
  const line = ({ month, passer, passed, until }: Crossover) => (
    <li key={`${month} ${passer} ${passed}`}>
      {until === null
        ? `From month ${month} ${spoken[passer].within} ${spoken[passer].isPlural ? "stay" : "stays"} cheaper than ${spoken[passed].within}.`
        : `From month ${month} to ${until - 1} ${spoken[passer].within} ${spoken[passer].isPlural ? "have" : "has"} cost less than ${spoken[passed].within}.`}
    </li>
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

/** Cost by year and category in one view, the architectures side by side. Its table is the figures table. */
export const YearlyCost = memo(function YearlyCost(props: YearlyCostProps) {
  const { result, currency, calendar, view, model, canDownload = true, isPayPooled = false } = props;
  const periods = useMemo(() => chartPeriods(result.months, calendar), [result, calendar]);
  const { used, stacks } = useMemo(() => {
    const size = (category: Category) =>
      result.ranking.reduce(
        (sum, name) => sum + Math.abs(sumOf(result.architectures[name].views[view].lines[category])),
        0,
      );
    const bySize = shownCategories(isPayPooled)
      .map((category) => ({ category, amount: size(category.key) }))
      .filter(({ amount }) => amount > 0)
      .sort((a, b) => b.amount - a.amount)
      .map(({ category }) => category);
    return {
      used: bySize,
      // In an order that stays as one types.
      stacks: architectures.map((architecture) => ({
        architecture,
        name: architectureNames[architecture],
        amounts: bySize.map(({ key }) => byYear(result.architectures[architecture].views[view].lines[key])),
      })),
    };
  }, [result, view, isPayPooled]);
  const names = useMemo(() => used.map(({ name }) => name), [used]);
  const unit = `${currency}, ${viewNames[view].toLowerCase()}`;
  return (
    <Section title="Cost by year and category" unit={unit}>
      <div className={styles.withLegend}>
        <ChartFrame
          title="Cost by year and category"
          unit={unit}
          model={model}
          canDownload={canDownload}
          legend={() => stackLegend(architectures, names)}
          rows={() => stackRows(periods.map(inOneLine), names, stacks, currency)}
        >
          <YearlyCostChart
            periods={periods}
            categories={names}
            stacks={stacks}
            currency={currency}
            description="Cost by year and category of each architecture. The table of figures below holds the same."
          />
        </ChartFrame>
        <CategoryLegend architectures={architectures} categories={used} />
      </div>
    </Section>
  );
});
