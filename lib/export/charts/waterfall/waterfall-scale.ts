import type { WaterfallBar } from "../description";

/**
 * The scale of a waterfall. From zero it would hide small changes between large levels: it then begins near the smallest level, and says so.
 *
 * @returns null where it begins at zero
 */
export function waterfallStart(bars: readonly WaterfallBar[]): number | null {
  const ends = bars.flatMap(({ kind, from, to }) => (kind === "level" ? [to] : [from, to]));
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const isNarrow = least > 0 && most - least < 0.25 * most;
  return isNarrow ? Math.max(0, least - (most - least)) : null;
}

export const waterfallAxisTitle = (currency: string, start: number | null) =>
  start === null ? currency : `${currency}, scale does not begin at zero`;
