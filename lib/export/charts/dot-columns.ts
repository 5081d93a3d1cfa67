/** Dots that stand on each other. */
export interface DotColumn {
  /** Where the column stands, in the unit of the dots. */
  readonly middle: number;
  readonly amounts: readonly number[];
}

/** How many columns the axis has room for. */
const places = 24;

/** Puts dots into columns of equal width over an axis that holds zero; none of them lies across zero. @param dots ascending */
export function dotColumns(dots: readonly number[]): {
  columns: readonly DotColumn[];
  from: number;
  to: number;
  tallest: number;
} {
  const [least, most] = [Math.min(0, dots[0] ?? 0), Math.max(0, dots.at(-1) ?? 0)];
  // Where there is no difference in any trial, all stand at zero.
  const width = (most > least ? most - least : 1) / (places - 2);
  // Whole columns on either side of zero.
  const [first, last] = [Math.floor(least / width), Math.ceil(most / width)];
  const byPlace = new Map<number, number[]>();
  for (const amount of dots) {
    const place = Math.min(Math.max(last, first + 1) - 1, Math.floor(amount / width));
    byPlace.set(place, [...(byPlace.get(place) ?? []), amount]);
  }
  const columns = [...byPlace].map(([place, amounts]) => ({ middle: (place + 0.5) * width, amounts }));
  return {
    columns,
    from: first * width,
    to: Math.max(last, first + 1) * width,
    tallest: Math.max(0, ...columns.map(({ amounts }) => amounts.length)),
  };
}
