"use client";

import { memo, useMemo } from "react";
import { RoundingNote } from "@/app/_components/results/tables/rounding-note";
import { largestSumGap } from "@/app/_components/results/tables/shown-sums";
import type { BreakdownColumn, BreakdownRow } from "@/lib/analysis/breakdown";
import type { Span } from "@/lib/analysis/columns";
import { resultKeyOf } from "@/lib/comments/result-key";
import type { Architecture } from "@/lib/model/architectures";
import { FigureGrid } from "./figure-grid";
import type { Figures } from "./figures";
import type { Place } from "./place";
import type { WrittenBreakdown } from "./written-breakdown";

/** The figure that is explained. */
export interface ExplainedCell {
  row: BreakdownRow;
  column: BreakdownColumn;
  /** As written in the table. */
  text: string;
}

interface BreakdownTableProps {
  written: WrittenBreakdown;
  currency: string;
  span: Span;
  excluded: readonly Architecture[];
  /** Where there is none, figures are only read. */
  onAsk?: (cell: ExplainedCell) => void;
}

/** The figures of a breakdown, and whether what is written adds up. */
export const BreakdownTable = memo(function BreakdownTable(props: BreakdownTableProps) {
  const { written, currency, span, excluded, onAsk } = props;
  const { unit, columns, under, rows } = written;
  const figures = useMemo(
    (): Figures => ({
      unit,
      columns,
      under,
      rows: rows.map(({ row: { architecture, key, name }, texts }) => ({
        architecture,
        key,
        name,
        isTotal: key === "total",
        commentKey: key === "netPresent" || key === "difference" ? null : resultKeyOf(architecture, key),
        texts,
      })),
    }),
    [unit, columns, under, rows],
  );
  const ask = useMemo(() => {
    if (onAsk === undefined) return undefined;
    return (place: Place) => {
      const [row, column] = [rows[place.row], columns[place.column]];
      const text = row?.texts[place.column];
      if (row && column && text !== undefined) onAsk({ row: row.row, column, text });
    };
  }, [onAsk, rows, columns]);
  const gap = useMemo(() => largestSumGap(written.sums), [written]);
  return (
    <>
      <FigureGrid
        figures={figures}
        label={onAsk === undefined ? "Figures" : "Breakdown"}
        excluded={excluded}
        year={span === "month" ? 12 : 1}
        leading={columns.findIndex(({ from, kind }) => kind === "period" && from > 0)}
        onAsk={ask}
      />
      <RoundingNote gap={gap} unit={currency} />
    </>
  );
});
