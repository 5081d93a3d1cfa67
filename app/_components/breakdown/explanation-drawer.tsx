"use client";

import { Drawer, NativeSelect } from "@mantine/core";
import { useMemo, useState } from "react";
import { columnsOf, demandOf, type Measure } from "@/lib/analysis/breakdown";
import { explainer } from "@/lib/analysis/explain";
import { resultKeyOf, subjectName } from "@/lib/comments/comment";
import type { CostModelFull } from "@/lib/draft/model";
import type { ScenarioFull } from "@/lib/draft/scenario";
import { type View, viewNames } from "@/lib/model/architectures";
import { declaredAt } from "@/lib/model/currency";
import { type Inputs, isInputKey } from "@/lib/model/inputs";
import type { ModelResult, Series } from "@/lib/model/result";
import { routes } from "@/lib/routes";
import { formatExact, formatNumber, toDigits } from "@/lib/value/format";
import { CommentMarker } from "../comments/comment-marker";
import type { ExplainedCell } from "./cell";
import styles from "./explanation-drawer.module.css";
import { ExplanationTree } from "./explanation-tree";

interface ExplanationDrawerProps {
  model: CostModelFull;
  /** Whose figures are explained; the model's own where there is none. */
  scenario: ScenarioFull | undefined;
  /** All of them, with defaults in the model's currency. */
  inputs: Inputs;
  result: ModelResult | null;
  cell: ExplainedCell | null;
  view: View;
  measure: Measure;
  onClose: () => void;
}

/**
 * Beside the table: what a figure is made of. The table stays usable, and choosing another figure replaces this one.
 */
export function ExplanationDrawer({ cell, onClose, ...rest }: ExplanationDrawerProps) {
  const name =
    cell === null ? "" : subjectName({ kind: "result", key: resultKeyOf(cell.row.architecture, cell.row.category) });
  return (
    <Drawer
      opened={cell !== null}
      onClose={onClose}
      position="right"
      size="min(34rem, 100vw)"
      title={name}
      withOverlay={false}
      lockScroll={false}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ "aria-label": "Close the explanation" }}
      classNames={{ content: styles.content ?? "", title: styles.title ?? "" }}
    >
      {cell === null ? null : (
        <Explanation
          key={`${cell.row.architecture} ${cell.row.category} ${cell.column.label} ${rest.view}`}
          cell={cell}
          {...rest}
        />
      )}
    </Drawer>
  );
}

const divisorWords: Record<Exclude<Measure, "money">, string> = {
  perUser: "users, summed over the months",
  perTBStored: "TB stored, summed over the months",
  perTBDelivered: "TB delivered",
};

function Explanation({
  model,
  scenario,
  inputs,
  result,
  cell,
  view,
  measure,
}: Omit<ExplanationDrawerProps, "cell" | "onClose"> & { cell: ExplainedCell }) {
  const { customLines, currency, currencyRate } = model;
  const { row, column, text } = cell;
  const costs = result?.architectures[row.architecture].views[view];
  const series: Series = (row.category === "total" ? costs?.total : costs?.lines[row.category]) ?? [];
  const months = Array.from({ length: column.to - column.from + 1 }, (_, index) => column.from + index);
  const [month, setMonth] = useState(() => months.find((each) => series[each] !== 0) ?? column.from);
  const { explain } = useMemo(() => explainer(inputs, customLines, currencyRate), [inputs, customLines, currencyRate]);
  const root = explain(`${row.architecture}.${view}.${row.category}`, month);
  const amount = columnsOf(series.length - 1, "year")
    .map(({ from, to }) =>
      months.filter((each) => each >= from && each <= to).reduce((sum, each) => sum + (series[each] ?? 0), 0),
    )
    .slice(0, -1)
    .reduce((sum, part) => sum + part, 0);
  const isOneMonth = months.length === 1;
  return (
    <div className={styles.explanation}>
      <p>
        {column.label}, {viewNames[view].toLowerCase()}:{" "}
        <strong>
          {formatExact(amount, currency)} {currency}
        </strong>
        {isOneMonth
          ? ""
          : `, the sum of ${column.from === 0 ? `set-up and months 1 to ${column.to}` : `months ${column.from} to ${column.to}`}`}
        .
      </p>
      {measure === "money" ? null : (
        <Divided model={model} inputs={inputs} measure={measure} months={months} text={text} />
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
      {root === undefined ? (
        <p>This figure has no explanation in this month.</p>
      ) : (
        <ExplanationTree
          key={month}
          root={root}
          hrefOf={(key) =>
            scenario !== undefined && isInputKey(key)
              ? routes.scenarioInput(model.id, scenario.id, key)
              : routes.modelInput(model.id, key)
          }
          currency={currency}
          defaults={declaredAt(currencyRate).defaults}
        />
      )}
      <p>
        <CommentMarker subject={{ kind: "result", key: resultKeyOf(row.architecture, row.category) }} isAlwaysShown />
      </p>
    </div>
  );
}

/** How a figure for each user or TB comes from one in all. */
function Divided({
  model,
  inputs,
  measure,
  months,
  text,
}: {
  model: CostModelFull;
  inputs: Inputs;
  measure: Exclude<Measure, "money">;
  months: readonly number[];
  text: string;
}) {
  const demand = useMemo(() => demandOf(inputs, model.customLines), [inputs, model.customLines]);
  const of = months.reduce((sum, month) => sum + (demand[measure][month] ?? 0), 0);
  return (
    <p>
      {of > 0
        ? `Divided by ${formatNumber(toDigits(of, 9))} ${divisorWords[measure]}, that is ${text} ${model.currency}.`
        : `There are no ${divisorWords[measure]} here to divide it by.`}
    </p>
  );
}
