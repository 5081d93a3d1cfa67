import type { Program } from "./compile";
import type { Given, Quantity } from "./node";

/** The value of an input: one number, or one for each sample. */
export type GivenValue = number | Float64Array;

/** A value that is too large to mean anything. */
export interface Excess {
  readonly quantity: Quantity;
  readonly month: number;
  readonly value: number;
}

export interface Evaluation {
  readonly months: number;
  readonly samples: number;
  /** The values of a quantity: month by month, each month sample by sample; of one that does not change, the samples only. */
  readonly values: (quantity: Quantity) => Float64Array;
  /** What was refused, in the order in which it was found. */
  readonly excesses: readonly Excess[];
}

/** Lays all values of a program out in one array. */
function layOut(
  program: Program,
  months: number,
  samples: number,
): { cells: Float64Array; offsets: Int32Array; lengths: Int32Array } {
  const offsets = new Int32Array(program.places.length);
  const lengths = new Int32Array(program.places.length);
  let total = 0;
  for (const [i, { shape }] of program.places.entries()) {
    offsets[i] = total;
    lengths[i] = (shape === "monthly" ? months + 1 : 1) * samples;
    total += lengths[i] as number;
  }
  return { cells: new Float64Array(total), offsets, lengths };
}

/**
 * Works a program out over months 0..T, for one sample or many at once.
 *
 * @param given the value of every input that the program refers to
 * @param months the horizon T
 * @throws Error where an input has no value
 */
export function evaluate(
  program: Program,
  given: (input: Given) => GivenValue,
  months: number,
  samples = 1,
): Evaluation {
  const { cells, offsets, lengths } = layOut(program, months, samples);
  const excesses: Excess[] = [];
  for (const [i, { fill }] of program.places.entries()) {
    if (fill !== undefined) cells.fill(fill, offsets[i] as number, (offsets[i] as number) + (lengths[i] as number));
  }
  for (const [input, at] of program.givens) {
    const value = given(input);
    const offset = offsets[at] as number;
    if (typeof value === "number") cells.fill(value, offset, offset + samples);
    else cells.set(value.subarray(0, samples), offset);
  }
  for (const { primitive, args, out, of } of program.steps) {
    const at = args.map((arg) => offsets[arg] as number);
    const step = args.map((arg) => (program.places[arg]?.shape === "monthly" ? samples : 0));
    const refuse = (month: number, value: number) => excesses.push({ quantity: of, month, value });
    primitive.kernel({ cells, months, samples, refuse }, offsets[out] as number, at, step);
  }
  const values = (quantity: Quantity) => {
    const at = program.quantities.get(quantity);
    if (at === undefined) throw new Error(`${quantity.key} is not part of this program`);
    return cells.subarray(offsets[at], (offsets[at] as number) + (lengths[at] as number));
  };
  for (const quantity of program.quantities.keys()) {
    if (quantity.atMost === undefined) continue;
    for (const [i, value] of values(quantity).entries()) {
      if (i >= samples && !(value <= quantity.atMost)) {
        excesses.push({ quantity, month: Math.floor(i / samples), value });
        break;
      }
    }
  }
  return { months, samples, values, excesses };
}
