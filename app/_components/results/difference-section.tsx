"use client";

import dynamic from "next/dynamic";
import { memo, useMemo, useState } from "react";
import { ChartFrame } from "@/app/_components/charts/chart-frame";
import { ChartLoading } from "@/app/_components/charts/chart-loading";
import { ChoiceSwitch } from "@/app/_components/ui/choice-switch";
import { Section } from "@/app/_components/ui/page/section";
import { whenOnline } from "@/app/_components/ui/when-online";
import type { CostBands } from "@/lib/analysis/uncertainty/cost-bands";
import { cumulativeCostChart } from "@/lib/export/charts/cost-charts";
import type { LineChart } from "@/lib/export/charts/description";
import { cumulativeBands, differenceChart } from "@/lib/export/charts/difference-chart";
import { periodsOf } from "@/lib/export/periods";
import type { Architecture } from "@/lib/model/architectures";
import type { CostsResult } from "@/lib/model/pay/pay";
import type { Calendar } from "@/lib/value/fiscal-year";
import { LinesTable } from "./lines-table";

const CumulativeCostChart = dynamic(() => whenOnline(() => import("@/app/_components/charts/cumulative-cost-chart")), {
  ssr: false,
  loading: ChartLoading,
});

interface DifferenceSectionProps {
  result: CostsResult;
  /** Of these figures; null while trials run. */
  uncertainty: CostBands | null;
  /** What runs today, where something does. */
  today: Architecture | null;
  currency: string;
  calendar: Calendar;
  /** The name of the model. */
  model: string;
  canDownload?: boolean;
}

type Shown = "runnerUp" | "today" | "all";

/** How the lead of the first grows and shrinks by month, and how far that is known; or the cumulative cost of all. */
export const DifferenceSection = memo(function DifferenceSection(props: DifferenceSectionProps) {
  const { result, uncertainty, today, currency, calendar, model, canDownload = true } = props;
  const [shown, setShown] = useState<Shown>("runnerUp");
  const [first, second] = result.ranking as [Architecture, Architecture];
  // Against itself there is nothing to see, and against the runner-up it is seen already.
  const hasToday = today !== null && today !== first && today !== second;
  const chart = useMemo((): LineChart => {
    if (shown === "all") {
      const bands = uncertainty === null ? [] : cumulativeBands(uncertainty, result.ranking);
      return { ...cumulativeCostChart({ result, currency }), bands };
    }
    const than = shown === "today" && hasToday ? today : second;
    return differenceChart({ result, currency, of: first, than, uncertainty });
  }, [shown, result, currency, uncertainty, today, hasToday, first, second]);
  const choices = [
    { value: "runnerUp", label: "Runner-up" } as const,
    ...(hasToday ? [{ value: "today", label: "Today" } as const] : []),
    { value: "all", label: "All four" } as const,
  ];
  return (
    <Section
      title={chart.title}
      unit={chart.unit}
      action={<ChoiceSwitch label="What is compared by month" value={shown} choices={choices} onChange={setShown} />}
    >
      <ChartFrame
        chart={chart}
        model={model}
        canDownload={canDownload}
        figures={<LinesTable chart={chart} periods={periodsOf(result.months, calendar)} />}
      >
        <CumulativeCostChart chart={chart} />
      </ChartFrame>
    </Section>
  );
});
