"use client";

import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { ModelChange } from "@/app/_components/document/model-kind";
import { moved } from "@/lib/draft/row-order";
import type { OwnRows, RowTable } from "@/lib/model/rows/own-rows";
import { rowName } from "@/lib/value/rows/row-words";

export type MoveRow = (id: string, by: -1 | 1) => void;

/**
 * Moving rows of a table up and down.
 *
 * @returns `move`, the same function as long as the table is; and where the row that was moved stands now, to be announced
 */
export function useRowMoves(table: RowTable, rows: OwnRows[RowTable], onChange: (change: ModelChange) => void) {
  const [news, setNews] = useState("");
  const latest = useRef({ rows, onChange });
  useEffect(() => {
    latest.current = { rows, onChange };
  });
  const move = useCallback<MoveRow>(
    (id, by) => {
      const { rows, onChange } = latest.current;
      const ids = rows.map((row) => row.id ?? "");
      const next = moved(ids, id, by);
      const row = rows.find((one) => one.id === id);
      if (next === ids || row === undefined) return;
      // Where an element is moved it loses the focus.
      const focused = document.activeElement;
      flushSync(() => {
        onChange({ kind: "put", place: { kind: "order", table }, value: next });
        setNews(`${rowName(row)} is now number ${next.indexOf(id) + 1} of ${next.length}.`);
      });
      if (focused instanceof HTMLElement) focused.focus();
    },
    [table],
  );
  return { move, news };
}

/** Alt with an arrow up or down moves the row in which the focus is; in a list of choices it opens that. */
export function movesByKey(event: KeyboardEvent<HTMLElement>): -1 | 1 | null {
  const isArrow = event.key === "ArrowUp" || event.key === "ArrowDown";
  if (!event.altKey || !isArrow || event.target instanceof HTMLSelectElement) return null;
  event.preventDefault();
  return event.key === "ArrowUp" ? -1 : 1;
}
