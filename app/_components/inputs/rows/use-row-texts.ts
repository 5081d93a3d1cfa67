"use client";

import { useState } from "react";
import { isSameValue } from "@/lib/draft/same-value";
import type { OwnRows, RowTable } from "@/lib/model/rows/own-rows";
import type { RowContext } from "@/lib/schemas/rows/row-schema";
import { type RowFaults, type RowOf, type RowTexts, readRow, textsOfRow } from "./row-text";

interface RowToType<T extends RowTable> {
  table: T;
  /** The row to change; null for a new one. */
  row: OwnRows[T][number] | null;
  context: RowContext;
  onGood: (row: RowOf<T>) => void;
}

/**
 * What is typed of a row. A row that exists follows each key that leaves it good; a new one waits for `add`. A row that another than these
 * keys changed shows what it is now.
 */
export function useRowTexts<T extends RowTable>({ table, row, context, onGood }: RowToType<T>) {
  const [texts, setTexts] = useState<RowTexts>(() => textsOfRow(table, row));
  const [faults, setFaults] = useState<RowFaults>({});
  const [known, setKnown] = useState(row);
  const [given, setGiven] = useState<unknown>(row);
  if (row !== known) {
    setKnown(row);
    if (!isSameValue(row, given)) {
      setGiven(row);
      setTexts(textsOfRow(table, row));
      setFaults({});
    }
  }
  const take = (read: ReturnType<typeof readRow<T>>): boolean => {
    setFaults(read.ok ? {} : read.faults);
    if (read.ok) {
      setGiven(read.row);
      onGood(read.row);
    }
    return read.ok;
  };
  const change = (key: string, text: string) => {
    const next = { ...texts, [key]: text };
    setTexts(next);
    if (row !== null) take(readRow(table, next, context, row.id));
    else if (Object.keys(faults).length > 0) setFaults(({ [key]: _, ...others }) => others);
  };
  /** @returns whether the new row was good */
  const add = (): boolean => {
    const isGood = take(readRow(table, texts, context, undefined));
    if (isGood) setTexts(textsOfRow(table, null));
    return isGood;
  };
  return { texts, faults, change, add };
}
