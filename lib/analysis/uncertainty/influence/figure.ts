/** A figure of each kept trial, of which some are worked out at a time: so a row of all of them need not be held. */
export interface Figure {
  readonly length: number;
  /** Puts those of the trials from, to (without it) in a row, from a place on. */
  readonly fill: (from: number, to: number, row: Float64Array, at: number) => void;
  readonly mean: number;
}

/** One whose values may be asked for in any order. */
export interface PickedFigure extends Figure {
  /** Puts those of the trials at the places from, to of an order in a row. */
  readonly pick: (order: Uint32Array, from: number, to: number, row: Float64Array) => void;
  /** The sum of squared distances from the mean. */
  readonly squares: number;
}

/** Trials at a time. */
export const fewTrials = 500;

const row = new Float64Array(fewTrials);

/** Adds up what becomes of each value, in the order of trials. */
function sumOf(length: number, fill: Figure["fill"], of: (value: number) => number): number {
  let sum = 0;
  for (let from = 0; from < length; from += fewTrials) {
    const to = Math.min(from + fewTrials, length);
    fill(from, to, row, 0);
    for (let i = 0; i < to - from; i++) sum += of(row[i] as number);
  }
  return sum;
}

const itself = (value: number) => value;

const meanOf = (length: number, fill: Figure["fill"]) => sumOf(length, fill, itself) / length;

const squaresOf = (length: number, fill: Figure["fill"], around: number) =>
  sumOf(length, fill, (value) => (value - around) * (value - around));

/** Values that are held. */
export function figureOf(values: Float64Array): PickedFigure {
  const { length } = values;
  const fill: Figure["fill"] = (from, to, row, at) => row.set(values.subarray(from, to), at);
  const pick: PickedFigure["pick"] = (order, from, to, row) => {
    for (let k = from; k < to; k++) row[k - from] = values[order[k] as number] as number;
  };
  const mean = meanOf(length, fill);
  return { length, fill, pick, mean, squares: squaresOf(length, fill, mean) };
}

/** 1 in the trials that have a mark, else 0. */
export function markedFigure(marks: Int8Array, mark: number): PickedFigure {
  const { length } = marks;
  const fill: Figure["fill"] = (from, to, row, at) => {
    for (let i = from; i < to; i++) row[at + i - from] = marks[i] === mark ? 1 : 0;
  };
  const pick: PickedFigure["pick"] = (order, from, to, row) => {
    for (let k = from; k < to; k++) row[k - from] = marks[order[k] as number] === mark ? 1 : 0;
  };
  const mean = meanOf(length, fill);
  return { length, fill, pick, mean, squares: squaresOf(length, fill, mean) };
}

/** What one figure is above another. */
export function differenceFigure(of: Float64Array, above: Float64Array): Figure {
  const fill: Figure["fill"] = (from, to, row, at) => {
    for (let i = from; i < to; i++) row[at + i - from] = (of[i] as number) - (above[i] as number);
  };
  return { length: of.length, fill, mean: meanOf(of.length, fill) };
}
