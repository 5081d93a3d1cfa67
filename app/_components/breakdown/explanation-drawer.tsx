"use client";

import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { type Demand, type Measure, sumByYears } from "@/lib/analysis/breakdown";
import { resultKeyOf } from "@/lib/comments/result-key";
import type { CostModelFull } from "@/lib/draft/model";
import type { ScenarioFull } from "@/lib/draft/scenario/scenario";
import { type Architecture, architectureNames, type View, viewNames } from "@/lib/model/architectures";
import type { Inputs } from "@/lib/model/inputs";
import type { ModelResult, NetPresentCosts } from "@/lib/model/result";
import type { Calendar } from "@/lib/value/fiscal-year";
import { formatExact, formatNumber, toDigits } from "@/lib/value/format";
import { spoken } from "@/lib/value/spoken";
import { CommentMarker } from "../comments/comment-marker";
import type { ExplainedCell } from "./breakdown-table";
import styles from "./explanation-drawer.module.css";
import { ExplanationPanel } from "./explanation-panel";
import { QuantityExplanation } from "./quantity-explanation";

interface ExplanationDrawerProps {
  model: CostModelFull;
  /** Whose figures are explained; the model's own where there is none. */
  scenario: ScenarioFull | undefined;
  /** All of them, with defaults in the model's currency. */
  inputs: Inputs;
  result: ModelResult;
  netPresent: NetPresentCosts;
  demand: Demand;
  /** What differences are counted from. */
  base: Architecture;
  /** What runs today, where figures are what is saved against going on with it. */
  against: Architecture | null;
  calendar: Calendar;
  cell: ExplainedCell | null;
  view: View;
  measure: Measure;
  onClose: () => void;
}

/**
 * Beside the table: what a figure is made of. The table stays usable, and choosing another figure replaces this one.
 */
export function ExplanationDrawer({ cell, onClose, ...rest }: ExplanationDrawerProps) {
  const name = cell === null ? "" : `${cell.row.name}, ${architectureNames[cell.row.architecture].toLowerCase()}`;
  return (
    <ExplanationPanel isOpen={cell !== null} title={name} onClose={onClose}>
      {cell === null ? null : cell.row.key === "difference" ? (
        <ExplainedDifference cell={cell} {...rest} />
      ) : rest.against !== null ? (
        <ExplainedSaving cell={cell} {...rest} today={rest.against} />
      ) : (
        <Explanation
          key={`${cell.row.architecture} ${cell.row.key} ${cell.column.label} ${rest.view}`}
          cell={cell}
          {...rest}
        />
      )}
    </ExplanationPanel>
  );
}

const divisorWords: Record<Exclude<Measure, "money">, string> = {
  perUser: "users, summed over the months",
  perTBStored: "TB stored, summed over the months",
  perTBDelivered: "TB delivered",
};

type Explained = Omit<ExplanationDrawerProps, "cell" | "onClose"> & { cell: ExplainedCell };

function Explanation(props: Explained) {
  const { model, scenario, inputs, demand, cell, view, measure } = props;
  const { currency } = model;
  const { row, column, text } = cell;
  const { isPresent, part, series, months, amount } = costIn(row.architecture, props);
  const [month, setMonth] = useState(() => months.find((each) => series[each] !== 0) ?? column.from);
  const isOneMonth = months.length === 1;
  return (
    <div className={styles.explanation}>
      <p>
        {column.label}, {isPresent ? "net present" : viewNames[view].toLowerCase()}:{" "}
        <strong>
          {formatExact(amount, currency)} {currency}
        </strong>
        {isOneMonth
          ? ""
          : `, the sum of ${column.from === 0 ? `set-up and months 1 to ${column.to}` : `months ${column.from} to ${column.to}`}`}
        .
      </p>
      {measure === "money" ? null : (
        <Divided demand={demand} measure={measure} months={months} figure={`${text} ${currency}`} />
      )}
      {isOneMonth ? null : (
        <NativeSelect
          size="xs"
          label="Month that is explained"
          value={String(month)}
          onChange={(event) => setMonth(Number(event.currentTarget.value))}
          data={months.map((each) => ({
            value: String(each),
            label: `${each === 0 ? "Set-up" : `Month ${each}`}: ${formatExact(series[each], currency)} ${currency}`,
          }))}
        />
      )}
      <QuantityExplanation
        key={month}
        model={model}
        scenario={scenario}
        inputs={inputs}
        quantity={`${row.architecture}.${isPresent ? "netPresent" : view}.${part}`}
        month={month}
      />
      <p>
        <CommentMarker subject={{ kind: "result", key: resultKeyOf(row.architecture, part) }} isAlwaysShown />
      </p>
    </div>
  );
}

/** What an architecture costs in the row and the column of a cell. */
function costIn(architecture: Architecture, { result, netPresent, calendar, cell: { row, column }, view }: Explained) {
  const isPresent = row.key === "netPresent" || column.kind === "netPresent";
  const costs = isPresent ? netPresent[architecture] : result.architectures[architecture].views[view];
  const part = row.key === "netPresent" || row.key === "difference" ? "total" : row.key;
  const series = part === "total" ? costs.total : costs.lines[part];
  const months = Array.from({ length: column.to - column.from + 1 }, (_, index) => column.from + index);
  const amount = sumByYears(
    series.map((each, at) => (months.includes(at) ? each : 0)),
    calendar,
  );
  return { isPresent, part, series, months, amount };
}

/** What is saved against going on as now: two costs, each of which has an explanation among the totals. */
function ExplainedSaving(props: Explained & { today: Architecture }) {
  const { model, today, cell, demand, measure } = props;
  const { currency } = model;
  const { row, column, text } = cell;
  const [now, own] = [costIn(today, props), costIn(row.architecture, props)];
  const money = (amount: number) => `${formatExact(amount, currency)} ${currency}`;
  const saved = now.amount - own.amount;
  return (
    <div className={styles.explanation}>
      <p>
        {column.label}: {spoken[today].within}, which {spoken[today].isPlural ? "run" : "runs"} today,{" "}
        {money(now.amount)}, less {spoken[row.architecture].within}, {money(own.amount)}:{" "}
        <strong>
          {money(Math.abs(saved))} {saved < 0 ? "extra cost" : "saved"}
        </strong>
        . Choose “Totals” to see what either is made of.
      </p>
      {measure === "money" ? null : (
        <Divided demand={demand} measure={measure} months={own.months} figure={`${text} ${currency}`} />
      )}
    </div>
  );
}

/** A difference between two totals, each of which has an explanation of its own. */
function ExplainedDifference({ model, base, cell: { row, column, text } }: Explained) {
  return (
    <p className={styles.explanation}>
      {column.label}: the total of {spoken[row.architecture].within} less the total of {spoken[base].within}, that is{" "}
      {text} {model.currency}. Select either total to see what it is made of.
    </p>
  );
}

interface DividedProps {
  demand: Demand;
  measure: Exclude<Measure, "money">;
  months: readonly number[];
  /** What it comes to. */
  figure: string;
}

/** How a figure for each user or TB comes from one in all. */
function Divided({ demand, measure, months, figure }: DividedProps) {
  const of = months.reduce((sum, month) => sum + (demand[measure][month] ?? 0), 0);
  return (
    <p>
      {of > 0
        ? `Divided by ${formatNumber(toDigits(of, 9))} ${divisorWords[measure]}, that is ${figure}.`
        : `There are no ${divisorWords[measure]} here to divide it by.`}
    </p>
  );
}
