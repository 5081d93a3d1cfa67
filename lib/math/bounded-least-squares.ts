/** What is minimised, and within what: |residuals(x)|² + weight * |x|², with low <= x <= high and low <= 0 <= high. */
export interface LeastSquares {
  readonly residuals: (x: readonly number[]) => readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Above 0. It decides between values that fit alike: those nearest to 0. */
  readonly weight: number;
}

/** For each weight. */
const mostSteps = 50;
const difference = 1e-5;
/** Where steps are shorter, x is found: with the last weight, and with those before it, which only lead there. */
const found = 1e-7;
const nearly = 1e-3;
/** The weight that is begun with, and by what it falls. */
const firstWeight = 0.1;
const fall = 0.01;

const clip = (x: number, low: number, high: number) => Math.min(Math.max(x, low), high);

/** A column for each variable: how the residuals change with it. Central differences, one-sided at a bound. */
function jacobian({ residuals, low, high }: LeastSquares, x: readonly number[]): number[][] {
  return x.map((value, j) => {
    const up = clip(value + difference, low[j] as number, high[j] as number);
    const down = clip(value - difference, low[j] as number, high[j] as number);
    const [above, below] = [up, down].map((end) => residuals(x.map((other, i) => (i === j ? end : other))));
    return (above as number[]).map((r, i) => (up === down ? 0 : (r - (below?.[i] as number)) / (up - down)));
  });
}

const dot = (one: readonly number[], other: readonly number[]) =>
  one.reduce((sum, value, i) => sum + value * (other[i] as number), 0);

/** Solves A d = b of a positive definite A by Cholesky's decomposition. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const n = right.length;
  const lower = matrix.map((row) => [...row]);
  const at = (i: number, j: number) => (lower[i] as number[])[j] as number;
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let sum = at(i, j);
      for (let k = 0; k < j; k++) sum -= at(i, k) * at(j, k);
      (lower[i] as number[])[j] = i === j ? Math.sqrt(Math.max(sum, Number.MIN_VALUE)) : sum / at(j, j);
    }
  }
  const d = [...right];
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) d[i] = (d[i] as number) - at(i, k) * (d[k] as number);
    d[i] = (d[i] as number) / at(i, i);
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) d[i] = (d[i] as number) - at(k, i) * (d[k] as number);
    d[i] = (d[i] as number) / at(i, i);
  }
  return d;
}

/** The step of Gauss and Newton among the variables that do not press against a bound. */
function stepFrom(
  { low, high, weight }: LeastSquares,
  x: readonly number[],
  columns: number[][],
  slope: number[],
): number[] {
  const pressesOut = (j: number, way: number) =>
    ((x[j] as number) <= (low[j] as number) && way < 0) || ((x[j] as number) >= (high[j] as number) && way > 0);
  let free = x.map((_, j) => j).filter((j) => !pressesOut(j, -(slope[j] as number)));
  for (;;) {
    const matrix = free.map((i) =>
      free.map((j) => dot(columns[i] as number[], columns[j] as number[]) + (i === j ? weight : 0)),
    );
    const moves = solve(
      matrix,
      free.map((j) => -(slope[j] as number)),
    );
    const left = free.filter((j, place) => !pressesOut(j, moves[place] as number));
    if (left.length === free.length) {
      const step = x.map(() => 0);
      for (const [place, j] of free.entries()) step[j] = moves[place] as number;
      return step;
    }
    free = left;
  }
}

/** The x from which no step of such a length leads on, or all steps are spent. */
function descend(problem: LeastSquares, from: readonly number[], shortest: number): readonly number[] {
  const { residuals, low, high, weight } = problem;
  const worth = (x: readonly number[], r: readonly number[]) => dot(r, r) + weight * dot(x, x);
  let x = from;
  let r = residuals(x);
  for (let count = 0; count < mostSteps; count++) {
    const columns = jacobian(problem, x);
    const slope = columns.map((column, j) => dot(column, r) + weight * (x[j] as number));
    const step = stepFrom(problem, x, columns, slope);
    const before = worth(x, r);
    let moved = false;
    for (let share = 1; share > 1e-10 && !moved; share /= 2) {
      const next = x.map((value, j) => clip(value + share * (step[j] as number), low[j] as number, high[j] as number));
      const there = residuals(next);
      // Armijo's rule: the fall is at least a part of what the slope promises.
      const promised = next.reduce((sum, value, j) => sum + (slope[j] as number) * (value - (x[j] as number)), 0);
      if (worth(next, there) > before + 2e-4 * promised) continue;
      moved = next.some((value, j) => Math.abs(value - (x[j] as number)) > shortest);
      if (!moved) return next;
      x = next;
      r = there;
    }
    if (!moved) return x;
  }
  return x;
}

/**
 * Bounded least squares by projected Gauss-Newton steps (Bertsekas 1982), from 0. The weight falls to its value by and by: with
 * the last one alone, steps would creep along the curve on which all fit alike. The same figures give the same result.
 *
 * @returns the x that fits best; of several that fit alike, the one nearest to 0
 */
export function boundedLeastSquares(problem: LeastSquares): readonly number[] {
  let x: readonly number[] = problem.low.map(() => 0);
  for (let weight = firstWeight; weight > problem.weight; weight *= fall)
    x = descend({ ...problem, weight }, x, nearly);
  return descend(problem, x, found);
}
