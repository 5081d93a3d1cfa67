"use client";

import { NativeSelect } from "@mantine/core";
import dynamic from "next/dynamic";
import { type CSSProperties, useMemo, useState } from "react";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { Scroller } from "@/app/_components/ui/page/scroller";
import { Section } from "@/app/_components/ui/page/section";
import { revisionCosts } from "@/lib/analysis/revision-costs";
import { type Waterfall as Differences, differingInputs, type Waterfalls } from "@/lib/analysis/waterfall";
import { baseName } from "@/lib/draft/scenario/scenario";
import type { WaterfallChart as Waterfall, WaterfallBar } from "@/lib/export/charts/description";
import { type Architecture, architectureNames, architectures } from "@/lib/model/architectures";
import { type InputKey, type Inputs, input } from "@/lib/model/inputs";
import { refusalWords } from "@/lib/model/refusal";
import type { OwnRows } from "@/lib/model/rows/own-rows";
import { moneyCell } from "@/lib/value/amount";
import type { CsvCell } from "@/lib/value/csv-format";
import { describeInput, inputText } from "@/lib/value/describe-input";
import { formatExact, formatMoney } from "@/lib/value/format";
import { inputName } from "@/lib/value/input-name";
import { ArchitectureName } from "../charts/architecture-name";
import { ChartFrame } from "../charts/chart-frame";
import { ChartLoading } from "../charts/chart-loading";
import figures from "../ui/figure-table.module.css";
import { Notice } from "../ui/notice";
import { difference } from "./costs-table";
import styles from "./scenario-columns.module.css";

const WaterfallChart = dynamic(() => import("../charts/waterfall-chart"), {
  ssr: false,
  loading: ChartLoading,
});

interface WaterfallSectionProps {
  /** The name of the model. */
  model: string;
  base: Inputs;
  /** The scenarios shown that can be worked out. */
  scenarios: readonly { id: string; name: string; inputs: Inputs; rows: OwnRows }[];
  rows: OwnRows;
  /** What is looked at first. */
  cheapest: Architecture;
  currency: string;
}

/** What each difference between the base and a scenario costs, one put in place after another. */
export function WaterfallSection({ model, base, scenarios, rows, cheapest, currency }: WaterfallSectionProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [architecture, setArchitecture] = useState<Architecture>(cheapest);
  const [wanted, setWanted] = useState<readonly InputKey[]>([]);
  const scenario = scenarios.find(({ id }) => id === chosen) ?? scenarios[0];
  const worked = useMemo(() => {
    if (scenario === undefined) return null;
    // Both are complete: no default of a rate is filled in.
    const money = { currency, currencyRate: 1 };
    const to = { ...scenario.rows, ...money, inputs: scenario.inputs };
    return revisionCosts({ ...rows, ...money, inputs: base }, to, inOrder(base, scenario.inputs, wanted));
  }, [base, scenario, rows, currency, wanted]);
  if (scenario === undefined || worked === null) return null;
  const all = worked.ok ? worked.waterfalls : null;
  const problem = worked.ok ? null : refusalWords(worked);
  const name = architectureNames[architecture].toLowerCase();
  const chart: Waterfall | null = all && {
    kind: "waterfall",
    title: `What each difference costs, ${name}`,
    unit: `${currency}, net present cost, ${baseName} to ${scenario.name}`,
    summary: waterfallWords(all[architecture], name, scenario.name, currency),
    currency,
    architecture,
    bars: barsOf(all[architecture], scenario.name),
  };
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
      {all === null || chart === null ? (
        <Notice tone="wrong">
          <p>On the way from the base to this scenario there is a figure that cannot be worked out: {problem}</p>
        </Notice>
      ) : all[architecture].steps.length === 0 ? (
        <p className={styles.quiet}>This scenario has the same figures as the base.</p>
      ) : (
        <>
          <div style={{ "--chart-height": `${6 + 2 * (all[architecture].steps.length + 2)}rem` } as CSSProperties}>
            <ChartFrame chart={chart} model={model} rows={() => rowsOf(all, scenario.name, currency)}>
              <WaterfallChart chart={chart} />
            </ChartFrame>
          </div>
          <p className={styles.quiet}>
            In the order shown: each difference is put in place with those above it. In another order they part the same
            sum otherwise; move them up or down to see it.
          </p>
          <WaterfallTable
            all={all}
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

/** Both levels, and the difference that weighs most. */
function waterfallWords({ start, end, steps }: Differences, name: string, scenario: string, currency: string): string {
  const [largest] = [...steps].sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
  return [
    `Net present cost of ${name}: ${baseName} ${formatMoney(start, currency)}, ${scenario} ${formatMoney(end, currency)}.`,
    ...(largest === undefined
      ? []
      : [`The largest difference is ${labelOf(largest.keys)}, ${formatMoney(largest.change, currency)}.`]),
    "The table below holds the same.",
  ].join(" ");
}

function labelOf(keys: readonly InputKey[]): string {
  return keys.length === 0 ? "Own lines and other rows" : keys.map((key) => inputName(input[key])).join(", ");
}

function barsOf({ start, end, steps }: Differences, name: string): WaterfallBar[] {
  return [
    { label: baseName, from: 0, to: start, kind: "level" },
    ...steps.map(({ keys, from, to }): WaterfallBar => ({ label: labelOf(keys), from, to, kind: "change" })),
    { label: name, from: 0, to: end, kind: "level" },
  ];
}

/** All differences: those that were put in an order first in that order, the rest as inputs are shown. */
function inOrder(base: Inputs, inputs: Inputs, wanted: readonly InputKey[]): InputKey[] {
  const differing = differingInputs(base, inputs);
  return [...wanted.filter((key) => differing.includes(key)), ...differing.filter((key) => !wanted.includes(key))];
}

/** The waterfall as a file: levels and changes, a row each. */
function rowsOf(all: Waterfalls, name: string, currency: string): CsvCell[][] {
  const row = (label: string, amount: (of: Differences) => number | undefined) => [
    label,
    ...architectures.map((architecture) => moneyCell(amount(all[architecture]) ?? 0, currency)),
  ];
  return [
    ["difference", ...architectures.map((architecture) => `${architectureNames[architecture]} (${currency})`)],
    row(baseName, ({ start }) => start),
    ...all.onPremises.steps.map(({ keys }, place) => row(labelOf(keys), ({ steps }) => steps[place]?.change)),
    row(name, ({ end }) => end),
  ];
}

interface WaterfallTableProps {
  all: Waterfalls;
  name: string;
  base: Inputs;
  inputs: Inputs;
  currency: string;
  /** Takes all differences in their new order. */
  onMove: (keys: readonly InputKey[]) => void;
}

function WaterfallTable({ all, name, base, inputs, currency, onMove }: WaterfallTableProps) {
  const { steps } = all.onPremises;
  const [told, setTold] = useState("");
  const move = (from: number, to: number) => {
    const [moved, passed] = [steps[from], steps[to]];
    if (moved === undefined || passed === undefined) return;
    onMove(
      steps.map((step, place) => (place === from ? passed : place === to ? moved : step)).flatMap(({ keys }) => keys),
    );
    setTold(`${labelOf(moved.keys)} is now number ${to + 1} of ${steps.length}.`);
  };
  const mover = (keys: readonly InputKey[], from: number, to: number, words: string) => (
    <button
      type="button"
      className={styles.move}
      aria-label={`${words} ${labelOf(keys)}`}
      // It keeps the focus at either end, from where it can go back.
      aria-disabled={to < 0 || to >= steps.length}
      onClick={() => move(from, to)}
    >
      {words}
    </button>
  );
  const level = (label: string, which: "start" | "end") => (
    <tr className={styles.level}>
      <th scope="row">{label}</th>
      {architectures.map((architecture) => (
        <td key={architecture}>{formatExact(all[architecture][which], currency)}</td>
      ))}
    </tr>
  );
  return (
    <Scroller label="Costs of the differences">
      <p className={styles.unseen} role="status">
        {told}
      </p>
      <table className={figures.table} aria-label="What each difference costs">
        <thead>
          <tr>
            <th scope="col">{currency}</th>
            {architectures.map((architecture) => (
              <th key={architecture} scope="col">
                <ArchitectureName architecture={architecture} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {level(baseName, "start")}
          {steps.map(({ keys }, index) => (
            <tr key={keys.join()}>
              <th scope="row">
                {labelOf(keys)}{" "}
                {steps.length < 2 ? null : (
                  <span className={styles.moves}>
                    {mover(keys, index, index - 1, "Up")}
                    {mover(keys, index, index + 1, "Down")}
                  </span>
                )}
                <span className={styles.beside}>
                  {keys
                    .map(
                      (key) =>
                        `${inputText(input[key], base[key])} → ${describeInput(input[key], inputs[key], currency)}`,
                    )
                    .join("; ")}
                </span>
              </th>
              {architectures.map((architecture) => (
                <td key={architecture}>{difference(all[architecture].steps[index]?.change ?? 0, currency)}</td>
              ))}
            </tr>
          ))}
          {level(name, "end")}
        </tbody>
      </table>
    </Scroller>
  );
}
