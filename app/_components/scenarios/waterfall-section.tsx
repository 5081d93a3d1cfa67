"use client";

import { NativeSelect } from "@mantine/core";
import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import { type Waterfall, waterfalls } from "@/lib/analysis/waterfall";
import { formatExact } from "@/lib/format";
import { type Architecture, architectureNames, architectures } from "@/lib/model/architectures";
import type { CustomLine } from "@/lib/model/custom-lines";
import { ModelError } from "@/lib/model/evaluate";
import { inputName } from "@/lib/model/input-name";
import { type InputKey, type Inputs, input } from "@/lib/model/inputs";
import { baseName } from "@/lib/schemas/scenario";
import { ArchitectureMark } from "../charts/architecture-mark";
import type { WaterfallBar } from "../charts/waterfall-chart";
import figures from "../ui/figure-table.module.css";
import { Notice } from "../ui/notice";
import { Scroller } from "../ui/scroller";
import { Section } from "../ui/section";
import { difference } from "./costs-table";
import styles from "./scenario-columns.module.css";
import { valueText, valueWords } from "./scenario-field";

const WaterfallChart = dynamic(() => import("../charts/waterfall-chart"), {
  ssr: false,
  loading: () => <p className={styles.loading}>Drawing the chart…</p>,
});

interface WaterfallSectionProps {
  base: Inputs;
  /** The scenarios shown that can be worked out. */
  scenarios: readonly { id: string; name: string; inputs: Inputs }[];
  lines: readonly CustomLine[];
  /** What is looked at first. */
  cheapest: Architecture;
  currency: string;
}

/** What each difference between the base and a scenario costs, one put in place after another. */
export function WaterfallSection({ base, scenarios, lines, cheapest, currency }: WaterfallSectionProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [architecture, setArchitecture] = useState<Architecture>(cheapest);
  const scenario = scenarios.find(({ id }) => id === chosen) ?? scenarios[0];
  const worked = useMemo(() => {
    if (scenario === undefined) return null;
    try {
      return { all: waterfalls(base, scenario.inputs, lines, currency), problem: null };
    } catch (error) {
      if (error instanceof ModelError) return { all: null, problem: error.message };
      throw error;
    }
  }, [base, scenario, lines, currency]);
  if (scenario === undefined || worked === null) return null;
  const { all, problem } = worked;
  return (
    <Section
      title="What each difference costs"
      unit={`${currency}, net present cost`}
      action={
        <div className={styles.choices}>
          <NativeSelect
            size="xs"
            aria-label="Scenario of the waterfall"
            value={scenario.id}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={scenarios.map(({ id, name }) => ({ value: id, label: `${baseName} to ${name}` }))}
          />
          <NativeSelect
            size="xs"
            aria-label="Architecture of the waterfall"
            value={architecture}
            onChange={(event) => setArchitecture(event.currentTarget.value as Architecture)}
            data={architectures.map((value) => ({ value, label: architectureNames[value] }))}
          />
        </div>
      }
    >
      {all === null ? (
        <Notice tone="wrong">
          <p>On the way from the base to this scenario there is a figure that cannot be worked out: {problem}</p>
        </Notice>
      ) : all[architecture].steps.length === 0 ? (
        <p className={styles.quiet}>This scenario has the same figures as the base.</p>
      ) : (
        <>
          <div className={styles.waterfall} style={{ height: `${6 + 2 * (all[architecture].steps.length + 2)}rem` }}>
            <WaterfallChart
              architecture={architecture}
              bars={barsOf(all[architecture], scenario.name)}
              currency={currency}
              description={`Net present cost of ${architectureNames[architecture].toLowerCase()} from the base to ${scenario.name}, difference by difference. The table below holds the same.`}
            />
          </div>
          <p className={styles.quiet}>
            Each difference is put in place with those above it; in another order they would part the same sum
            otherwise.
          </p>
          <WaterfallTable all={all} name={scenario.name} base={base} inputs={scenario.inputs} currency={currency} />
        </>
      )}
    </Section>
  );
}

function labelOf(keys: readonly InputKey[]): string {
  return keys.map((key) => inputName(input[key])).join(", ");
}

function barsOf({ start, end, steps }: Waterfall, name: string): WaterfallBar[] {
  return [
    { label: baseName, from: 0, to: start, kind: "level" },
    ...steps.map(({ keys, from, to }): WaterfallBar => ({ label: labelOf(keys), from, to, kind: "change" })),
    { label: name, from: 0, to: end, kind: "level" },
  ];
}

interface WaterfallTableProps {
  all: Readonly<Record<Architecture, Waterfall>>;
  name: string;
  base: Inputs;
  inputs: Inputs;
  currency: string;
}

function WaterfallTable({ all, name, base, inputs, currency }: WaterfallTableProps) {
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
      <table className={figures.table} aria-label="What each difference costs">
        <thead>
          <tr>
            <th scope="col">{currency}</th>
            {architectures.map((architecture) => (
              <th key={architecture} scope="col">
                <span className={figures.name}>
                  <ArchitectureMark architecture={architecture} />
                  {architectureNames[architecture]}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {level(baseName, "start")}
          {all.onPremises.steps.map(({ keys }, index) => (
            <tr key={keys.join()}>
              <th scope="row">
                {labelOf(keys)}
                <span className={styles.beside}>
                  {keys
                    .map(
                      (key) => `${valueText(input[key], base[key])} → ${valueWords(input[key], inputs[key], currency)}`,
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
