import { type Bytes, type FunctionBody, moduleOf, type Signature } from "./bytes";
import { copyCode, FunctionWriter } from "./function-writer";
import { call, integer, isZero, local, setLocal, when } from "./scalar";
import type { Expression } from "./vector";
import * as vector from "./vector";

type Scalar = (...values: number[]) => number;

/** A function of one double or more, on two samples at once. */
export interface VectorFunction {
  /** The same on one sample. */
  readonly scalar: Scalar;
  /** Gives its value, and a mask of where that is right; elsewhere `scalar` is asked. */
  readonly write?: (
    w: FunctionWriter,
    args: readonly Expression[],
    module: ModuleWriter,
  ) => { isPlain: Expression; value: Expression };
}

/** Where a routine finds what, in bytes. */
export interface RoutinePlaces {
  readonly out: number;
  readonly at: readonly number[];
  /** How far one month is from the next: 0 of what does not change. */
  readonly step: readonly number[];
}

/** Gives the code of a word that works on all months of two samples in memory, as its kernel does. */
export type Routine = (module: ModuleWriter, places: RoutinePlaces) => Bytes;

/** A module at work. */
export interface Instance {
  /** Its memory. */
  readonly cells: Float64Array;
  /** An exported function, by its number. */
  readonly functionOf: (index: number) => (...args: number[]) => void;
}

/** The functions that are imported: a kernel by its number, and functions of one to four doubles by theirs. */
const mostArguments = 4;
const imported: readonly Signature[] = [
  { params: ["i32"] },
  ...Array.from({ length: mostArguments }, (_, i): Signature => {
    return { params: ["i32", ...Array.from({ length: i + 1 }, () => "f64" as const)], result: "f64" };
  }),
];

/** Gathers the functions of a module, each once. */
export class ModuleWriter {
  private readonly functions: FunctionBody[] = [];
  private readonly known = new Map<unknown, number>();
  private readonly scalars: Scalar[] = [];
  private readonly kernels: (() => void)[] = [];
  private readonly exported: number[] = [];
  private readonly rooms = new Map<string, unknown>();
  private readonly constants: { readonly at: number; readonly values: Float64Array }[] = [];

  /** @param take room for so many doubles, by its first byte */
  constructor(
    readonly months: number,
    readonly take: (doubles: number) => number,
  ) {}

  add(body: FunctionBody): number {
    return imported.length + this.functions.push(body) - 1;
  }

  private once(key: unknown, make: () => number): number {
    const index = this.known.get(key) ?? make();
    this.known.set(key, index);
    return index;
  }

  /** Runs some work of JavaScript's. */
  callKernel(work: () => void): Bytes {
    return call(0, [integer(this.kernels.push(work) - 1)]);
  }

  private callScalar(scalar: Scalar, args: readonly Bytes[]): Bytes {
    const index = this.once(scalar, () => this.scalars.push(scalar) - 1);
    return call(args.length, [integer(index), ...args]);
  }

  /** A function of two samples. */
  call(of: VectorFunction, args: readonly Expression[]): Expression {
    const index = this.once(of, () => {
      const w = new FunctionWriter({ params: args.map(() => "v128" as const), result: "v128" });
      const given = args.map((_, i) => w.parameter(i));
      const inLane = (which: 0 | 1) =>
        this.callScalar(
          of.scalar,
          given.map((arg) => vector.lane(arg, which)),
        );
      const each = vector.pair(inLane(0), inLane(1));
      const written = of.write?.(w, given, this);
      if (written) {
        const result = w.local("v128");
        w.add(setLocal(result, written.value));
        w.add(when(isZero(vector.areBoth(written.isPlain)), setLocal(result, each)));
        w.add(local(result));
      } else w.add(each);
      return this.add(w.body);
    });
    return call(index, args);
  }

  /** A function by its name, written once. */
  function(name: string, write: () => FunctionWriter): number {
    return this.once(name, () => this.add(write().body));
  }

  /** Copies a row of the months, or of the first of them. @param to in bytes. @param step from one to the next in the source */
  copy(to: number, from: number, step: number, months = this.months + 1): Bytes {
    const index = this.function("copy", copyCode);
    return call(index, [to, from, step, 16 * months].map(integer));
  }

  /** Rooms by what lies there, for all that ask in turn. @returns whether they are new, and yet to be filled */
  shared<T>(key: string, take: () => T): { readonly places: T; readonly isNew: boolean } {
    const isNew = !this.rooms.has(key);
    if (isNew) this.rooms.set(key, take());
    return { places: this.rooms.get(key) as T, isNew };
  }

  /** Puts values in the memory, to be read only. @returns their first byte */
  constant(values: Float64Array): number {
    const at = this.take(values.length);
    this.constants.push({ at, values });
    return at;
  }

  /** Adds a function that JavaScript may call. */
  addExported(body: FunctionBody): number {
    const index = this.add(body);
    this.exported.push(index);
    return index;
  }

  instantiate(memory: WebAssembly.Memory): Instance {
    const { scalars, kernels, exported } = this;
    const scalar = (i: number) => scalars[i] as Scalar;
    const imports: Record<string, WebAssembly.ImportValue> = {
      m: memory,
      0: (i: number) => kernels[i]?.(),
      // Each for itself: a list of the arguments would be made for every call.
      1: (i: number, a: number) => scalar(i)(a),
      2: (i: number, a: number, b: number) => scalar(i)(a, b),
      3: (i: number, a: number, b: number, c: number) => scalar(i)(a, b, c),
      4: (i: number, a: number, b: number, c: number, d: number) => scalar(i)(a, b, c, d),
    };
    const module = new WebAssembly.Module(moduleOf(imported, this.functions, exported));
    const { exports } = new WebAssembly.Instance(module, { m: imports });
    const cells = new Float64Array(memory.buffer);
    for (const { at, values } of this.constants) cells.set(values, at / 8);
    return {
      cells,
      functionOf: (index) => exports[`${index}`] as (...args: number[]) => void,
    };
  }
}

const bytesPerPage = 65_536;

/**
 * Makes a module over a memory of so many doubles.
 *
 * @returns nothing where it cannot run: an old browser has none, and a page's security policy may forbid it
 */
export function instantiate(module: ModuleWriter, cells: number): Instance | undefined {
  if (typeof WebAssembly === "undefined") return undefined;
  try {
    return module.instantiate(new WebAssembly.Memory({ initial: Math.ceil((8 * cells) / bytesPerPage) }));
  } catch (error) {
    if (error instanceof WebAssembly.CompileError || error instanceof EvalError) return undefined;
    throw error;
  }
}
