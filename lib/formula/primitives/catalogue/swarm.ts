/**
 * What is carried of one item at c concurrent users, of whom a share f contributes: G(c) = c·g(c) =
 * f·c − e^−(1−f)c + e^−c, the two exponentials taken together. Near 0 what is left cancels too, so a series takes over:
 * Σ over j ≥ 2 of a_j·c^j, a_j = (−1)^j (1 − (1−f)^j)/j!.
 */
export interface Swarm {
  readonly f: number;
  /** a_2 .. a_9, so many. */
  readonly series: readonly number[];
}

export const seriesBelow = 0.02;
export const seriesLength = 8;

export function swarmOf(f: number): Swarm {
  const series: number[] = [];
  // 1 − (1−f)^j is built up from f, so that it keeps its digits where f is small.
  let share = f;
  let rest = 1 - f;
  let factorial = 1;
  for (let j = 2; j < 2 + seriesLength; j++) {
    share += f * rest;
    rest *= 1 - f;
    factorial *= -j;
    series.push(-share / factorial);
  }
  return { f, series };
}

/** e^−40 of f·c is below its last digit. */
export const certain = 40;
