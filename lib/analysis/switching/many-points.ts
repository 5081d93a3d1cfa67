import type { Program } from "@/lib/formula/compile";
import { pairProgram } from "@/lib/formula/compiled/pair-program";
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

/**
 * Works out single figures at many points, a point being a value for each term that changes: by machine code, two at once.
 *
 * @returns null for a point whose figures are too large to mean anything; nothing where such code cannot run
 */
export function manyPoints<T>({ program, base, terms, wanted }: ManyPoints, read: Read<T>) {
  const givens = terms.map((key) => [...program.givens.keys()].find((term) => term.key === key));
  const pair = pairProgram({ program, base, changing: new Set(givens.filter((term) => term !== undefined)) }, wanted);
  if (!pair) return undefined;
  const { cells } = pair;
  const offsets = new Map(wanted.map((quantity) => [quantity, pair.at(quantity).offset]));
  const inputs = givens.map((term) => (term === undefined ? null : pair.cellOf(term)));
  const readAt = (point: readonly number[], sample: 0 | 1): T | null =>
    // Adding 0 turns −0, which no page should show, into 0.
    pair.isRefused(sample)
      ? null
      : read((quantity) => (cells[(offsets.get(quantity) as number) + sample] as number) + 0, point);
  return (points: readonly (readonly number[])[]): (T | null)[] => {
    const found: (T | null)[] = [];
    for (let i = 0; i < points.length; i += 2) {
      // Where one is left over it is worked out twice.
      const two = [points[i], points[i + 1] ?? points[i]] as [readonly number[], readonly number[]];
      for (const sample of [0, 1] as const) {
        for (const [k, cell] of inputs.entries()) {
          if (cell !== null) cells[cell + sample] = two[sample][k] as number;
        }
      }
      pair.run();
      found.push(readAt(two[0], 0));
      if (i + 1 < points.length) found.push(readAt(two[1], 1));
    }
    return found;
  };
}
