"use client";

import { NativeSelect } from "@mantine/core";
import dynamic from "next/dynamic";
import { type CSSProperties, useMemo, useState } from "react";
import { stepsOnServer } from "@/app/_components/results/steps-on-server";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { Section } from "@/app/_components/ui/page/section";
import { revisionCosts } from "@/lib/analysis/revision-costs";
import { differingInputs, type WaterfallsOutcome } from "@/lib/analysis/waterfall";
import { scenarioSavingWords, waterfallChart, waterfallRows } from "@/lib/export/charts/waterfall/waterfall-chart";
import { type Architecture, architectureNames, architectures } from "@/lib/model/architectures";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import { refusalWords } from "@/lib/model/refusal";
import type { OwnRows } from "@/lib/model/rows/own-rows";
import { todayOf } from "@/lib/model/today-of";
import { allAtOnce } from "@/lib/steps";
import { baseName } from "@/lib/value/base-name";
import { ChartFrame } from "../charts/chart-frame";
import { ChartLoading } from "../charts/chart-loading";
import { Notice } from "../ui/notice";
import styles from "./scenario-columns.module.css";
import { WaterfallTable } from "./waterfall-table";

const WaterfallChart = dynamic(() => import("../charts/waterfall-chart"), {
  ssr: false,
  loading: ChartLoading,
});

interface Compared {
  id: string;
  name: string;
  inputs: Inputs;
  rows: OwnRows;
}

interface WaterfallSectionProps {
  /** The name of the model. */
  model: string;
  base: Inputs;
  /** The scenarios shown that can be worked out. */
  scenarios: readonly Compared[];
  rows: OwnRows;
  /** By rank in the base. */
  ranking: readonly Architecture[];
  currency: string;
  /** Whether bars begin with what going on as now costs. */
  isAgainstToday: boolean;
}

const workedOnServer = stepsOnServer<WaterfallsOutcome>();

/** What each difference between the base and a scenario costs, one put in place after another. */
export function WaterfallSection(props: WaterfallSectionProps) {
  const { model, base, scenarios, rows, ranking, currency, isAgainstToday } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  const [chosenArchitecture, setArchitecture] = useState<Architecture | null>(null);
  const [wanted, setWanted] = useState<readonly InputKey[]>([]);
  const scenario = scenarios.find(({ id }) => id === chosen) ?? scenarios[0];
  const stepsOf = (of: Compared) => {
    // Both are complete: no default of a rate is filled in.
    const money = { currency, currencyRate: 1 };
    const to = { ...of.rows, ...money, inputs: of.inputs };
    return revisionCosts({ ...rows, ...money, inputs: base }, to, inOrder(base, of.inputs, wanted));
  };
  const onServer = scenario === undefined ? null : workedOnServer(scenario, () => stepsOf(scenario));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the steps are those of the other dependencies.
  const worked = useMemo(
    () => onServer ?? (scenario === undefined ? null : allAtOnce(stepsOf(scenario))),
    [base, scenario, rows, currency, wanted],
  );
  if (scenario === undefined || worked === null) return null;
  const all = worked.ok ? worked.waterfalls : null;
  const problem = worked.ok ? null : refusalWords(worked);
  const inBase = isAgainstToday ? todayOf(base) : null;
  const today = inBase && { inBase, inScenario: todayOf(scenario.inputs) };
  // What is looked at first: the cheapest, or where one would move.
  const architecture = chosenArchitecture ?? ranking.find((name) => name !== inBase) ?? "cloud";
  const differences = all && { all, scenario: scenario.name, currency, today };
  const saving = differences && scenarioSavingWords(differences, architecture);
  return (
    <Section
      title="What each difference costs"
      unit={`${currency}, net present cost`}
      action={
        <div className={styles.choices}>
          <DisabledUntilHydrated>
            <NativeSelect
              data-on-paper
              size="xs"
              aria-label="Scenario of the waterfall"
              value={scenario.id}
              onChange={(event) => setChosen(event.currentTarget.value)}
              data={scenarios.map(({ id, name }) => ({ value: id, label: `${baseName} to ${name}` }))}
            />
            <NativeSelect
              data-on-paper
              size="xs"
              aria-label="Architecture of the waterfall"
              value={architecture}
              onChange={(event) => setArchitecture(event.currentTarget.value as Architecture)}
              data={architectures.map((value) => ({ value, label: architectureNames[value] }))}
            />
          </DisabledUntilHydrated>
        </div>
      }
    >
      {all === null || differences === null ? (
        <Notice tone="wrong">
          <p>On the way from the base to this scenario there is a figure that cannot be worked out: {problem}</p>
        </Notice>
      ) : all[architecture].steps.length === 0 ? (
        <p className={styles.quiet}>This scenario has the same figures as the base.</p>
      ) : (
        <>
          <DifferencesChart differences={differences} architecture={architecture} model={model} />
          {saving === null ? null : <p>{saving}</p>}
          <p className={styles.quiet}>
            In the order shown: each difference is put in place with those above it. In another order they part the same
            sum otherwise; move them up or down to see it.
          </p>
          <WaterfallTable
            all={all}
            today={inBase}
            name={scenario.name}
            base={base}
            inputs={scenario.inputs}
            currency={currency}
            onMove={setWanted}
          />
        </>
      )}
    </Section>
  );
}

interface DifferencesChartProps {
  differences: Parameters<typeof waterfallRows>[0];
  architecture: Architecture;
  model: string;
}

function DifferencesChart({ differences, architecture, model }: DifferencesChartProps) {
  const chart = waterfallChart(differences, architecture);
  return (
    <div style={{ "--chart-height": `${6 + 2 * chart.bars.length}rem` } as CSSProperties}>
      <ChartFrame chart={chart} model={model} rows={() => waterfallRows(differences)}>
        <WaterfallChart chart={chart} />
      </ChartFrame>
    </div>
  );
}

/** All differences: those that were put in an order first in that order, the rest as inputs are shown. */
function inOrder(base: Inputs, inputs: Inputs, wanted: readonly InputKey[]): InputKey[] {
  const differing = differingInputs(base, inputs);
  return [...wanted.filter((key) => differing.includes(key)), ...differing.filter((key) => !wanted.includes(key))];
}
