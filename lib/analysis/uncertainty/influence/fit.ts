import { type Columns, columnsOf } from "@/lib/formula/compiled/columns";
import { type Figure, fewTrials } from "./figure";

/** Columns on which figures are fitted; they are made for some trials at a time. */
export interface FitColumns {
  readonly count: number;
  /** Fills in those of the trials from, to (without it), each column so far from the one before. */
  fill(from: number, to: number, cells: Float64Array, at: number, step: number): void;
}

/** A fit of a figure on columns, with a constant. */
export interface Fit {
  /** The mean square of what is fitted, around the mean. */
  readonly explained: number;
  /** What is left, by degree of freedom. */
  readonly residual: number;
  /** Puts what is fitted in the trials from, to (without it), as many as a block has at most, in a row. */
  fill(from: number, to: number, row: Float64Array): void;
}

/** A part of a column that is dust of the other columns beside the whole of it. */
const dependent = 1e-12;

/** Trials at a time: some thirty columns of so many lie near the processor, and not above one another in its cache. */
const height = fewTrials;
const atOnce = 4;

/** One room for all fits. */
let room: Columns | undefined;

function roomFor(columns: number): Columns {
  if (!room || room.count < columns) room = columnsOf(height, columns);
  return room;
}

/** What is left of all blocks before: by reflections (Householder) all of a column lies along the directions up to its own. */
class Triangle {
  /** Of column j, its part along the direction k: at k·width + j. */
  readonly parts: Float64Array;
  readonly width: number;
  /** Of each figure, the square of what is left. */
  readonly left: Float64Array;

  constructor(
    readonly directions: number,
    figures: number,
  ) {
    this.width = directions + figures;
    this.parts = new Float64Array(directions * this.width);
    this.left = new Float64Array(figures);
  }

  /** Turns the first columns of a block into the triangle, each by a reflection. */
  addBlock(columns: Columns, count: number): void {
    const { parts, width, directions, left } = this;
    const { sums, factors } = columns;
    for (let k = 0; k < directions; k++) {
      columns.products(k, k, count);
      const below = sums[0] as number;
      if (below === 0) continue;
      const row = k * width;
      const above = parts[row + k] as number;
      const size = Math.sqrt(above * above + below);
      const turned = above < 0 ? above - size : above + size;
      const by = 2 / (turned * turned + below);
      parts[row + k] = above < 0 ? size : -size;
      for (let first = k + 1; first < width; first += atOnce) {
        columns.products(k, first, count);
        for (let i = 0; i < atOnce; i++) {
          const part = first + i < width ? (parts[row + first + i] as number) : 0;
          const factor = by * (turned * part + (sums[i] as number));
          if (first + i < width) parts[row + first + i] = part - factor * turned;
          factors[i] = factor;
        }
        columns.takeOut(k, first, count);
      }
    }
    for (let j = directions; j < width; j++) {
      columns.products(j, j, count);
      left[j - directions] = (left[j - directions] as number) + (sums[0] as number);
    }
  }

  /** The factor of each column in the fit of a figure. @param column the figure's */
  factorsOf(column: number, without: ReadonlySet<number>): Float64Array {
    const { parts, width, directions } = this;
    const factors = new Float64Array(directions);
    for (let k = directions - 1; k >= 0; k--) {
      if (without.has(k)) continue;
      let rest = parts[k * width + column] as number;
      for (let j = k + 1; j < directions; j++) rest -= (parts[k * width + j] as number) * (factors[j] as number);
      factors[k] = rest / (parts[k * width + k] as number);
    }
    return factors;
  }

  /** The first column that those before it make up, but for dust. */
  dependentColumn(without: ReadonlySet<number>): number | undefined {
    const { parts, width, directions } = this;
    for (let k = 1; k < directions; k++) {
      if (without.has(k)) continue;
      let whole = 0;
      for (let i = 0; i <= k; i++) whole += (parts[i * width + k] as number) ** 2;
      if (!(Math.abs(parts[k * width + k] as number) > dependent * Math.sqrt(whole))) return k;
    }
    return undefined;
  }
}

interface Filler {
  readonly of: readonly FitColumns[];
  /** The constant and the columns, by their places in the room. */
  readonly directions: number;
  /** Columns that others make up, and that stay empty. */
  readonly without: ReadonlySet<number>;
}

/** Fills in the constant and the columns of the trials from, to. @returns how many rows, an even number */
function fillBlock({ of, directions, without }: Filler, columns: Columns, from: number, to: number): number {
  const { cells } = columns;
  const rows = to - from;
  cells.fill(1, 0, rows);
  let at = height;
  for (const some of of) {
    some.fill(from, to, cells, at, height);
    at += some.count * height;
  }
  for (const place of without) cells.fill(0, place * height, (place + 1) * height);
  // Where the last of a pair is missing, it is nothing in every column.
  if (rows % 2 === 1) for (let j = 0; j < directions; j++) cells[j * height + rows] = 0;
  return rows + (rows % 2);
}

class FitOfFigure implements Fit {
  private factors: Float64Array | undefined;

  constructor(
    private readonly filler: Filler,
    private readonly triangle: Triangle,
    private readonly column: number,
    readonly explained: number,
    readonly residual: number,
  ) {}

  fill(from: number, to: number, row: Float64Array): void {
    const { filler, triangle } = this;
    this.factors ??= triangle.factorsOf(this.column, filler.without);
    const columns = roomFor(filler.directions + atOnce);
    const { cells } = columns;
    fillBlock(filler, columns, from, to);
    row.fill(0, 0, to - from);
    for (const [k, factor] of this.factors.entries()) {
      for (let i = 0; i < to - from; i++) row[i] = (row[i] as number) + factor * (cells[k * height + i] as number);
    }
  }
}

/**
 * Least squares of several figures on the same columns, with a constant: by reflections, not by normal equations, a
 * block of trials after the other (tall and skinny QR: Demmel, Grigori, Hoemmen, Langou 2012). So only the columns of
 * one block are held at a time, and only the triangle of all before is kept.
 *
 * @param of less columns than the figures are long; what the others make up of one changes nothing of a fit
 */
export function leastSquares(
  of: readonly FitColumns[],
  figures: readonly Pick<Figure, "length" | "fill">[],
  without: ReadonlySet<number> = new Set(),
): readonly Fit[] {
  const stated = of.reduce((sum, { count }) => sum + count, 0);
  const length = figures[0]?.length ?? 0;
  const directions = 1 + stated;
  const width = directions + figures.length;
  const filler: Filler = { of, directions, without };
  const columns = roomFor(width + atOnce);
  const triangle = new Triangle(directions, figures.length);
  columns.cells.fill(0, width * height, (width + atOnce) * height);
  for (let from = 0; from < length; from += height) {
    const to = Math.min(from + height, length);
    const rows = fillBlock(filler, columns, from, to);
    for (const [j, y] of figures.entries()) {
      const at = (directions + j) * height;
      y.fill(from, to, columns.cells, at);
      if (rows > to - from) columns.cells[at + rows - 1] = 0;
    }
    triangle.addBlock(columns, rows);
  }
  const made = triangle.dependentColumn(without);
  if (made !== undefined) return leastSquares(of, figures, new Set([...without, made]));
  return figures.map((_, j): Fit => {
    const column = directions + j;
    let explained = 0;
    for (let k = 1; k < directions; k++) explained += (triangle.parts[k * width + column] as number) ** 2;
    const residual = (triangle.left[j] as number) / (length - 1 - stated);
    return new FitOfFigure(filler, triangle, column, explained / length, residual);
  });
}

/** The values of which a few are drawn, the least first. */
export const choicesIn = (values: Float64Array): number[] => [...new Set(values)].sort((a, b) => a - b);

/** The columns of an input of which a few values are drawn: 0 and 1 for each of them but the least. */
export class ChoiceColumns implements FitColumns {
  readonly count: number;
  private readonly others: readonly number[];

  constructor(
    private readonly values: Float64Array,
    choices: readonly number[] = choicesIn(values),
  ) {
    this.others = choices.slice(1);
    this.count = this.others.length;
  }

  fill(from: number, to: number, cells: Float64Array, at: number, step: number): void {
    const { values } = this;
    for (const [k, choice] of this.others.entries()) {
      for (let i = from; i < to; i++) cells[at + k * step + i - from] = values[i] === choice ? 1 : 0;
    }
  }
}
