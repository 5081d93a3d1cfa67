"use client";

import dynamic from "next/dynamic";
import { memo, useMemo, useState } from "react";
import { ChartFrame } from "@/app/_components/charts/chart-frame";
import { ChartLoading } from "@/app/_components/charts/chart-loading";
import { whenOnline } from "@/app/_components/ui/action/when-online";
import { ChoiceSwitch } from "@/app/_components/ui/fields/choice-switch";
import { Section } from "@/app/_components/ui/page/section";
import type { CostBands } from "@/lib/analysis/uncertainty/cost-bands";
import { cumulativeCostChart } from "@/lib/export/charts/cost-charts";
import type { LineChart } from "@/lib/export/charts/description";
import { cumulativeBands, differenceChart } from "@/lib/export/charts/difference-chart";
import { savingsChart } from "@/lib/export/charts/savings-chart";
import { periodsOf } from "@/lib/export/periods";
import { type Architecture, architectureNames } from "@/lib/model/architectures";
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
  /** Whether the page shows differences from going on as now. */
  isAgainstToday: boolean;
  /** Whom moving is weighed to, whose savings are drawn first; null where it is not known, or there is nothing to move to. */
  movingTo: Architecture | null;
  currency: string;
  calendar: Calendar;
  /** The name of the model. */
  model: string;
  canDownload?: boolean;
}

/** Two of them, or all. */
type Shown = "runnerUp" | "today" | "all";
type Choices = readonly { readonly value: Shown; readonly label: string }[];

/** How the lead of the first grows and shrinks by month, and how far that is known; or the lines of all. */
export const DifferenceSection = memo(function DifferenceSection(props: DifferenceSectionProps) {
  const { result, uncertainty, today, isAgainstToday, currency, calendar, model, canDownload = true } = props;
  const to = props.movingTo ?? (result.ranking.find((name) => name !== today) as Architecture);
  const [chosen, setChosen] = useState<Shown>("runnerUp");
  const [first, second] = result.ranking as [Architecture, Architecture];
  const against = isAgainstToday ? today : null;
  const choices = against === null ? costChoices(result, today) : savingChoices(to);
  const shown = choices.some(({ value }) => value === chosen) ? chosen : (choices[0]?.value ?? "all");
  const chart = useMemo((): LineChart => {
    if (against !== null) {
      const of = shown === "all" ? result.ranking.filter((name) => name !== against) : [to];
      return savingsChart({ result, currency, today: against, of, uncertainty });
    }
    if (shown === "all") {
      const bands = uncertainty === null ? [] : cumulativeBands(uncertainty, result.ranking);
      return { ...cumulativeCostChart({ result, currency }), bands };
    }
    const than = shown === "today" && today !== null ? today : second;
    return differenceChart({ result, currency, of: first, than, uncertainty });
  }, [shown, result, currency, uncertainty, today, against, to, first, second]);
  return (
    <Section
      title={chart.title}
      unit={chart.unit}
      action={<ChoiceSwitch label="What is compared by month" value={shown} choices={choices} onChange={setChosen} />}
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

function costChoices({ ranking: [first, second] }: CostsResult, today: Architecture | null): Choices {
  // Against itself there is nothing to see, and against the runner-up it is seen already.
  const hasToday = today !== null && today !== first && today !== second;
  return [
    { value: "runnerUp", label: "Runner-up" },
    ...(hasToday ? [{ value: "today" as const, label: "Today" }] : []),
    { value: "all", label: "All four" },
  ];
}

function savingChoices(to: Architecture): Choices {
  return [
    { value: "today", label: architectureNames[to] },
    { value: "all", label: "All three" },
  ];
}
