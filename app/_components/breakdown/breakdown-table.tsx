"use client";

import { type KeyboardEvent, type MouseEvent, memo, useEffect, useMemo, useRef, useState } from "react";
import { PaperTables } from "@/app/_components/results/tables/paper-tables";
import { RoundingNote } from "@/app/_components/results/tables/rounding-note";
import { largestGap } from "@/app/_components/results/tables/shown-sums";
import { useIsPrinting } from "@/app/_components/ui/printing";
import type { Breakdown, BreakdownRow, Span } from "@/lib/analysis/breakdown";
import { resultKeyOf } from "@/lib/comments/comment";
import { type Architecture, categoryNames } from "@/lib/model/architectures";
import { ArchitectureName } from "../charts/architecture-name";
import { CommentMarker } from "../comments/comment-marker";
import styles from "./breakdown-table.module.css";
import { type ExplainedCell, type Place, placeAfter } from "./cell";
import { Cells } from "./cells";
import { useColumnsInSight } from "./use-columns-in-sight";

interface BreakdownTableProps {
  table: Breakdown;
  /** The figures as written, row by row. */
  texts: readonly (readonly string[])[];
  /** The dates under each column's name, one line each. */
  dates: readonly (readonly string[])[];
  /** The unit of the figures. */
  unit: string;
  currency: string;
  /** Whether the last column is the sum of the others: of money, but not of money for each user. */
  hasTotalColumn: boolean;
  span: Span;
  onAsk: (cell: ExplainedCell) => void;
}

/** A letter of a column's head, in figures' widths: it is smaller, and letters are narrower than digits. */
const headShare = 0.8;

/**
 * The figures as a grid: one cell takes the focus, arrows move it, Enter explains it. Cells have no handlers of their
 * own, rows are drawn anew only where the focus enters or leaves them, and of many columns only those in sight are
 * drawn: 120 months are 6,000 cells.
 */
export const BreakdownTable = memo(function BreakdownTable(props: BreakdownTableProps) {
  const { table, texts, dates, unit, currency, hasTotalColumn, span, onAsk } = props;
  const { columns, rows } = table;
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const at = { row: Math.min(place.row, rows.length - 1), column: Math.min(place.column, columns.length - 1) };
  const grid = useRef<HTMLTableElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const mayTakeFocus = useRef(false);

  useEffect(() => {
    if (!mayTakeFocus.current) return;
    mayTakeFocus.current = false;
    grid.current?.querySelector<HTMLElement>(`tr[data-row="${place.row}"] td[data-column="${place.column}"]`)?.focus();
  }, [place]);

  function ask({ row, column }: Place) {
    const [cellRow, cellColumn, text] = [rows[row], columns[column], texts[row]?.[column]];
    if (cellRow && cellColumn && text !== undefined) onAsk({ row: cellRow, column: cellColumn, text });
  }

  function press(event: KeyboardEvent) {
    // Controls beside a row's name handle their own keys.
    if (!(event.target as HTMLElement).matches("td[data-column]")) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      ask(at);
      return;
    }
    const next = placeAfter(event.key, event.ctrlKey || event.metaKey, at, {
      rows: rows.length,
      columns: columns.length,
    });
    if (next === null || event.altKey) return;
    event.preventDefault();
    mayTakeFocus.current = true;
    setPlace(next);
  }

  function click(event: MouseEvent) {
    const cell = (event.target as HTMLElement).closest<HTMLElement>("td[data-column]");
    if (!cell) return;
    const place = { row: Number(cell.parentElement?.dataset.row), column: Number(cell.dataset.column) };
    mayTakeFocus.current = true;
    setPlace(place);
    ask(place);
  }

  // One width for all columns, from the longest text, so that nothing jumps and the browser need not measure each cell.
  const longest = useMemo(() => {
    const lines = dates.flatMap((column) => column.map(({ length }) => Math.ceil(length * headShare)));
    return texts.reduce(
      (most, row) => row.reduce((length, text) => Math.max(length, text.length), most),
      Math.max(10, ...lines),
    );
  }, [texts, dates]);
  const groups = useMemo(() => {
    const byArchitecture = new Map<Architecture, { row: BreakdownRow; index: number }[]>();
    for (const [index, row] of rows.entries()) {
      byArchitecture.set(row.architecture, [...(byArchitecture.get(row.architecture) ?? []), { row, index }]);
    }
    return [...byArchitecture];
  }, [rows]);
  const gap = useMemo(
    () =>
      largestGap(
        groups.map(([, own]) => own.map(({ index }) => texts[index] ?? [])),
        hasTotalColumn,
      ),
    [groups, texts, hasTotalColumn],
  );
  const drawn = useColumnsInSight(scroller, columns.length, at.column, longest);
  const head = useMemo(
    () => <Head columns={columns} dates={dates} unit={unit} drawn={drawn} />,
    [columns, dates, unit, drawn],
  );
  const isPrinting = useIsPrinting();
  return (
    <>
      <div ref={scroller} className={styles.scroller} data-printing={isPrinting}>
        <table
          ref={grid}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are moved through is a grid.
          role="grid"
          aria-label="Breakdown"
          aria-describedby="breakdown-keys"
          aria-colcount={columns.length + 1}
          className={styles.table}
          style={{ minWidth: `calc(11rem + ${columns.length} * (${longest}ch + 1.25rem))` }}
          onKeyDown={press}
          onClick={click}
        >
          {head}
          {groups.map(([architecture, own]) => (
            <tbody key={architecture}>
              <tr className={styles.architecture}>
                <th scope="rowgroup" colSpan={columns.length + 1}>
                  <ArchitectureName architecture={architecture} />
                </th>
              </tr>
              {own.map(({ row, index }) => (
                <Row
                  key={row.category}
                  architecture={architecture}
                  category={row.category}
                  drawn={drawn}
                  index={index}
                  texts={texts[index] ?? []}
                  focusable={index === at.row ? at.column : null}
                />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      {isPrinting ? (
        <PaperTables
          unit={unit}
          year={span === "month" ? 12 : 1}
          columns={columns.map(({ label }, place) => ({ label, under: dates[place] ?? [] }))}
          groups={groups.map(([architecture, own]) => ({
            architecture,
            rows: own.map(({ row: { category }, index }) => ({
              name: rowName(category),
              isTotal: category === "total",
              texts: texts[index] ?? [],
            })),
          }))}
        />
      ) : null}
      <RoundingNote gap={gap} unit={currency} />
    </>
  );
});

function rowName(category: BreakdownRow["category"]): string {
  return category === "total" ? "Total" : categoryNames[category];
}

interface HeadProps extends Pick<BreakdownTableProps, "dates" | "unit"> {
  columns: Breakdown["columns"];
  drawn: readonly number[];
}

/** The columns' names and dates. */
function Head({ columns, dates, unit, drawn }: HeadProps) {
  return (
    <>
      <colgroup>
        <col className={styles.names} />
        {columns.map(({ label }) => (
          <col key={label} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col" aria-colindex={1}>
            {unit}
          </th>
          <Cells drawn={drawn} count={columns.length}>
            {(column) => (
              <th key={column} scope="col" aria-colindex={column + 2} data-column={column}>
                {columns[column]?.label}
                {dates[column]?.map((line) => (
                  <span key={line} className={styles.dates}>
                    {line}
                  </span>
                ))}
              </th>
            )}
          </Cells>
        </tr>
      </thead>
    </>
  );
}

interface RowProps {
  architecture: Architecture;
  category: BreakdownRow["category"];
  drawn: readonly number[];
  index: number;
  texts: readonly string[];
  /** The column of the cell that takes the focus; null where it is in another row. */
  focusable: number | null;
}

const Row = memo(function Row({ architecture, category, drawn, index, texts, focusable }: RowProps) {
  return (
    <tr data-row={index} className={category === "total" ? styles.total : undefined}>
      <th scope="row" aria-colindex={1}>
        {rowName(category)} <CommentMarker subject={{ kind: "result", key: resultKeyOf(architecture, category) }} />
      </th>
      <Cells drawn={drawn} count={texts.length}>
        {(column) => (
          <td
            key={column}
            aria-colindex={column + 2}
            data-column={column}
            tabIndex={column === focusable ? 0 : -1}
            className={/[1-9]/.test(texts[column] ?? "") ? undefined : styles.quiet}
          >
            {texts[column]}
          </td>
        )}
      </Cells>
    </tr>
  );
});
