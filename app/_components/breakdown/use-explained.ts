import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

interface Explained<Cell> {
  /** Around the table. */
  around: RefObject<HTMLDivElement | null>;
  /** What is explained; null where nothing is. */
  cell: Cell | null;
  ask: (cell: Cell) => void;
  /** Ends the explanation; the figure has the focus again. */
  close: () => void;
}

/** The figure of a table that is explained beside it. */
export function useExplained<Cell>(): Explained<Cell> {
  const around = useRef<HTMLDivElement>(null);
  const [cell, setCell] = useState<Cell | null>(null);
  const cellInFocus = useCallback(
    () => around.current?.querySelector<HTMLElement>('[role="grid"] td[tabindex="0"]'),
    [],
  );
  const close = useCallback(() => {
    setCell(null);
    cellInFocus()?.focus();
  }, [cellInFocus]);
  useEffect(() => {
    // The table shrinks beside the explanation: the explained figure stays in view.
    if (cell !== null) cellInFocus()?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [cell, cellInFocus]);
  return { around, cell, ask: setCell, close };
}
