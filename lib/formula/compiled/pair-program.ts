import type { Program, Step } from "../compile";
import type { Evaluation } from "../evaluate";
import type { Frame, InputTerm, Quantity } from "../node";
import type { Bytes, FunctionBody } from "./bytes";
import type { FoldCode } from "./code";
import { type Instance, ModuleWriter, type VectorFunction } from "./module-writer";
import { call, integer, isZero, local, repeat, setLocal, when } from "./scalar";
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

  /** @param months how many, of two samples each */
  take(months: number): number {
    return this.takeCells(months * samples);
  }

  takeCells(cells: number): number {
    const offset = this.next;
    this.next += cells;
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
  readonly module: ModuleWriter;
}

const start: Bytes = integer(0);
const inMonth: Bytes = local(0);
const byteOf = (cell: number) => cell * bytesPerDouble;

/** Writes the code of one stage. */
function stageCode(steps: readonly StagedStep[], checks: readonly number[], shared: Shared): FunctionBody {
  const { rooms, months, limits, module } = shared;
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
    if (known !== undefined) return local(known);
    const index = newLocal(key);
    const value = vector.load(isMonthly ? inMonth : start, byteOf(cell));
    (isMonthly ? body : head).push(...setLocal(index, value));
    return local(index);
  };
  const get = (place: number) => {
    const known = locals.get(place);
    return known === undefined ? loaded(place, rooms.isMonthly(place), rooms.of(place)) : local(known);
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
  head.push(...setLocal(refused, vector.load(start, byteOf(shared.refused))));
  const check = (place: number) => {
    for (const limit of limits.get(place) ?? []) {
      const isMonthly = rooms.isMonthly(place);
      const excess = vector.not(vector.isAtMost(get(place), vector.constant(limit)));
      const counts = isMonthly ? vector.both(excess, isRunning()) : excess;
      const all = vector.either(local(refused), counts);
      (isMonthly ? body : head).push(...setLocal(refused, all));
    }
  };
  /** Calls a function, in a month only where its arguments are not those of the month before. */
  const callOnce = (of: VectorFunction, args: readonly vector.Expression[], out: number, code: number[]) => {
    const called = setLocal(out, module.call(of, args));
    if (code === head) {
      code.push(...called);
      return;
    }
    const last = args.map(() => ++vectors);
    for (const each of last) head.push(...setLocal(each, vector.constant(Number.NaN)));
    const isSame = args.map((arg, i) => vector.isEqual(arg, local(last[i] as number))).reduce(vector.both);
    const keep = args.flatMap((arg, i) => setLocal(last[i] as number, arg));
    code.push(...when(isZero(vector.areBoth(isSame)), [...called, ...keep]));
  };
  for (const { step, way } of steps) {
    const { primitive, args, out } = step;
    if (way === "kernel") continue;
    if (way === "fold") {
      const { start: from, from: first, next } = primitive.fold as FoldCode;
      const value = get(args[0] as number);
      const counted = first === 0 ? value : vector.choose(isRunning(), value, vector.constant(from));
      const folded = newLocal(out);
      head.push(...setLocal(folded, vector.constant(from)));
      body.push(...setLocal(folded, next(local(folded), counted, at)));
      tail.push(...vector.store(start, byteOf(rooms.of(out)), local(folded)));
      continue;
    }
    const code = way === "monthly" ? body : head;
    if (primitive.code) code.push(...setLocal(newLocal(out), primitive.code(args.map(get), at)));
    else callOnce(primitive.vector as VectorFunction, args.map(get), newLocal(out), code);
    if (shared.stored.has(out)) {
      code.push(...vector.store(way === "monthly" ? inMonth : start, byteOf(rooms.of(out)), get(out)));
    }
    check(out);
  }
  for (const place of checks) check(place);
  tail.push(...vector.store(start, byteOf(shared.refused), local(refused)));
  const end = integer((months + 1) * bytesPerPair);
  const loop = body.length === 0 ? [] : repeat(0, start, end, bytesPerPair, body);
  const types = ["i32" as const, ...Array.from({ length: vectors }, () => "v128" as const)];
  return { params: [], locals: types, code: [...head, ...loop, ...tail] };
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
  const module = new ModuleWriter(months, (size) => byteOf(rooms.takeCells(size)));
  const shared: Shared = { rooms, months, isRunning, month, refused, stored, limits, module };
  for (const place of stored) rooms.of(place);
  let frame: Frame | undefined;
  let instance: Instance | undefined;
  const rowCode = ({ primitive, args, out }: Step): Bytes => {
    const at = args.map((arg) => rooms.of(arg));
    const step = args.map((arg) => (rooms.isMonthly(arg) ? samples : 0));
    const to = rooms.of(out);
    const { routine, assisted, kernel } = primitive;
    if (routine) return routine(module, { out: byteOf(to), at: at.map(byteOf), step: step.map(byteOf) });
    if (!assisted) return module.callKernel(() => kernel(frame as Frame, to, at, step));
    const make = module.assist(assisted);
    return module.callKernel(() => make(instance as Instance)(frame as Frame, to, at, step));
  };
  const run = module.addExported({
    ...{ params: [], locals: [] },
    code: Array.from({ length: count }, (_, stage) => {
      const ofStage = staged.filter((each) => each.stage === stage);
      const rows = ofStage.filter(({ way }) => way === "kernel").map(({ step }) => step);
      const checks = rows.map(({ out }) => out).filter((out) => limits.has(out));
      return [...rows.flatMap(rowCode), ...call(module.add(stageCode(ofStage, checks, shared)), [])];
    }).flat(),
  });
  instance = instantiate(module, rooms.cells);
  if (!instance) return undefined;
  const { cells } = instance;
  const work = instance.functionOf(run);
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
  frame = {
    ...{ cells, months, samples },
    refuse: () => {
      throw new Error("a word that refuses has no code");
    },
  };
  const masks = new Int32Array(cells.buffer, byteOf(refused), 4);
  return {
    cells,
    cellOf: (input) => rooms.of(program.givens.get(input) as number),
    run: () => {
      masks.fill(0);
      work();
    },
    isRefused: (sample) => masks[2 * sample] !== 0,
    at: (quantity) => {
      const place = program.quantities.get(quantity) as number;
      return { offset: rooms.of(place), step: rooms.isMonthly(place) ? samples : 0 };
    },
  };
}

/** Makes a module over a memory of so many doubles. A page's security policy, or an old browser, may forbid it. */
function instantiate(module: ModuleWriter, cells: number): Instance | undefined {
  try {
    return module.instantiate(new WebAssembly.Memory({ initial: Math.ceil(byteOf(cells) / bytesPerPage) }));
  } catch (error) {
    if (error instanceof WebAssembly.CompileError || error instanceof EvalError) return undefined;
    throw error;
  }
}
