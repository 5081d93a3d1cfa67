import type { Program, Step } from "../compile";
import type { Evaluation } from "../evaluate";
import type { Frame, InputTerm, Quantity } from "../node";
import { type Bytes, type FunctionBody, moduleOf } from "./bytes";
import type { FoldCode } from "./code";
import { type StagedStep, stagesOf } from "./stages";
import * as vector from "./vector";

/** Two samples side by side in each cell pair. */
const samples = 2;
const bytesPerDouble = 8;
const bytesPerPair = samples * bytesPerDouble;
const bytesPerPage = 65_536;

/**
 * A program that works out two samples at a time by machine code of its own: what changes with the samples, that is.
 */
export interface PairProgram {
  /** Where the two values of an input that changes with the samples lie in the cells, to be set before a run. */
  readonly cellOf: (input: InputTerm) => number;
  /** Works both samples out. */
  readonly run: () => void;
  /** Whether a value of the sample is too large to mean anything. */
  readonly isRefused: (sample: 0 | 1) => boolean;
  readonly cells: Float64Array;
  /**
   * Where a quantity begins in the cells, and how far one of its months is from the next: 0 where it does not change.
   */
  readonly at: (quantity: Quantity) => { readonly offset: number; readonly step: number };
}

interface Known {
  readonly program: Program;
  /** The program with every input at some value: what no changing input reaches is taken from it. */
  readonly base: Evaluation;
  readonly changing: ReadonlySet<InputTerm>;
}

/** The steps that a changing input reaches. */
function changingSteps({ program, changing }: Known): { steps: Step[]; places: Set<number> } {
  const places = new Set([...program.givens].filter(([input]) => changing.has(input)).map(([, place]) => place));
  const steps = program.steps.filter(({ args, out }) => {
    const isReached = args.some((arg) => places.has(arg));
    if (isReached) places.add(out);
    return isReached;
  });
  return { steps, places };
}

/** Rooms of places in memory, in cells; made as they are asked for. */
class Rooms {
  private readonly offsets = new Map<number, number>();
  private next = 0;

  constructor(
    private readonly program: Program,
    private readonly months: number,
  ) {}

  take(months: number): number {
    const offset = this.next;
    this.next += months * samples;
    return offset;
  }

  isMonthly(place: number): boolean {
    return this.program.places[place]?.shape === "monthly";
  }

  of(place: number): number {
    let offset = this.offsets.get(place);
    if (offset === undefined) {
      offset = this.take(this.isMonthly(place) ? this.months + 1 : 1);
      this.offsets.set(place, offset);
    }
    return offset;
  }

  /** All places that have a room. */
  get taken(): ReadonlyMap<number, number> {
    return this.offsets;
  }

  get cells(): number {
    return this.next;
  }
}

/** Where the code of all stages finds what is not a place. */
interface Shared {
  readonly rooms: Rooms;
  readonly months: number;
  /** Rows of masks and of the month's number. */
  readonly isRunning: number;
  readonly month: number;
  /** What is refused, as a mask. */
  readonly refused: number;
  /** Places whose value is asked for outside of the stage that makes them. */
  readonly stored: ReadonlySet<number>;
  /** The limit of a place. */
  readonly limits: ReadonlyMap<number, readonly number[]>;
}

const start: Bytes = vector.integer(0);
const inMonth: Bytes = vector.local(0);
const byteOf = (cell: number) => cell * bytesPerDouble;

/** Writes the code of one stage. */
function stageCode(steps: readonly StagedStep[], checks: readonly number[], shared: Shared): FunctionBody {
  const { rooms, months, limits } = shared;
  const head: number[] = [];
  const body: number[] = [];
  const tail: number[] = [];
  const locals = new Map<number | string, number>();
  let vectors = 0;
  const newLocal = (key: number | string): number => {
    const index = ++vectors;
    locals.set(key, index);
    return index;
  };
  const loaded = (key: number | string, isMonthly: boolean, cell: number): vector.Expression => {
    const known = locals.get(key);
    if (known !== undefined) return vector.local(known);
    const index = newLocal(key);
    const value = vector.load(isMonthly ? inMonth : start, byteOf(cell));
    (isMonthly ? body : head).push(...vector.setLocal(index, value));
    return vector.local(index);
  };
  const get = (place: number) => {
    const known = locals.get(place);
    return known === undefined ? loaded(place, rooms.isMonthly(place), rooms.of(place)) : vector.local(known);
  };
  const isRunning = () => loaded("isRunning", true, shared.isRunning);
  const at = {
    get month() {
      return loaded("month", true, shared.month);
    },
    get isRunning() {
      return isRunning();
    },
  };
  const refused = newLocal("refused");
  head.push(...vector.setLocal(refused, vector.load(start, byteOf(shared.refused))));
  const check = (place: number) => {
    for (const limit of limits.get(place) ?? []) {
      const isMonthly = rooms.isMonthly(place);
      const excess = vector.not(vector.isAtMost(get(place), vector.constant(limit)));
      const counts = isMonthly ? vector.both(excess, isRunning()) : excess;
      const all = vector.either(vector.local(refused), counts);
      (isMonthly ? body : head).push(...vector.setLocal(refused, all));
    }
  };
  for (const { step, way } of steps) {
    const { primitive, args, out } = step;
    if (way === "kernel") continue;
    if (way === "fold") {
      const { start: from, from: first, next } = primitive.fold as FoldCode;
      const value = get(args[0] as number);
      const counted = first === 0 ? value : vector.choose(isRunning(), value, vector.constant(from));
      const folded = newLocal(out);
      head.push(...vector.setLocal(folded, vector.constant(from)));
      body.push(...vector.setLocal(folded, next(vector.local(folded), counted)));
      tail.push(...vector.store(start, byteOf(rooms.of(out)), vector.local(folded)));
      continue;
    }
    const code = way === "monthly" ? body : head;
    const value = primitive.code?.(args.map(get), at) ?? [];
    code.push(...vector.setLocal(newLocal(out), value));
    if (shared.stored.has(out)) {
      code.push(...vector.store(way === "monthly" ? inMonth : start, byteOf(rooms.of(out)), get(out)));
    }
    check(out);
  }
  for (const place of checks) check(place);
  tail.push(...vector.store(start, byteOf(shared.refused), vector.local(refused)));
  const loop = body.length === 0 ? [] : vector.repeat(bytesPerPair, (months + 1) * bytesPerPair, body);
  return { vectors, code: [...head, ...loop, ...tail] };
}

/** The largest values that places may have in the months of service. */
function limitsOf({ program }: Known, steps: readonly Step[], places: ReadonlySet<number>): Map<number, number[]> {
  const limits = new Map<number, number[]>();
  const limit = (place: number, most: number) => limits.set(place, [...(limits.get(place) ?? []), most]);
  for (const { primitive, out } of steps) if (primitive.limit !== undefined) limit(out, primitive.limit);
  for (const [{ atMost }, place] of program.quantities) {
    const isMonthly = program.places[place]?.shape === "monthly";
    if (atMost !== undefined && isMonthly && places.has(place)) limit(place, atMost);
  }
  return limits;
}

/**
 * Compiles a program for samples in which some inputs change.
 *
 * @param wanted the quantities that are asked for afterwards
 * @returns nothing where this place runs no such code, or something is refused without them
 */
export function pairProgram(known: Known, wanted: readonly Quantity[]): PairProgram | undefined {
  const { program, base } = known;
  if (typeof WebAssembly === "undefined" || base.excesses.length > 0) return undefined;
  const { months } = base;
  const { steps, places } = changingSteps(known);
  const staged = stagesOf(steps, program.places);
  const count = 1 + Math.max(0, ...staged.map(({ stage }) => stage));
  const rooms = new Rooms(program, months);
  const maker = new Map(staged.map((each) => [each.step.out, each]));
  const wantedPlaces = wanted.map((quantity) => program.quantities.get(quantity) as number);
  const stored = new Set(wantedPlaces);
  for (const { step, stage, way } of staged) {
    for (const arg of step.args) if (way === "kernel" || maker.get(arg)?.stage !== stage) stored.add(arg);
  }
  const limits = limitsOf(known, steps, places);
  const [isRunning, month, refused] = [rooms.take(months + 1), rooms.take(months + 1), rooms.take(1)];
  const shared: Shared = { rooms, months, isRunning, month, refused, stored, limits };
  for (const place of stored) rooms.of(place);
  const inStage = (stage: number) => staged.filter((each) => each.stage === stage);
  const functions = Array.from({ length: count }, (_, stage) => {
    const ofStage = inStage(stage);
    const checks = ofStage.filter(({ way, step }) => way === "kernel" && limits.has(step.out));
    return stageCode(
      ofStage,
      checks.map(({ step }) => step.out),
      shared,
    );
  });
  for (const { step, way } of staged)
    if (way === "kernel") for (const place of [...step.args, step.out]) rooms.of(place);
  const made = instantiate(functions, rooms.cells);
  if (!made) return undefined;
  const { cells, run } = made;
  for (let t = 0; t <= months; t++) {
    cells.fill(t, month + t * samples, month + (t + 1) * samples);
    if (t > 0) new Int32Array(cells.buffer, byteOf(isRunning + t * samples), 4).fill(-1);
  }
  for (const [place, offset] of rooms.taken) {
    if (places.has(place)) continue;
    const values = base.valuesAt(place);
    for (let t = 0; t < values.length; t++) {
      cells.fill(values[t] as number, offset + t * samples, offset + (t + 1) * samples);
    }
  }
  const frame: Frame = {
    ...{ cells, months, samples },
    refuse: () => {
      throw new Error("a word that refuses has no code");
    },
  };
  const kernels = Array.from({ length: count }, (_, stage) =>
    inStage(stage)
      .filter(({ way }) => way === "kernel")
      .map(({ step: { primitive, args, out } }) => ({
        kernel: primitive.kernel,
        out: rooms.of(out),
        at: args.map((arg) => rooms.of(arg)),
        step: args.map((arg) => (rooms.isMonthly(arg) ? samples : 0)),
      })),
  );
  const masks = new Int32Array(cells.buffer, byteOf(refused), 4);
  return {
    cells,
    cellOf: (input) => rooms.of(program.givens.get(input) as number),
    run: () => {
      masks.fill(0);
      for (let stage = 0; stage < count; stage++) {
        for (const { kernel, out, at, step } of kernels[stage] as (typeof kernels)[number])
          kernel(frame, out, at, step);
        run[stage]?.();
      }
    },
    isRefused: (sample) => masks[2 * sample] !== 0,
    at: (quantity) => {
      const place = program.quantities.get(quantity) as number;
      return { offset: rooms.of(place), step: rooms.isMonthly(place) ? samples : 0 };
    },
  };
}

/** Makes a module over a memory of so many doubles. A page's security policy, or an old browser, may forbid it. */
function instantiate(functions: readonly FunctionBody[], cells: number) {
  try {
    const memory = new WebAssembly.Memory({ initial: Math.ceil(byteOf(cells) / bytesPerPage) });
    const instance = new WebAssembly.Instance(new WebAssembly.Module(moduleOf(functions)), { m: { m: memory } });
    const run = functions.map((_, i) => instance.exports[`${i}`] as () => void);
    return { run, cells: new Float64Array(memory.buffer) };
  } catch (error) {
    if (error instanceof WebAssembly.CompileError || error instanceof EvalError) return undefined;
    throw error;
  }
}
