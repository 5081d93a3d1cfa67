"use client";

import { startTransition, useEffect, useState } from "react";

const atFirst = 60;
const step = 40;

/**
 * How many of some rows are drawn: the first few at once, the others piece by piece behind them, so that no piece holds the page up. In the
 * end it is all of them: what is typed in a row stays, and a search in the page finds it.
 */
export function useGrowingCount(total: number): number {
  const [shown, setShown] = useState(atFirst);
  useEffect(() => {
    if (shown < total) startTransition(() => setShown(shown + step));
  }, [shown, total]);
  return shown;
}
