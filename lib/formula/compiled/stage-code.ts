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
  /** The row of the month's number. */
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

/** Writes the code of one stage. Month 0 is written by itself: then no month need ask whether it is one of service. */
class StageWriter {
  private readonly head: Bytes[] = [];
  private readonly tail: Bytes[] = [];
  private readonly locals = new Map<number | string, number>();
  private vectors = 0;
  /** What lies in its local: throughout, and in the month that is being written. */
  private readonly ready = new Set<number | string>();
  private readyInMonth = new Set<number | string>();

  constructor(private readonly shared: Shared) {}

  /** The local of something, the same in each month. */
  private localOf(key: number | string): number {
    const known = this.locals.get(key);
    if (known !== undefined) return known;
    const index = ++this.vectors;
    this.locals.set(key, index);
    return index;
  }

  /** Keeps a value in the local of something, and gives what reads it. */
  private keep(code: Bytes[], key: number | string, value: vector.Expression): vector.Expression {
    const index = this.localOf(key);
    code.push(setLocal(index, value));
    (code === this.head ? this.ready : this.readyInMonth).add(key);
    return local(index);
  }

  /** Reads a place, from memory where no code of this stage has made it. */
  private get(code: Bytes[], place: number): vector.Expression {
    if (this.ready.has(place) || this.readyInMonth.has(place)) return local(this.localOf(place));
    const { rooms } = this.shared;
    const isMonthly = rooms.isMonthly(place);
    const value = vector.load(isMonthly ? inMonth : start, byteOf(rooms.of(place)));
    return this.keep(isMonthly ? code : this.head, place, value);
  }

  private monthIn(code: Bytes[], isFirst: boolean): vector.Expression {
    if (isFirst) return vector.constant(0);
    if (this.readyInMonth.has("month")) return local(this.localOf("month"));
    return this.keep(code, "month", vector.load(inMonth, byteOf(this.shared.month)));
  }

  private check(code: Bytes[], place: number): void {
    for (const limit of this.shared.limits.get(place) ?? []) {
      const excess = vector.not(vector.isAtMost(this.get(code, place), vector.constant(limit)));
      const refused = this.localOf("refused");
      code.push(setLocal(refused, vector.either(local(refused), excess)));
    }
  }

  /** Works a step out whose arguments are ready. @param isFirst in month 0 */
  private work({ step, way }: StagedStep, code: Bytes[], isFirst: boolean): void {
    const { shared } = this;
    const { primitive, args, out } = step;
    const given = args.map((arg) => this.get(code, arg));
    const writer = this;
    const at = {
      get month() {
        return writer.monthIn(code, isFirst);
      },
      inService: (value: vector.Expression) => (isFirst ? vector.constant(0) : value),
    };
    if (primitive.code) this.keep(code, out, primitive.code(given, at));
    else this.callOnce(primitive.vector as VectorFunction, given, out, code, isFirst);
    if (shared.stored.has(out)) {
      code.push(vector.store(way === "monthly" ? inMonth : start, byteOf(shared.rooms.of(out)), this.get(code, out)));
    }
  }

  /** Calls a function, in a month only where its arguments are not those of the month before. */
  private callOnce(
    of: VectorFunction,
    args: readonly vector.Expression[],
    out: number,
    code: Bytes[],
    isFirst: boolean,
  ): void {
    const called: Bytes[] = [];
    this.keep(called, out, this.shared.module.call(of, args));
    if (code === this.head) {
      this.ready.add(out);
      code.push(called);
      return;
    }
    const last = args.map((_, i) => this.localOf(`argument ${i} of ${out}`));
    called.push(args.map((arg, i) => setLocal(last[i] as number, arg)));
    const isSame = args.map((arg, i) => vector.isEqual(arg, local(last[i] as number))).reduce(vector.both);
    code.push(isFirst ? called : when(isZero(vector.areBoth(isSame)), called));
  }

  private fold({ step }: StagedStep, code: Bytes[], isFirst: boolean): void {
    const { start: from, from: first, next } = step.primitive.fold as FoldCode;
    const value = this.get(code, step.args[0] as number);
    const folded = this.localOf(step.out);
    const month = this.monthIn(code, isFirst);
    const counted = isFirst && first > 0 ? vector.constant(from) : value;
    code.push(setLocal(folded, next(local(folded), counted, { month, inService: (value) => value })));
  }

  /** What is done in a month. */
  private month(steps: readonly StagedStep[], checks: readonly number[], isFirst: boolean): Bytes[] {
    const code: Bytes[] = [];
    this.readyInMonth = new Set();
    for (const each of steps) {
      if (each.way === "fold") this.fold(each, code, isFirst);
      else this.work(each, code, isFirst);
      if (!isFirst && each.way === "monthly") this.check(code, each.step.out);
    }
    // Month 0 needs nothing.
    if (!isFirst) for (const place of checks) this.check(code, place);
    return code;
  }

  write(steps: readonly StagedStep[], checks: readonly number[]): FunctionBody {
    const { head, tail, shared } = this;
    const { rooms, months } = shared;
    const refused = this.keep(head, "refused", vector.load(start, byteOf(shared.refused)));
    const once = steps.filter(({ way }) => way === "once");
    const monthly = steps.filter(({ way }) => way === "monthly" || way === "fold");
    for (const each of once) {
      this.work(each, head, false);
      this.check(head, each.step.out);
    }
    for (const { step, way } of monthly) {
      if (way !== "fold") continue;
      head.push(setLocal(this.localOf(step.out), vector.constant((step.primitive.fold as FoldCode).start)));
      tail.push(vector.store(start, byteOf(rooms.of(step.out)), local(this.localOf(step.out))));
    }
    const isMonthly = (place: number) => rooms.isMonthly(place);
    for (const place of checks) if (!isMonthly(place)) this.check(head, place);
    const monthlyChecks = checks.filter(isMonthly);
    const first = this.month(monthly, monthlyChecks, true);
    const later = this.month(monthly, monthlyChecks, false);
    tail.push(vector.store(start, byteOf(shared.refused), refused));
    const end = integer((months + 1) * bytesPerPair);
    const loop = later.length === 0 ? [] : repeat(0, integer(bytesPerPair), end, bytesPerPair, later);
    const types = ["i32" as const, ...Array.from({ length: this.vectors }, () => "v128" as const)];
    return { params: [], locals: types, code: [head, first, loop, tail] };
  }
}

export const stageCode = (steps: readonly StagedStep[], checks: readonly number[], shared: Shared): FunctionBody =>
  new StageWriter(shared).write(steps, checks);
