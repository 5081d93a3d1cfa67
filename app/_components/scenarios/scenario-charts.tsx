"use client";

import dynamic from "next/dynamic";
import { memo, useMemo, useState } from "react";
import { chartPeriods } from "@/app/_components/results/chart-periods";
import { FiguresTable } from "@/app/_components/results/tables/figures-table";
import { cumulative } from "@/app/_components/results/tables/periods";
import { byYear } from "@/lib/export/by-year";
import { architectureNames, type Category, categoryNames } from "@/lib/model/architectures";
import type { ModelResult } from "@/lib/model/result";
import type { Calendar } from "@/lib/value/fiscal-year";
import { formatMoney } from "@/lib/value/format";
import { cumulativeRows, stackLegend, stackRows } from "../charts/chart-figures";
import { ChartFrame } from "../charts/chart-frame";
import { ChartLoading } from "../charts/chart-loading";
import { inOneLine } from "../charts/chart-period";
import type { MoneySpan } from "../charts/money-axis";
import styles from "./scenario-columns.module.css";

const CumulativeCostChart = dynamic(() => import("../charts/cumulative-cost-chart"), {
  ssr: false,
  loading: ChartLoading,
});
const YearlyCostChart = dynamic(() => import("../charts/yearly-cost-chart"), { ssr: false, loading: ChartLoading });

interface ScenarioChartProps {
  /** The name of the model. */
  model: string;
  name: string;
  result: ModelResult;
  currency: string;
  /** The same in every column. */
  span: MoneySpan;
}

const unmarked: [] = [];

export const CumulativeOf = memo(function CumulativeOf({ model, name, result, currency, span }: ScenarioChartProps) {
  const lines = useMemo(
    () =>
      result.ranking.map((architecture) => ({
        architecture,
        name: architectureNames[architecture],
        values: cumulative(result.architectures[architecture].views.cash.total),
      })),
    [result],
  );
  const ends = lines.map((line) => `${line.name} ${formatMoney(line.values.at(-1), currency)}`).join(", ");
  return (
    <ChartFrame
      title={`Cumulative cost, ${name}`}
      unit={`${currency}, cash, by month from set-up`}
      model={model}
      rows={() => cumulativeRows(lines, currency)}
    >
      <CumulativeCostChart
        lines={lines}
        marked={unmarked}
        currency={currency}
        span={span}
        description={`Cumulative cost by month, ${name}. After ${result.months.length - 1} months: ${ends}.`}
      />
    </ChartFrame>
  );
});

interface YearlyOfProps extends ScenarioChartProps {
  calendar: Calendar;
  used: readonly Category[];
}

export const YearlyOf = memo(function YearlyOf(props: YearlyOfProps) {
  const { model, name, result, currency, calendar, span, used } = props;
  const periods = useMemo(
    () =>
      chartPeriods(result.months, calendar).map(({ name, ...rest }) => ({ ...rest, name: name.replace("Year ", "") })),
    [result, calendar],
  );
  const stacks = useMemo(
    () =>
      result.ranking.map((architecture) => ({
        architecture,
        name: architectureNames[architecture],
        amounts: used.map((category) => byYear(result.architectures[architecture].views.cash.lines[category])),
      })),
    [result, used],
  );
  const names = useMemo(() => used.map((category) => categoryNames[category]), [used]);
  return (
    <ChartFrame
      title={`Cost by year and category, ${name}`}
      unit={`${currency}, cash`}
      model={model}
      legend={() => stackLegend(result.ranking, names)}
      rows={() => stackRows(periods.map(inOneLine), names, stacks, currency)}
    >
      <YearlyCostChart
        periods={periods}
        categories={names}
        stacks={stacks}
        currency={currency}
        span={span}
        description={`Cost by year and category, ${name}. The breakdown holds the figures of each.`}
      />
    </ChartFrame>
  );
});

/** The figures behind the charts of a column, drawn once they are asked for. */
export function FiguresBehind({ result, currency, calendar }: Pick<YearlyOfProps, "result" | "currency" | "calendar">) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.behind} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Figures of these charts</summary>
      {isOpen ? <FiguresTable result={result} view="cash" currency={currency} calendar={calendar} /> : null}
    </details>
  );
}
