import type { Program, Step } from "../compile";
import type { Evaluation } from "../evaluate";
import type { Frame } from "../kernel";
import type { InputTerm, Quantity } from "../node";
import type { Bytes } from "./bytes";
import { instantiate, ModuleWriter } from "./module-writer";
import { byteOf, bytesPerPair, Rooms, samples } from "./rooms";
import { call } from "./scalar";
import { type Shared, stageCode } from "./stage-code";
import { stagesOf } from "./stages";

interface Known {
  readonly program: Program;
  /** The program with every input at some value: what no changing input reaches is taken from it. */
  readonly base: Evaluation;
  readonly changing: ReadonlySet<InputTerm>;
}

/** Where something begins in the memory, in bytes, and how far one of its months is from the next. */
export interface PlaceInMemory {
  readonly at: number;
  readonly step: number;
}

/** Code that is run with a program, before and after it; local 0 is what it is told. */
export interface Around<Places> {
  /** The same for the same code around one program. */
  readonly key: string;
  readonly write: (
    module: ModuleWriter,
    placeOf: (of: Quantity | InputTerm) => PlaceInMemory,
  ) => { readonly before: Bytes; readonly after: Bytes; readonly places: Places };
}

const nothing: Around<undefined> = { key: "", write: () => ({ before: [], after: [], places: undefined }) };

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

/** Code for a program over a horizon, by what changes and what is wanted; the same whatever the figures are. */
interface Machine<Places> {
  /** Tells machines of one program apart. */
  readonly shape: string;
  readonly cells: Float64Array;
  readonly rooms: Rooms;
  /** Works both samples out. */
  readonly work: (at: number) => void;
  /** What is refused, as a mask. */
  readonly masks: Int32Array;
  /** The places that change with the samples. */
  readonly changing: ReadonlySet<number>;
  /** Where the code around it has what. */
  readonly places: Places;
  /** Whose figures lie in the cells where nothing changes. */
  filledFrom: Evaluation | null;
}

function makeMachine<Places>(
  known: Known,
  wantedPlaces: readonly number[],
  around: Around<Places>,
  shape: string,
): Machine<Places> | undefined {
  const { program, base } = known;
  const { months } = base;
  const { steps, places } = changingSteps(known);
  const staged = stagesOf(steps, program.places);
  const count = 1 + Math.max(0, ...staged.map(({ stage }) => stage));
  const rooms = new Rooms(program, months);
  const maker = new Map(staged.map((each) => [each.step.out, each]));
  const stored = new Set(wantedPlaces);
  for (const { step, stage, way } of staged) {
    for (const arg of step.args) if (way === "kernel" || maker.get(arg)?.stage !== stage) stored.add(arg);
  }
  const limits = limitsOf(known, steps, places);
  const [month, refused] = [rooms.take(months + 1), rooms.take(1)];
  const module = new ModuleWriter(months, (size) => byteOf(rooms.takeCells(size)));
  const shared: Shared = { rooms, months, month, refused, stored, limits, module };
  for (const place of stored) rooms.of(place);
  // All memory is taken before there is any.
  for (const [input, place] of program.givens) if (known.changing.has(input)) rooms.of(place);
  let frame: Frame | undefined;
  const rowCode = ({ primitive, args, out }: Step): Bytes => {
    const at = args.map((arg) => rooms.of(arg));
    const step = args.map((arg) => (rooms.isMonthly(arg) ? samples : 0));
    const to = rooms.of(out);
    const { routine, kernel } = primitive;
    if (routine) return routine(module, { out: byteOf(to), at: at.map(byteOf), step: step.map(byteOf) });
    return module.callKernel(() => kernel(frame as Frame, to, at, step));
  };
  const placeOf = (of: Quantity | InputTerm): PlaceInMemory => {
    const place = program.givens.get(of as InputTerm) ?? (program.quantities.get(of as Quantity) as number);
    return { at: byteOf(rooms.of(place)), step: rooms.isMonthly(place) ? bytesPerPair : 0 };
  };
  const { before, after, places: ofAround } = around.write(module, placeOf);
  const work = Array.from({ length: count }, (_, stage) => {
    const ofStage = staged.filter((each) => each.stage === stage);
    const rows = ofStage.filter(({ way }) => way === "kernel").map(({ step }) => step);
    const checks = rows.map(({ out }) => out).filter((out) => limits.has(out));
    return [rows.map(rowCode), call(module.add(stageCode(ofStage, checks, shared)), [])];
  });
  const run = module.addExported({ params: ["i32"], locals: [], code: [before, work, after] });
  const instance = instantiate(module, rooms.cells);
  if (!instance) return undefined;
  const { cells } = instance;
  for (let t = 0; t <= months; t++) cells.fill(t, month + t * samples, month + (t + 1) * samples);
  frame = {
    ...{ cells, months, samples },
    refuse: () => {
      throw new Error("a word that refuses has no code");
    },
  };
  const masks = new Int32Array(cells.buffer, byteOf(refused), 4);
  return {
    ...{ shape, cells, rooms, masks, changing: places, places: ofAround },
    work: instance.functionOf(run),
    filledFrom: null,
  };
}

/** Puts figures where nothing changes. */
function fill(machine: Machine<unknown>, base: Evaluation): void {
  const { cells, rooms, changing } = machine;
  for (const [place, offset] of rooms.taken) {
    if (changing.has(place)) continue;
    const values = base.valuesAt(place);
    for (let t = 0; t < values.length; t++) {
      cells.fill(values[t] as number, offset + t * samples, offset + (t + 1) * samples);
    }
  }
  machine.filledFrom = base;
}

/**
 * The machine that was last made of each program: one keystroke seldom changes its shape, and code that an engine has
 * made fast goes on being used.
 */
const machines = new WeakMap<Program, Machine<unknown>>();

function machineOf<Places>(
  known: Known,
  wantedPlaces: readonly number[],
  around: Around<Places>,
): Machine<Places> | undefined {
  const { program, base, changing } = known;
  const inputs = [...program.givens].filter(([input]) => changing.has(input)).map(([, place]) => place);
  const shape = [[around.key, base.months], inputs, wantedPlaces].map((each) => each.join()).join("/");
  const last = machines.get(program);
  if (last?.shape === shape) return last as Machine<Places>;
  const made = makeMachine(known, wantedPlaces, around, shape);
  if (made) machines.set(program, made);
  return made;
}

/**
 * A program that works out two samples at a time by machine code of its own: what changes with the samples, that is.
 *
 * A class, as an engine drops the fast code of closures, and of what calls them, once the last of them is gone.
 */
export class PairProgram<Places = undefined> {
  constructor(
    private readonly machine: Machine<Places>,
    private readonly program: Program,
    private readonly base: Evaluation,
  ) {}

  get cells(): Float64Array {
    return this.machine.cells;
  }

  /** Where the code around it has what. */
  get places(): Places {
    return this.machine.places;
  }

  /** Where the two values of an input that changes with the samples lie in the cells, to be set before a run. */
  cellOf(input: InputTerm): number {
    return this.machine.rooms.of(this.program.givens.get(input) as number);
  }

  /** Works both samples out. @param at what the code around it is told */
  run(at = 0): void {
    const { machine, base } = this;
    if (machine.filledFrom !== base) fill(machine, base);
    machine.masks.fill(0);
    machine.work(at);
  }

  /** Whether a value of the sample is too large to mean anything. */
  isRefused(sample: 0 | 1): boolean {
    return this.machine.masks[2 * sample] !== 0;
  }

  /**
   * Where a quantity begins in the cells, and how far one of its months is from the next: 0 where it does not change.
   */
  at(quantity: Quantity): { readonly offset: number; readonly step: number } {
    const { rooms } = this.machine;
    const place = this.program.quantities.get(quantity) as number;
    return { offset: rooms.of(place), step: rooms.isMonthly(place) ? samples : 0 };
  }
}

/**
 * Compiles a program for samples in which some inputs change. Programs of one shape share a machine: what one leaves in
 * the cells is there until another runs.
 *
 * @param wanted the quantities that are asked for afterwards
 * @returns nothing where this place runs no such code, or something is refused without them
 */
export function pairProgram(known: Known, wanted: readonly Quantity[]): PairProgram | undefined;
export function pairProgram<Places>(
  known: Known,
  wanted: readonly Quantity[],
  around: Around<Places>,
): PairProgram<Places> | undefined;
export function pairProgram(
  known: Known,
  wanted: readonly Quantity[],
  around: Around<unknown> = nothing,
): PairProgram<unknown> | undefined {
  const { program, base } = known;
  if (base.excesses.length > 0) return undefined;
  const wantedPlaces = wanted.map((quantity) => program.quantities.get(quantity) as number);
  const machine = machineOf(known, wantedPlaces, around);
  return machine && new PairProgram(machine, program, base);
}
