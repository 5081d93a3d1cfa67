"use client";

import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  memo,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { PaperTables } from "@/app/_components/results/tables/paper-tables";
import { RoundingNote } from "@/app/_components/results/tables/rounding-note";
import { largestSumGap } from "@/app/_components/results/tables/shown-sums";
import { useIsPrinting } from "@/app/_components/ui/printing";
import type { Span } from "@/lib/analysis/columns";
import type { Architecture } from "@/lib/model/architectures";
import { ArchitectureName } from "../charts/architecture-name";
import { BreakdownHead, headLines } from "./breakdown-head";
import { BreakdownTableRow } from "./breakdown-row";
import styles from "./breakdown-table.module.css";
import { type ExplainedCell, type Place, placeAfter } from "./cell";
import { useColumnsInSight } from "./use-columns-in-sight";
import { byArchitecture, type WrittenBreakdown } from "./written-breakdown";

interface BreakdownTableProps {
  written: WrittenBreakdown;
  currency: string;
  span: Span;
  /** The architectures that are out of the ranking. */
  excluded: readonly Architecture[];
  /** Explains a figure; where there is none, figures are only read. */
  onAsk?: (cell: ExplainedCell) => void;
}

/** A letter of a column's head, in figures' widths: it is smaller, and letters are narrower than digits. */
const headShare = 0.8;

/**
 * The figures as a grid: one cell takes the focus, arrows move it, Enter explains it. Cells have no handlers of their
 * own, rows are drawn anew only where the focus enters or leaves them, and of many columns only those in sight are
 * drawn: 120 months are 6,000 cells.
 */
export const BreakdownTable = memo(function BreakdownTable(props: BreakdownTableProps) {
  const { written, currency, span, excluded, onAsk } = props;
  const { columns, under, rows, unit } = written;
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
    const [cellRow, cellColumn] = [rows[row], columns[column]];
    const text = cellRow?.texts[column];
    if (cellRow && cellColumn && text !== undefined) onAsk?.({ row: cellRow.row, column: cellColumn, text });
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
      rows: rows.map(({ row }) => row),
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
    const lines = under.flatMap((column) => column.map(({ length }) => Math.ceil(length * headShare)));
    return rows.reduce(
      (most, { texts }) => texts.reduce((length, text) => Math.max(length, text.length), most),
      Math.max(10, ...lines),
    );
  }, [rows, under]);
  const groups = useMemo(() => byArchitecture(rows.map((row, index) => ({ ...row, index }))), [rows]);
  const gap = useMemo(() => largestSumGap(written.sums), [written]);
  const drawn = useColumnsInSight(scroller, columns.length, at.column, longest);
  const head = useMemo(
    () => <BreakdownHead columns={columns} under={under} unit={unit} drawn={drawn} />,
    [columns, under, unit, drawn],
  );
  const isPrinting = useIsPrinting();
  const asGrid =
    onAsk === undefined
      ? { onKeyDown: undefined }
      : { role: "grid", "aria-describedby": "breakdown-keys", onKeyDown: press, onClick: click };
  return (
    <>
      <section
        ref={scroller}
        className={styles.scroller}
        data-printing={isPrinting}
        tabIndex={onAsk === undefined ? 0 : undefined}
        aria-label="Table of figures"
      >
        <table
          ref={grid}
          aria-label="Breakdown"
          aria-colcount={columns.length + 1}
          className={styles.table}
          style={
            {
              "--head": `${headLines(written, longest / headShare) + 0.5}rem`,
              minWidth: `calc(var(--names) + ${columns.length} * (${longest}ch + var(--room)))`,
            } as CSSProperties
          }
          {...asGrid}
        >
          {head}
          {groups.map(([architecture, own]) => (
            <tbody key={architecture}>
              <tr className={styles.architecture}>
                <th scope="rowgroup" colSpan={columns.length + 1}>
                  <ArchitectureName architecture={architecture} />
                  {excluded.includes(architecture) ? (
                    <span className={styles.excluded}> excluded: does not meet the targets</span>
                  ) : null}
                </th>
              </tr>
              {own.map(({ row, index, texts }) => (
                <BreakdownTableRow
                  key={row.key}
                  architecture={architecture}
                  rowKey={row.key}
                  name={row.name}
                  drawn={drawn}
                  index={index}
                  texts={texts}
                  focusable={onAsk === undefined ? undefined : index === at.row ? at.column : null}
                />
              ))}
            </tbody>
          ))}
        </table>
      </section>
      {isPrinting ? (
        <PaperTables
          unit={unit}
          year={span === "month" ? 12 : 1}
          leading={columns.findIndex(({ from, kind }) => kind === "period" && from > 0)}
          columns={columns.map(({ label }, place) => ({ label, under: under[place] ?? [] }))}
          groups={groups.map(([architecture, own]) => ({
            architecture,
            rows: own.map(({ row: { name, key }, texts }) => ({ name, isTotal: key === "total", texts })),
          }))}
        />
      ) : null}
      <RoundingNote gap={gap} unit={currency} />
    </>
  );
});
