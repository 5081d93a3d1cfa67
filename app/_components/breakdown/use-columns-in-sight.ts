import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useLayoutEffect, useMemo, useState } from "react";

/** Up to this many columns are all drawn: years, or two years' months. */
export const drawnWhole = 28;
/** Before anything is measured: a digit, and the space beside a figure, in CSS pixels. */
const digitWidth = 9;
const padding = 20;

/**
 * Which columns are drawn, ascending: all of a few, and of many those in sight, some on either side, and the one that
 * takes the focus.
 *
 * @param longest characters of the longest figure, on which the width of a column rests
 */
export function useColumnsInSight(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  focusable: number,
  longest: number,
): readonly number[] {
  const [widths, setWidths] = useState({ names: 176, column: longest * digitWidth + padding });
  const isWhole = count <= drawnWhole;
  const virtual = useVirtualizer({
    horizontal: true,
    enabled: !isWhole,
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => widths.column,
    paddingStart: widths.names,
    overscan: 5,
    initialRect: { width: 1440, height: 800 },
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: other figures or another number of columns have other widths.
  useLayoutEffect(() => {
    const [names, column] = [...(scroller.current?.querySelectorAll<HTMLElement>("thead th") ?? [])];
    if (!names || !column) return;
    const measured = { names: names.offsetWidth, column: column.getBoundingClientRect().width };
    setWidths((known) =>
      known.names === measured.names && Math.abs(known.column - measured.column) < 0.01 ? known : measured,
    );
  }, [count, longest]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured widths of other columns no longer hold.
  useEffect(() => virtual.measure(), [widths]);

  const inSight = isWhole
    ? ""
    : virtual
        .getVirtualItems()
        .map(({ index }) => index)
        .join();
  return useMemo(() => {
    if (isWhole) return Array.from({ length: count }, (_, column) => column);
    const columns = new Set(inSight === "" ? [] : inSight.split(",").map(Number));
    columns.add(focusable);
    return [...columns].filter((column) => column < count).sort((a, b) => a - b);
  }, [isWhole, inSight, count, focusable]);
}
