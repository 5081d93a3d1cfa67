"use client";

import { NativeSelect, SegmentedControl } from "@mantine/core";
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from "react";
import { rememberSaved } from "@/app/_components/document/saving/newest-known";
import { useNewestKnown } from "@/app/_components/document/saving/use-newest-known";
import { useEvaluation } from "@/app/_components/results/use-evaluation";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { breakdown, type Column, demandOf, type Measure, measures, type Span } from "@/lib/analysis/breakdown";
import type { CostModelFull } from "@/lib/draft/model";
import { baseName, inputsOf, type ScenarioFull } from "@/lib/draft/scenario";
import { dateOf } from "@/lib/export/document";
import { type View, viewNames, views } from "@/lib/model/architectures";
import { completeInputs } from "@/lib/model/currency";
import { formatShortMonth } from "@/lib/value/calendar";
import { minorDigits } from "@/lib/value/currencies";
import { type Calendar, fiscalYears } from "@/lib/value/fiscal-year";
import { formatDigits, formatExact } from "@/lib/value/format";
import { useComments } from "../comments/comments-context";
import { AccessNotice } from "../live/access-notice";
import { useModelEvents } from "../live/use-model-events";
import { useModelNow } from "../live/use-model-now";
import type { ModelActions } from "../shell/model-menu";
import { ModelShell } from "../shell/model-shell";
import { Notice } from "../ui/notice";
import styles from "./breakdown-page.module.css";
import { BreakdownTable } from "./breakdown-table";
import type { ExplainedCell } from "./cell";
import { ExplanationDrawer } from "./explanation-drawer";

const measureNames: Record<Measure, string> = {
  money: "Total",
  perUser: "Per user and month",
  perTBStored: "Per TB stored and month",
  perTBDelivered: "Per TB delivered",
};

interface BreakdownPageProps {
  model: CostModelFull;
  actions: ModelActions;
  /** The model's scenarios, whose figures can replace its own. */
  scenarios?: readonly ScenarioFull[];
}

const baseId = "";
const cellInFocus = () => document.querySelector<HTMLElement>('[role="grid"] td[tabindex="0"]');

/** Every figure of a model, or of one of its scenarios, by architecture, category, and year or month; each opens what it is made of. */
export function BreakdownPage({ model: loaded, actions, scenarios = [] }: BreakdownPageProps) {
  const newest = useNewestKnown(loaded);
  const comments = useComments();
  const now = useModelEvents(loaded.id, loaded.revision, {
    onModel: rememberSaved,
    onComments: comments?.follow,
    onGone: comments?.end,
  });
  const model = useModelNow(newest, now);
  const { customLines, currency, currencyRate, startMonth, fiscalYearStart } = model;
  const [choice, setChosen] = useState(baseId);
  const scenario = scenarios.find(({ id }) => id === choice);
  const inputs = useMemo(
    () => completeInputs(scenario === undefined ? model.inputs : inputsOf(model.inputs, scenario), currencyRate),
    [model.inputs, scenario, currencyRate],
  );
  const [view, setView] = useState<View>("cash");
  const [span, setSpan] = useState<Span>("year");
  const [measure, setMeasure] = useState<Measure>("money");
  // The switch answers at once; thousands of cells may follow a moment later.
  const settled = useDeferredValue(useMemo(() => ({ view, span, measure }), [view, span, measure]));
  const [explained, setExplained] = useState<ExplainedCell | null>(null);
  const { result, problem } = useEvaluation(inputs, customLines);

  const drawn = useMemo(() => {
    // Without a result for these inputs the last one is not theirs.
    if (result === null || problem !== null) return null;
    const table = breakdown(result, demandOf(inputs, customLines), settled);
    const text = writerOf(
      table.rows.map(({ amounts }) => amounts),
      settled.measure,
      currency,
    );
    return {
      table,
      texts: table.rows.map(({ amounts }) => amounts.map(text)),
      dates: table.columns.map((column) => datesOf(column, { startMonth, fiscalYearStart })),
    };
  }, [result, problem, inputs, customLines, settled, currency, startMonth, fiscalYearStart]);
  const ask = useCallback((cell: ExplainedCell) => setExplained(cell), []);
  const close = useCallback(() => {
    setExplained(null);
    cellInFocus()?.focus();
  }, []);

  useEffect(() => {
    // The table shrinks beside the explanation: the explained figure stays in view.
    if (explained !== null) cellInFocus()?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [explained]);

  return (
    <>
      <ModelShell model={model} page="breakdown" actions={actions} />
      <div className={styles.page} data-explained={explained === null ? undefined : true}>
        <div className={styles.switches}>
          <DisabledUntilHydrated>
            {scenarios.length === 0 ? null : (
              <NativeSelect
                size="xs"
                aria-label="Whose figures"
                value={choice}
                onChange={(event) => setChosen(event.currentTarget.value)}
                data={[
                  { value: baseId, label: baseName },
                  ...scenarios.map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
            )}
            <SegmentedControl
              size="xs"
              aria-label="How purchases are spread over time"
              value={view}
              onChange={(value) => setView(value as View)}
              data={views.map((value) => ({ value, label: viewNames[value] }))}
            />
            <SegmentedControl
              size="xs"
              aria-label="How long a column is"
              value={span}
              onChange={(value) => setSpan(value as Span)}
              data={[
                { value: "year", label: "By year" },
                { value: "month", label: "By month" },
              ]}
            />
            <NativeSelect
              size="xs"
              aria-label="What the figures are divided by"
              value={measure}
              onChange={(event) => setMeasure(event.currentTarget.value as Measure)}
              data={measures.map((value) => ({ value, label: `${measureNames[value]}, ${currency}` }))}
            />
          </DisabledUntilHydrated>
        </div>
        <AccessNotice ended={now.ended} paused={now.paused} />
        {problem === null ? null : (
          <Notice tone="wrong" title="These inputs have no result">
            <p>
              {problem} Change an input of the {scenario === undefined ? "model" : "scenario"}.
            </p>
          </Notice>
        )}
        {drawn === null ? null : (
          <>
            <p id="breakdown-keys" className={styles.keys}>
              Select a figure to see what it is made of. Keyboard: arrows move, Enter opens, Escape closes.
            </p>
            <BreakdownTable
              table={drawn.table}
              texts={drawn.texts}
              dates={drawn.dates}
              unit={`${measureNames[settled.measure]}, ${currency}, ${viewNames[settled.view].toLowerCase()}`}
              currency={currency}
              hasTotalColumn={settled.measure === "money"}
              span={settled.span}
              onAsk={ask}
            />
            <ExplanationDrawer
              model={model}
              scenario={scenario}
              inputs={inputs}
              result={result}
              cell={explained}
              view={settled.view}
              measure={settled.measure}
              onClose={close}
            />
          </>
        )}
      </div>
    </>
  );
}

/** How all figures of a table are written, so that their points stand under each other. */
function writerOf(
  rows: readonly (readonly (number | null)[])[],
  measure: Measure,
  currency: string,
): (amount: number | null) => string {
  if (measure === "money") return (amount) => formatExact(amount, currency);
  // A user's share may be less than the smallest coin: the largest total still shows five digits.
  const largest = Math.max(0, ...rows.map((amounts) => Math.abs(amounts.at(-1) ?? 0)));
  const digits = largest === 0 ? minorDigits(currency) : 4 - Math.floor(Math.log10(largest));
  return (amount) => formatDigits(amount, Math.min(Math.max(digits, minorDigits(currency)), 12));
}

/** "Jan 2027", or the first and last month of a year; and the fiscal years they fall in. */
function datesOf({ label, from, to }: Column, calendar: Calendar): string[] {
  if (label === "Total" || label === "Set-up") return [];
  const [first, last] = [from, to].map((month) => formatShortMonth(dateOf(calendar.startMonth, month)));
  return [from === to ? (first ?? "") : `${first} – ${last}`, fiscalYears(calendar, from, to)];
}
