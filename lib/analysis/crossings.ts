/** Where the lead in cumulative cost changes hands. */
export interface Crossing {
  /** The first month from which the new one leads. */
  readonly month: number;
  /** Whether the first of the two leads from here. */
  readonly isFirstAhead: boolean;
}

/**
 * The months in which the lead in cumulative cost changes between two series. A difference within 1e-9 of the larger is
 * no lead, and leaves it where it was.
 *
 * @returns the changes in order; the first element is who leads first, and from when
 */
export function crossingsOf(a: readonly number[], b: readonly number[]): Crossing[] {
  const crossings: Crossing[] = [];
  let [sumA, sumB] = [0, 0];
  for (let month = 0; month < a.length; month++) {
    sumA += a[month] as number;
    sumB += b[month] as number;
    const difference = sumA - sumB;
    if (Math.abs(difference) <= 1e-9 * Math.max(Math.abs(sumA), Math.abs(sumB), 1)) continue;
    const isFirstAhead = difference < 0;
    if (crossings.at(-1)?.isFirstAhead !== isFirstAhead) crossings.push({ month, isFirstAhead });
  }
  return crossings;
}
