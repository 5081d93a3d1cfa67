/** A figure of each kept trial, of which some are worked out at a time: so a row of all of them need not be held. */
export interface Figure {
  readonly length: number;
  readonly mean: number;
  /** Puts those of the trials from, to (without it) in a row, from a place on. */
  fill(from: number, to: number, row: Float64Array, at: number): void;
}

/** One whose values may be asked for in any order. */
export interface PickedFigure extends Figure {
  /** The sum of squared distances from the mean. */
  readonly squares: number;
  /** Puts those of the trials at the places from, to of an order in a row. */
  pick(order: Uint32Array, from: number, to: number, row: Float64Array): void;
}

/** Trials at a time. */
export const fewTrials = 500;

const row = new Float64Array(fewTrials);

type Filled = Pick<Figure, "length" | "fill">;

/** Added up in the order of trials. */
function meanOf(figure: Filled): number {
  const { length } = figure;
  let sum = 0;
  for (let from = 0; from < length; from += fewTrials) {
    const to = Math.min(from + fewTrials, length);
    figure.fill(from, to, row, 0);
    for (let i = 0; i < to - from; i++) sum += row[i] as number;
  }
  return sum / length;
}

function squaresOf(figure: Filled, around: number): number {
  const { length } = figure;
  let sum = 0;
  for (let from = 0; from < length; from += fewTrials) {
    const to = Math.min(from + fewTrials, length);
    figure.fill(from, to, row, 0);
    for (let i = 0; i < to - from; i++) {
      const distance = (row[i] as number) - around;
      sum += distance * distance;
    }
  }
  return sum;
}

// Classes, for their methods stay. What an engine has optimised of a function goes with the last function that was made
// of it, so one that is made for each figure is optimised again and again (docs/decisions/090).

/** Values that are held. */
export class HeldFigure implements PickedFigure {
  readonly length: number;
  readonly mean: number;
  readonly squares: number;

  constructor(private readonly values: Float64Array) {
    this.length = values.length;
    this.mean = meanOf(this);
    this.squares = squaresOf(this, this.mean);
  }

  fill(from: number, to: number, row: Float64Array, at: number): void {
    row.set(this.values.subarray(from, to), at);
  }

  pick(order: Uint32Array, from: number, to: number, row: Float64Array): void {
    const { values } = this;
    for (let k = from; k < to; k++) row[k - from] = values[order[k] as number] as number;
  }
}

/** 1 in the trials that have a mark, else 0. */
export class MarkedFigure implements PickedFigure {
  readonly length: number;
  readonly mean: number;
  readonly squares: number;

  constructor(
    private readonly marks: Int8Array,
    private readonly mark: number,
  ) {
    this.length = marks.length;
    this.mean = meanOf(this);
    this.squares = squaresOf(this, this.mean);
  }

  fill(from: number, to: number, row: Float64Array, at: number): void {
    const { marks, mark } = this;
    for (let i = from; i < to; i++) row[at + i - from] = marks[i] === mark ? 1 : 0;
  }

  pick(order: Uint32Array, from: number, to: number, row: Float64Array): void {
    const { marks, mark } = this;
    for (let k = from; k < to; k++) row[k - from] = marks[order[k] as number] === mark ? 1 : 0;
  }
}

/** What one figure is above another. */
export class DifferenceFigure implements Figure {
  readonly length: number;
  readonly mean: number;

  constructor(
    private readonly of: Float64Array,
    private readonly above: Float64Array,
  ) {
    this.length = of.length;
    this.mean = meanOf(this);
  }

  fill(from: number, to: number, row: Float64Array, at: number): void {
    const { of, above } = this;
    for (let i = from; i < to; i++) row[at + i - from] = (of[i] as number) - (above[i] as number);
  }
}
