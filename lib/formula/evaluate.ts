import type { Program } from "./compile";
import type { Kernel } from "./kernel";
import type { InputTerm, Quantity } from "./node";

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
  /** The same of a place of the program. */
  readonly valuesAt: (place: number) => Float64Array;
  /** What was refused, in the order in which it was found. */
  readonly excesses: readonly Excess[];
}

/** Where the values of a program lie in one array, for a horizon and a number of samples. */
interface Layout {
  readonly months: number;
  readonly samples: number;
  readonly offsets: Int32Array;
  readonly lengths: Int32Array;
  /** The cells before an evaluation: numbers that formulas state are filled in. */
  readonly blank: Float64Array;
  readonly steps: readonly {
    readonly kernel: Kernel;
    readonly of: Quantity;
    readonly out: number;
    readonly at: readonly number[];
    readonly step: readonly number[];
  }[];
}

function layOut(program: Program, months: number, samples: number): Layout {
  const offsets = new Int32Array(program.places.length);
  const lengths = new Int32Array(program.places.length);
  let total = 0;
  for (const [i, { shape }] of program.places.entries()) {
    offsets[i] = total;
    lengths[i] = (shape === "monthly" ? months + 1 : 1) * samples;
    total += lengths[i] as number;
  }
  const blank = new Float64Array(total);
  for (const [i, { fill }] of program.places.entries()) {
    if (fill !== undefined) blank.fill(fill, offsets[i] as number, (offsets[i] as number) + (lengths[i] as number));
  }
  const steps = program.steps.map(({ primitive, args, out, of }) => ({
    kernel: primitive.kernel,
    of,
    out: offsets[out] as number,
    at: args.map((arg) => offsets[arg] as number),
    step: args.map((arg) => (program.places[arg]?.shape === "monthly" ? samples : 0)),
  }));
  return { months, samples, offsets, lengths, blank, steps };
}

/** The layout that was last used of each program: one keystroke seldom changes it. */
const layouts = new WeakMap<Program, Layout>();

function layoutOf(program: Program, months: number, samples: number): Layout {
  const known = layouts.get(program);
  if (known?.months === months && known.samples === samples) return known;
  const layout = layOut(program, months, samples);
  layouts.set(program, layout);
  return layout;
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
  given: (input: InputTerm) => GivenValue,
  months: number,
  samples = 1,
): Evaluation {
  const { offsets, lengths, blank, steps } = layoutOf(program, months, samples);
  const cells = blank.slice();
  const excesses: Excess[] = [];
  for (const [input, at] of program.givens) {
    const value = given(input);
    const offset = offsets[at] as number;
    if (typeof value === "number") cells.fill(value, offset, offset + samples);
    else cells.set(value.subarray(0, samples), offset);
  }
  let working: Quantity | undefined;
  const refuse = (month: number, value: number) => excesses.push({ quantity: working as Quantity, month, value });
  const frame = { cells, months, samples, refuse };
  for (const { kernel, of, out, at, step } of steps) {
    working = of;
    kernel(frame, out, at, step);
  }
  const valuesAt = (at: number) => cells.subarray(offsets[at], (offsets[at] as number) + (lengths[at] as number));
  const values = (quantity: Quantity) => {
    const at = program.quantities.get(quantity);
    if (at === undefined) throw new Error(`${quantity.key} is not part of this program`);
    return valuesAt(at);
  };
  for (const quantity of program.quantities.keys()) {
    if (quantity.atMost === undefined) continue;
    const all = values(quantity);
    for (let i = samples; i < all.length; i++) {
      const value = all[i] as number;
      if (value <= quantity.atMost) continue;
      excesses.push({ quantity, month: Math.floor(i / samples), value });
      break;
    }
  }
  return { months, samples, values, valuesAt, excesses };
}
