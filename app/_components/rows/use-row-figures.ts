"use client";

import { useDeferredValue, useMemo } from "react";
import type { Inputs } from "@/lib/model/inputs";
import type { OwnRows } from "@/lib/model/rows/own-rows";
import { withoutNames } from "@/lib/model/rows/without-names";

/** What a page of rows is worked out from. */
export interface RowFigures {
  readonly inputs: Inputs;
  readonly rows: OwnRows;
}

/**
 * The figures of a page, without names: the same object until one of them changes, so that nothing is worked out for a key in a name. They
 * follow behind what is typed.
 */
export function useRowFigures(inputs: Inputs, rows: OwnRows): RowFigures {
  const text = useMemo(() => JSON.stringify(withoutNames(rows)), [rows]);
  const bare = useMemo((): OwnRows => JSON.parse(text), [text]);
  return useDeferredValue(useMemo(() => ({ inputs, rows: bare }), [inputs, bare]));
}
