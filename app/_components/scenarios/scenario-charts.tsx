"use client";

import dynamic from "next/dynamic";
import { memo, useMemo, useState } from "react";
import { ChartFrame } from "@/app/_components/charts/chart-frame";
import { ChartLoading } from "@/app/_components/charts/chart-loading";
import { FiguresTable } from "@/app/_components/results/tables/figures-table";
import { costsAgainst } from "@/lib/analysis/against-today/costs-against";
import { chartPeriods } from "@/lib/export/charts/chart-periods";
import { cumulativeCostChart, yearlyCostChart } from "@/lib/export/charts/cost-charts";
import type { MoneySpan } from "@/lib/export/charts/description";
import { savingsChart } from "@/lib/export/charts/savings-chart";
import type { Architecture } from "@/lib/model/architectures";
import type { ShownCategory } from "@/lib/model/pay/pay";
import type { ModelResult } from "@/lib/model/result";
import type { Calendar } from "@/lib/value/fiscal-year";
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
  /** What runs today, where savings against it are shown. */
  against: Architecture | null;
  currency: string;
  /** The same in every column. */
  span: MoneySpan;
}

export const CumulativeOf = memo(function CumulativeOf(props: ScenarioChartProps) {
  const { model, name, result, against, currency, span } = props;
  const chart = useMemo(() => {
    if (against === null) return cumulativeCostChart({ result, currency, of: name, span });
    const of = result.ranking.filter((architecture) => architecture !== against);
    return savingsChart({ result, currency, today: against, of, uncertainty: null, scenario: name, span });
  }, [result, against, currency, name, span]);
  return (
    <ChartFrame chart={chart} model={model}>
      <CumulativeCostChart chart={chart} />
    </ChartFrame>
  );
});

interface YearlyOfProps extends ScenarioChartProps {
  calendar: Calendar;
  used: readonly ShownCategory[];
}

export const YearlyOf = memo(function YearlyOf(props: YearlyOfProps) {
  const { model, name, result, against, currency, calendar, span, used } = props;
  const chart = useMemo(() => {
    const periods = chartPeriods(result.months, calendar).map((period) => ({
      ...period,
      name: period.name.replace("Year ", ""),
    }));
    const order = result.ranking;
    return yearlyCostChart({
      ...{ result, currency, of: name, span, view: "cash", periods, categories: used, order },
      today: against,
    });
  }, [result, against, currency, calendar, name, span, used]);
  return (
    <ChartFrame chart={chart} model={model}>
      <YearlyCostChart chart={chart} />
    </ChartFrame>
  );
});

type FiguresBehindProps = Pick<YearlyOfProps, "result" | "against" | "currency" | "calendar">;

/** The figures behind the charts of a column, drawn once they are asked for. */
export function FiguresBehind({ result, against, currency, calendar }: FiguresBehindProps) {
  const [isOpen, setOpen] = useState(false);
  const shown = useMemo(() => (against === null ? result : costsAgainst(result, against)), [result, against]);
  return (
    <details className={styles.behind} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Figures of these charts</summary>
      {isOpen ? <FiguresTable result={shown} view="cash" currency={currency} calendar={calendar} /> : null}
    </details>
  );
}
