"use client";

import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  memo,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import settings from "@/app/_components/inputs/currency/currency-settings.module.css";
import { PaperTables } from "@/app/_components/results/tables/paper-tables";
import cards from "@/app/_components/ui/card-table.module.css";
import { useIsNarrow } from "@/app/_components/ui/narrow";
import { useIsPrinting } from "@/app/_components/ui/printing";
import type { Architecture } from "@/lib/model/architectures";
import { ArchitectureName } from "../charts/architecture-name";
import styles from "./figure-grid.module.css";
import type { Figures } from "./figures";
import { GridHead, headLines } from "./grid-head";
import { GridRow } from "./grid-row";
import { type Place, placeAfter } from "./place";
import { drawnWhole, useColumnsInSight } from "./use-columns-in-sight";

interface FigureGridProps {
  figures: Figures;
  /** What the table is called. */
  label: string;
  /** Whether it is as high as its rows, and its names as wide as words are: where it is short. */
  isShort?: boolean;
  /** The architectures that are out of the ranking. */
  excluded: readonly Architecture[];
  /** How columns are parted on paper: how many belong together, and how many stand before the first of those. */
  year?: number;
  leading?: number;
  /** Explains a figure; where there is none, figures are only read. */
  onAsk?: ((place: Place) => void) | undefined;
}

/** A letter of a column's head, in figures' widths: it is smaller, and letters are narrower than digits. */
const headShare = 0.8;

/** What a wide window has for a table, and what a digit and the space around a figure take, in CSS pixels. */
const room = { table: 1_340, names: 176, digit: 9, around: 20 };

/**
 * The figures as a grid: one cell takes the focus, arrows move it, Enter explains it. Cells have no handlers of their
 * own, rows are drawn anew only where the focus enters or leaves them, and of many columns only those in sight are
 * drawn: 120 months are 6,000 cells.
 */
export const FigureGrid = memo(function FigureGrid(props: FigureGridProps) {
  const { figures, label, isShort = false, excluded, year = 1, leading = 0, onAsk } = props;
  const { columns, under, rows, unit } = figures;
  const keys = useId();
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

  function press(event: KeyboardEvent) {
    // Controls beside a row's name handle their own keys.
    if (!(event.target as HTMLElement).matches("td[data-column]")) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      onAsk?.(at);
      return;
    }
    const next = placeAfter(event.key, event.ctrlKey || event.metaKey, at, {
      rows,
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
    onAsk?.(place);
  }

  // One width for all columns, from the longest text, so that nothing jumps and the browser need not measure each cell.
  const longest = useMemo(() => {
    const lines = under.flatMap((column) => column.map(({ length }) => Math.ceil(length * headShare)));
    return rows.reduce(
      (most, { texts }) => texts.reduce((length, text) => Math.max(length, text.length), most),
      Math.max(10, ...lines),
    );
  }, [rows, under]);
  // In a card the figures alone say how many stand beside each other.
  const widest = useMemo(
    () => rows.reduce((most, { texts }) => texts.reduce((length, text) => Math.max(length, text.length), most), 6),
    [rows],
  );
  const groups = useMemo(() => {
    const order = [...new Set(rows.map(({ architecture }) => architecture))];
    const indexed = rows.map((row, index) => ({ ...row, index }));
    return order.map((architecture) => ({
      architecture,
      rows: indexed.filter((row) => row.architecture === architecture),
    }));
  }, [rows]);
  const inSight = useColumnsInSight(scroller, columns.length, at.column, longest);
  // Cards show every figure of a row one below the other: of many months those of one year.
  const isOfYears = useIsNarrow() && columns.length > drawnWhole;
  const [shownYear, setShownYear] = useState(0);
  const years = Math.ceil((columns.length - leading) / year);
  const drawn = useMemo(() => {
    if (!isOfYears) return inSight;
    const from = leading + Math.min(shownYear, years - 1) * year;
    return columns.flatMap((_, column) =>
      column < leading || (column >= from && column < from + year) ? [column] : [],
    );
  }, [isOfYears, inSight, columns, leading, year, years, shownYear]);
  const labels = useMemo(() => columns.map(({ label }) => label), [columns]);
  const head = useMemo(
    () => <GridHead columns={columns} under={under} unit={unit} drawn={drawn} />,
    [columns, under, unit, drawn],
  );
  const isPrinting = useIsPrinting();
  // It then scrolls with the page, under a head that stays.
  const fits = room.names + columns.length * (longest * room.digit + room.around) <= room.table;
  const asGrid =
    onAsk === undefined ? {} : { role: "grid", "aria-describedby": keys, onKeyDown: press, onClick: click };
  // What scrolls sideways is reached by keyboard: a grid by its cells, a table by itself.
  const around =
    onAsk === undefined ? { role: "region", "aria-label": `Table of ${label.toLowerCase()}`, tabIndex: 0 } : {};
  return (
    <>
      {onAsk === undefined ? null : (
        <p id={keys} className={styles.keys}>
          Select a figure to see what it is made of.{" "}
          <span className={styles.keyboard}>Keyboard: arrows move, Enter opens, Escape closes.</span>
        </p>
      )}
      {isOfYears ? (
        <p className={styles.years}>
          <label>
            Months of{" "}
            <select
              className={settings.control}
              value={Math.min(shownYear, years - 1)}
              onChange={({ currentTarget: { value } }) => {
                setShownYear(Number(value));
                setPlace({ ...at, column: leading + Number(value) * year });
              }}
            >
              {Array.from({ length: years }, (_, of) => (
                <option key={labels[leading + of * year]} value={of}>
                  year {of + 1}
                </option>
              ))}
            </select>
          </label>
        </p>
      ) : null}
      <div
        ref={scroller}
        className={styles.scroller}
        data-short={isShort}
        data-fits={fits}
        data-printing={isPrinting}
        {...around}
      >
        <table
          ref={grid}
          aria-label={label}
          aria-colcount={columns.length + 1}
          className={`${styles.table} ${cards.cards}`}
          style={
            {
              "--figure": `${widest}ch`,
              "--head": `${headLines(figures, longest / headShare) + 0.5}rem`,
              minWidth: `calc(var(--names) + ${columns.length} * (${longest}ch + var(--room)))`,
            } as CSSProperties
          }
          {...asGrid}
        >
          {head}
          {groups.map(({ architecture, rows: own }) => (
            <tbody key={architecture}>
              <tr className={styles.architecture}>
                <th scope="rowgroup" colSpan={columns.length + 1}>
                  <ArchitectureName architecture={architecture} />
                  {excluded.includes(architecture) ? (
                    <span className={styles.excluded}> excluded: does not meet the targets</span>
                  ) : null}
                </th>
              </tr>
              {own.map(({ key, name, isTotal, commentKey, index, texts }) => (
                <GridRow
                  key={key}
                  name={name}
                  isTotal={isTotal}
                  commentKey={commentKey}
                  drawn={drawn}
                  labels={labels}
                  index={index}
                  texts={texts}
                  focusable={onAsk === undefined ? undefined : index === at.row ? at.column : null}
                />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      {isPrinting ? (
        <PaperTables
          unit={unit}
          year={year}
          leading={leading}
          columns={columns.map(({ label }, place) => ({ label, under: under[place] ?? [] }))}
          groups={groups}
        />
      ) : null}
    </>
  );
});
