import type { Bytes, FunctionBody } from "./bytes";
import type { FoldCode } from "./code";
import type { ModuleWriter, VectorFunction } from "./module-writer";
import { byteOf, bytesPerPair, type Rooms } from "./rooms";
import { integer, isZero, local, repeat, setLocal, when } from "./scalar";
import type { StagedStep } from "./stages";
import * as vector from "./vector";

/** Where the code of all stages finds what is not a place. */
export interface Shared {
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

/** Writes the code of one stage. */
export function stageCode(steps: readonly StagedStep[], checks: readonly number[], shared: Shared): FunctionBody {
  const { rooms, months, limits, module } = shared;
  const head: Bytes[] = [];
  const body: Bytes[] = [];
  const tail: Bytes[] = [];
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
    (isMonthly ? body : head).push(setLocal(index, value));
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
  head.push(setLocal(refused, vector.load(start, byteOf(shared.refused))));
  const check = (place: number) => {
    for (const limit of limits.get(place) ?? []) {
      const isMonthly = rooms.isMonthly(place);
      const excess = vector.not(vector.isAtMost(get(place), vector.constant(limit)));
      const counts = isMonthly ? vector.both(excess, isRunning()) : excess;
      const all = vector.either(local(refused), counts);
      (isMonthly ? body : head).push(setLocal(refused, all));
    }
  };
  /** Calls a function, in a month only where its arguments are not those of the month before. */
  const callOnce = (of: VectorFunction, args: readonly vector.Expression[], out: number, code: Bytes[]) => {
    const called = setLocal(out, module.call(of, args));
    if (code === head) {
      code.push(called);
      return;
    }
    const last = args.map(() => ++vectors);
    for (const each of last) head.push(setLocal(each, vector.constant(Number.NaN)));
    const isSame = args.map((arg, i) => vector.isEqual(arg, local(last[i] as number))).reduce(vector.both);
    const keep = args.map((arg, i) => setLocal(last[i] as number, arg));
    code.push(when(isZero(vector.areBoth(isSame)), [called, keep]));
  };
  for (const { step, way } of steps) {
    const { primitive, args, out } = step;
    if (way === "kernel") continue;
    if (way === "fold") {
      const { start: from, from: first, next } = primitive.fold as FoldCode;
      const value = get(args[0] as number);
      const counted = first === 0 ? value : vector.choose(isRunning(), value, vector.constant(from));
      const folded = newLocal(out);
      head.push(setLocal(folded, vector.constant(from)));
      body.push(setLocal(folded, next(local(folded), counted, at)));
      tail.push(vector.store(start, byteOf(rooms.of(out)), local(folded)));
      continue;
    }
    const code = way === "monthly" ? body : head;
    if (primitive.code) code.push(setLocal(newLocal(out), primitive.code(args.map(get), at)));
    else callOnce(primitive.vector as VectorFunction, args.map(get), newLocal(out), code);
    if (shared.stored.has(out)) {
      code.push(vector.store(way === "monthly" ? inMonth : start, byteOf(rooms.of(out)), get(out)));
    }
    check(out);
  }
  for (const place of checks) check(place);
  tail.push(vector.store(start, byteOf(shared.refused), local(refused)));
  const end = integer((months + 1) * bytesPerPair);
  const loop = body.length === 0 ? [] : repeat(0, start, end, bytesPerPair, body);
  const types = ["i32" as const, ...Array.from({ length: vectors }, () => "v128" as const)];
  return { params: [], locals: types, code: [head, loop, tail] };
}
