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

/** Columns are taken out of a vector so many at a time: each of its values is then read once for all of them. */
const atOnce = 4;

/** Takes four columns of length 1, at right angles to one another, out of a vector. */
function takeOut(vector: Float64Array, q0: Float64Array, q1: Float64Array, q2: Float64Array, q3: Float64Array): void {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (let i = 0; i < vector.length; i++) {
    const x = vector[i] as number;
    s0 += x * (q0[i] as number);
    s1 += x * (q1[i] as number);
    s2 += x * (q2[i] as number);
    s3 += x * (q3[i] as number);
  }
  for (let i = 0; i < vector.length; i++) {
    const part = s0 * (q0[i] as number) + s1 * (q1[i] as number) + (s2 * (q2[i] as number) + s3 * (q3[i] as number));
    vector[i] = (vector[i] as number) - part;
  }
}

function takeAllOut(vector: Float64Array, basis: readonly Float64Array[], nothing: Float64Array): void {
  const at = (j: number) => basis[j] ?? nothing;
  for (let j = 0; j < basis.length; j += atOnce) takeOut(vector, at(j), at(j + 1), at(j + 2), at(j + 3));
}

/** Takes the mean out of values. */
function centre(values: Float64Array): void {
  const middle = mean(values);
  for (let i = 0; i < values.length; i++) values[i] = (values[i] as number) - middle;
}

/** Least squares on the same columns, with a constant, for any number of figures. */
export interface LeastSquares {
  readonly fitOf: (y: Float64Array) => Fit;
  /** Columns that make up the same ones, beside the constant: of length 1, at right angles to it and to one another. */
  readonly basis: readonly Float64Array[];
}

/** What is left of a figure: one room for all, for to make one takes as long as to fill it. */
let room = new Float64Array(0);

/**
 * By columns at right angles, not by normal equations (Gram-Schmidt; where little of a column is left, its digits are
 * taken out again: Kahan and Parlett's "twice is enough").
 *
 * @param columns as long as the figures, less in number, and turned into the basis where they lie; what the others make
 * up of one changes nothing of a fit
 * @param parameters how many columns were stated, where these are a basis of them
 */
export function leastSquares(columns: readonly Float64Array[], parameters = columns.length): LeastSquares {
  const count = columns[0]?.length ?? 0;
  const nothing = new Float64Array(count);
  const basis: Float64Array[] = [];
  for (const column of columns) {
    const whole = Math.sqrt(squares(column, 0));
    centre(column);
    let size = Math.sqrt(squares(column, 0));
    while (basis.length > 0 && size > dependent * whole) {
      const before = size;
      takeAllOut(column, basis, nothing);
      size = Math.sqrt(squares(column, 0));
      if (size > before / 10) break;
    }
    if (!(size > dependent * whole)) continue;
    for (let i = 0; i < count; i++) column[i] = (column[i] as number) / size;
    basis.push(column);
  }
  const fitOf = (y: Float64Array): Fit => {
    if (room.length !== y.length) room = new Float64Array(y.length);
    const left = room;
    left.set(y);
    centre(left);
    takeAllOut(left, basis, nothing);
    const fitted = new Float64Array(y.length);
    for (let i = 0; i < y.length; i++) fitted[i] = (y[i] as number) - (left[i] as number);
    return {
      fitted,
      explained: squares(fitted, mean(y)) / y.length,
      residual: squares(left, 0) / (y.length - 1 - parameters),
    };
  };
  return { fitOf, basis };
}

/** The columns of an input of which a few values are drawn: 0 and 1 for each of them but the least. */
export function choiceColumns(values: Float64Array): Float64Array[] {
  const [, ...others] = [...new Set(values)].sort((a, b) => a - b);
  return others.map((choice) => values.map((value) => (value === choice ? 1 : 0)));
}
