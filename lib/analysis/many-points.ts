import type { Program } from "@/lib/formula/compile";
import { type PairProgram, pairProgram } from "@/lib/formula/compiled/pair-program";
import type { Evaluation } from "@/lib/formula/evaluate";
import type { Quantity } from "@/lib/formula/node";

interface ManyPoints {
  readonly program: Program;
  /** The program with every input at some value. */
  readonly base: Evaluation;
  /** The keys of the terms that change; one that the program does not know changes nothing. */
  readonly terms: readonly string[];
  /** Single figures that are read at each point. */
  readonly wanted: readonly Quantity[];
}

/** Reads a point once it is worked out; null where it counts for nothing. */
type Read<T> = (figure: (quantity: Quantity) => number, point: readonly number[]) => T | null;

/** A class, as an engine drops the fast code of closures once the last of them is gone. */
class Points<T> {
  private readonly offsets: ReadonlyMap<Quantity, number>;
  private readonly inputs: readonly (number | null)[];
  private sample: 0 | 1 = 0;
  /** Adding 0 turns −0, which no page should show, into 0. */
  private readonly figure = (quantity: Quantity) =>
    (this.pair.cells[(this.offsets.get(quantity) as number) + this.sample] as number) + 0;

  constructor(
    private readonly pair: PairProgram,
    { program, terms, wanted }: ManyPoints,
    private readonly read: Read<T>,
  ) {
    this.offsets = new Map(wanted.map((quantity) => [quantity, pair.at(quantity).offset]));
    this.inputs = terms.map((key) => {
      const term = [...program.givens.keys()].find((each) => each.key === key);
      return term === undefined ? null : pair.cellOf(term);
    });
  }

  at(points: readonly (readonly number[])[]): (T | null)[] {
    const found: (T | null)[] = [];
    for (let i = 0; i < points.length; i += 2) {
      // Where one is left over it is worked out twice.
      const two = [points[i], points[i + 1] ?? points[i]] as [readonly number[], readonly number[]];
      for (const sample of [0, 1] as const) this.place(two[sample], sample);
      this.pair.run();
      found.push(this.readAt(two[0], 0));
      if (i + 1 < points.length) found.push(this.readAt(two[1], 1));
    }
    return found;
  }

  private place(point: readonly number[], sample: 0 | 1): void {
    const { cells } = this.pair;
    for (let k = 0; k < this.inputs.length; k++) {
      const cell = this.inputs[k] ?? null;
      if (cell !== null) cells[cell + sample] = point[k] as number;
    }
  }

  private readAt(point: readonly number[], sample: 0 | 1): T | null {
    if (this.pair.isRefused(sample)) return null;
    this.sample = sample;
    return this.read(this.figure, point);
  }
}

/**
 * Works out single figures at many points, a point being a value for each term that changes: by machine code, two at once.
 *
 * @returns null for a point whose figures are too large to mean anything; nothing where such code cannot run
 */
export function manyPoints<T>(asked: ManyPoints, read: Read<T>) {
  const { program, base, terms, wanted } = asked;
  const keys = new Set(terms);
  const changing = new Set([...program.givens.keys()].filter(({ key }) => keys.has(key)));
  const pair = pairProgram({ program, base, changing }, wanted);
  if (!pair) return undefined;
  const points = new Points(pair, asked, read);
  return (at: readonly (readonly number[])[]): (T | null)[] => points.at(at);
}
