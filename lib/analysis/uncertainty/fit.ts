import { inverseNormal } from "@/lib/math/inverse-normal";
import { mean, squares } from "./sample";

/** A fit of a figure on columns, with a constant. */
export interface Fit {
  readonly fitted: Float64Array;
  /** The mean square of what is fitted, around the mean. */
  readonly explained: number;
  /** What is left, by degree of freedom. */
  readonly residual: number;
}

/** A part of a column that is dust of the other columns beside the whole of it. */
const dependent = 1e-12;

function dot(a: Float64Array, b: Float64Array, from: number): number {
  // Four sums side by side, as one waits for the addition before it.
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  let i = from;
  for (; i + 3 < a.length; i += 4) {
    s0 += (a[i] as number) * (b[i] as number);
    s1 += (a[i + 1] as number) * (b[i + 1] as number);
    s2 += (a[i + 2] as number) * (b[i + 2] as number);
    s3 += (a[i + 3] as number) * (b[i + 3] as number);
  }
  for (; i < a.length; i++) s0 += (a[i] as number) * (b[i] as number);
  return s0 + s1 + (s2 + s3);
}

/** Mirrors a vector; the mirror's normal has length √2. */
function reflect(vector: Float64Array, normal: Float64Array, from: number): void {
  const along = dot(vector, normal, from);
  for (let i = from; i < vector.length; i++) vector[i] = (vector[i] as number) - along * (normal[i] as number);
}

/** The mirrors that turn the columns into a triangle (Householder 1958). A column that the others make up gets none. */
function mirrorsOf(columns: readonly Float64Array[]): Float64Array[] {
  const mirrors: Float64Array[] = [];
  for (const column of columns) {
    const normal = column.slice();
    for (const [j, mirror] of mirrors.entries()) reflect(normal, mirror, j);
    const from = mirrors.length;
    normal.fill(0, 0, from);
    const size = Math.sqrt(dot(normal, normal, from));
    if (!(size > dependent * Math.sqrt(dot(column, column, 0)))) continue;
    const head = normal[from] as number;
    const moved = head + (head < 0 ? -size : size);
    // |normal|² is 2·size·|moved| once its head is moved away from the axis.
    const length = Math.sqrt(size * Math.abs(moved));
    normal[from] = moved;
    for (let i = from; i < normal.length; i++) normal[i] = (normal[i] as number) / length;
    mirrors.push(normal);
  }
  return mirrors;
}

/**
 * Least squares with a constant, for any number of figures on the same columns: by orthogonal mirrors, not by normal equations.
 *
 * @param columns as long as the figures, less in number
 */
export function leastSquares(columns: readonly Float64Array[]): (y: Float64Array) => Fit {
  const count = columns[0]?.length ?? 0;
  const mirrors = mirrorsOf([new Float64Array(count).fill(1), ...columns]);
  return (y) => {
    const fitted = y.slice();
    for (const [j, mirror] of mirrors.entries()) reflect(fitted, mirror, j);
    fitted.fill(0, mirrors.length);
    for (let j = mirrors.length - 1; j >= 0; j--) reflect(fitted, mirrors[j] as Float64Array, j);
    let left = 0;
    for (let i = 0; i < count; i++) {
      const distance = (y[i] as number) - (fitted[i] as number);
      left += distance * distance;
    }
    return {
      fitted,
      explained: squares(fitted, mean(y)) / count,
      residual: left / (count - 1 - columns.length),
    };
  };
}

const knots = [0.05, 0.275, 0.5, 0.725, 0.95].map(inverseNormal) as [number, number, number, number, number];

/** The columns of an input: a natural cubic spline of its draws (uncertainty.md section 17). */
export function splineColumns(z: Float64Array): Float64Array[] {
  const [k1, , , k4, k5] = knots;
  const cube = (x: number) => (x > 0 ? x * x * x : 0);
  const [c4, c5] = [k5 - k4, (k5 - k1) * (k5 - k1)];
  const fourth = z.map((x) => cube(x - k4));
  const fifth = z.map((x) => cube(x - k5));
  const column = (kj: number) => {
    const values = new Float64Array(z.length);
    for (let i = 0; i < z.length; i++) {
      const beyond = (fourth[i] as number) * (k5 - kj) - (fifth[i] as number) * (k4 - kj);
      values[i] = (cube((z[i] as number) - kj) - beyond / c4) / c5;
    }
    return values;
  };
  return [z, ...knots.slice(0, 3).map(column)];
}

/** The columns of an input of which a few values are drawn: 0 and 1 for each of them but the least. */
export function choiceColumns(values: Float64Array): Float64Array[] {
  const [, ...others] = [...new Set(values)].sort((a, b) => a - b);
  return others.map((choice) => values.map((value) => (value === choice ? 1 : 0)));
}
