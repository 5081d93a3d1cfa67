"use client";

import { memo, useCallback, useMemo } from "react";
import { takeTurnOnServer } from "@/app/_components/results/turn-on-server";
import { useOwnRows } from "@/app/_components/results/use-own-rows";
import { type BuiltRow, whatGetsBuilt } from "@/lib/analysis/built";
import type { Column, Span } from "@/lib/analysis/columns";
import type { ScenarioFull } from "@/lib/draft/scenario/scenario";
import { dateOf } from "@/lib/export/document";
import { architectureNames } from "@/lib/model/architectures";
import { evaluateWhole } from "@/lib/model/evaluate";
import type { Inputs } from "@/lib/model/inputs";
import type { ModelResult } from "@/lib/model/result";
import { rememberOnServer } from "@/lib/remember-on-server";
import { formatShortMonth } from "@/lib/value/calendar";
import type { Calendar } from "@/lib/value/fiscal-year";
import { formatNumber, formatWhole, toDigits } from "@/lib/value/format";
import { declaredUnit, unitLabel } from "@/lib/value/unit-label";
import styles from "./explanation-drawer.module.css";
import { ExplanationPanel } from "./explanation-panel";
import { FigureGrid } from "./figure-grid";
import type { Figures } from "./figures";
import type { Place } from "./place";
import { type ExplainedModel, QuantityExplanation } from "./quantity-explanation";
import { useExplained } from "./use-explained";

const remember = rememberOnServer<ReturnType<typeof whatGetsBuilt>>(30);

interface BuiltTableProps {
  model: ExplainedModel;
  /** Whose figures they are; the model's own where there is none. */
  scenario?: ScenarioFull | undefined;
  /** Complete, and their result. */
  inputs: Inputs;
  result: ModelResult;
  span: Span;
  calendar: Calendar;
}

/** Servers, space, staff and peers of each architecture at the end of each year; each figure opens what it is made of. */
export const BuiltTable = memo(function BuiltTable(props: BuiltTableProps) {
  const { model, scenario, inputs, result, span, calendar } = props;
  const rows = useOwnRows(model);
  const { around, cell, ask, close } = useExplained<{ row: BuiltRow; column: Column; text: string }>();
  takeTurnOnServer(rows);
  const built = useMemo(() => {
    const by = span === "month" ? "year" : span;
    return remember([inputs, rows, result.ranking, result.months.length, by, calendar], () =>
      whatGetsBuilt(result, evaluateWhole(inputs, rows), by, calendar),
    );
  }, [result, inputs, rows, span, calendar]);
  const figures = useMemo(
    (): Figures => ({
      unit: "At the end of",
      columns: built.columns,
      under: built.columns.map(({ to }) => [formatShortMonth(dateOf(calendar.startMonth, to))]),
      rows: built.rows.map(({ architecture, key, label, unit, counts }) => ({
        architecture,
        key,
        name: withUnit(label, unit),
        isTotal: false,
        commentKey: null,
        texts: counts.map(countText),
      })),
    }),
    [built, calendar],
  );
  const excluded = useMemo(
    () => result.ranking.filter((architecture) => !result.architectures[architecture].eligible),
    [result],
  );
  const askAt = useCallback(
    ({ row, column }: Place) => {
      const [own, at] = [built.rows[row], built.columns[column]];
      if (own && at) ask({ row: own, column: at, text: countText(own.counts[column] ?? 0) });
    },
    [built, ask],
  );
  return (
    <div ref={around}>
      <FigureGrid figures={figures} label="What gets built" isShort excluded={excluded} onAsk={askAt} />
      <ExplanationPanel
        isOpen={cell !== null}
        title={cell === null ? "" : `${cell.row.label}, ${architectureNames[cell.row.architecture].toLowerCase()}`}
        onClose={close}
      >
        {cell === null ? null : (
          <div className={styles.explanation}>
            <p>
              {cell.column.label}, month {cell.column.to}: <strong>{cell.text}</strong>{" "}
              {declaredUnit(cell.text, cell.row.unit)}.
            </p>
            <QuantityExplanation
              key={`${cell.row.key} ${cell.column.to}`}
              model={model}
              scenario={scenario}
              inputs={inputs}
              quantity={cell.row.key}
              month={cell.column.to}
            />
          </div>
        )}
      </ExplanationPanel>
    </div>
  );
});

/** A name with its unit, where it does not say it itself: "Peers", but "Data stored, TB". */
function withUnit(label: string, unit: string): string {
  const words = unitLabel(unit, "");
  return label.toLowerCase().includes(words) ? label : `${label}, ${words}`;
}

/** Whole machines as they are, all else to three digits or whole. */
function countText(count: number): string {
  return Math.abs(count) >= 100 ? formatWhole(count) : formatNumber(toDigits(count, 3));
}
