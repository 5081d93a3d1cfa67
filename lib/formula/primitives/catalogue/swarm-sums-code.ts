import { gone } from "../../../math/decay";
import { inverseLn2, ln2High, ln2Low } from "../../../math/exp";
import type { Bytes } from "../../compiled/bytes";
import { expOfTwo, inversePowerOf2, logOfTwo } from "../../compiled/elementary";
import { FunctionWriter } from "../../compiled/function-writer";
import type { ModuleWriter } from "../../compiled/module-writer";
import * as scalar from "../../compiled/scalar";
import * as vector from "../../compiled/vector";
import { polynomialLength } from "./ends";
import { mostPoints } from "./rest";
import { certain, seriesBelow, seriesLength } from "./swarm";

/** The loops of swarm-sums.ts on two doubles at once: the same operations in the same order. */

const { add, subtract, multiply, divide, constant } = vector;
const { integer, local } = scalar;
const bytesPerDouble = 8;
const bytesPerPair = 16;

/** e^-x - 1 as lib/math/decay.ts has it; from where all is gone on it comes out as -1. */
function lost(w: FunctionWriter, given: vector.Expression): vector.Expression {
  const keep = (value: vector.Expression) => w.keep("v128", value);
  const x = keep(vector.lesser(given, constant(gone)));
  const k = keep(vector.floor(add(multiply(x, constant(inverseLn2)), constant(0.5))));
  const r = keep(add(subtract(multiply(k, constant(ln2High)), x), multiply(k, constant(ln2Low))));
  const r2 = keep(multiply(r, r));
  const r4 = keep(multiply(r2, r2));
  const four = (a: number, b: number, c: number, d: number) =>
    add(
      add(constant(1 / a), multiply(r, constant(1 / b))),
      multiply(r2, add(constant(1 / c), multiply(r, constant(1 / d)))),
    );
  const [low, middle] = [four(2, 6, 24, 120), four(720, 5040, 40_320, 362_880)];
  const high = four(3_628_800, 39_916_800, 479_001_600, 6_227_020_800);
  const grown = add(r, multiply(r2, add(low, multiply(r4, add(middle, multiply(r4, high))))));
  const scale = keep(inversePowerOf2(k));
  return keep(add(multiply(scale, grown), subtract(scale, constant(1))));
}

/** What a swarm is, of two samples. */
interface SwarmCode {
  readonly stays: vector.Expression;
  readonly f: vector.Expression;
  readonly series: readonly vector.Expression[];
}

/** Reads it, where 1 - f, f and the series lie, each twice. */
function swarmIn(w: FunctionWriter, place: Bytes): SwarmCode {
  const keep = (pair: number) => w.keep("v128", vector.load(place, pair * bytesPerPair));
  return { stays: keep(0), f: keep(1), series: Array.from({ length: seriesLength }, (_, j) => keep(2 + j)) };
}

/** What c users of an item carry for one another. */
function carriedOf(w: FunctionWriter, { stays, f, series }: SwarmCode, c: vector.Expression) {
  const keep = (value: vector.Expression) => w.keep("v128", value);
  const still = keep(multiply(stays, c));
  const isFew = keep(vector.isLess(c, constant(seriesBelow)));
  const isCertain = keep(vector.isGreater(still, constant(certain)));
  const carried = w.local("v128");
  const fc = keep(multiply(f, c));
  w.add(scalar.setLocal(carried, fc));
  const exponentials = w.apart(() => {
    const both = add(fc, multiply(add(constant(1), lost(w, still)), lost(w, fc)));
    w.add(scalar.setLocal(carried, vector.choose(isCertain, fc, both)));
  });
  w.add(scalar.when(scalar.isZero(vector.areBoth(vector.either(isFew, isCertain))), exponentials));
  const few = w.apart(() => {
    const terms = series.reduceRight((sum, term) => add(term, multiply(c, sum)), constant(0));
    w.add(scalar.setLocal(carried, vector.choose(isFew, multiply(multiply(c, c), terms), local(carried))));
  });
  w.add(scalar.when(vector.isEither(isFew), few));
  return local(carried);
}

/** Parameters: popularity, weight, how many bytes of each; 1 - f, f and the series, each twice; points, how many bytes; sums. */
export function carryCode(): FunctionWriter {
  const w = new FunctionWriter({ params: ["i32", "i32", "i32", "i32", "i32", "i32", "i32"] });
  const [popularity, weight, end, swarm, points, pointsEnd, sums] = [0, 1, 2, 3, 4, 5, 6].map((i) => local(i)) as [
    Bytes,
    Bytes,
    Bytes,
    Bytes,
    Bytes,
    Bytes,
    Bytes,
  ];
  const keep = (value: vector.Expression) => w.keep("v128", value);
  const ofSwarm = swarmIn(w, swarm);
  const [j, i] = [w.local("i32"), w.local("i32")];
  const ofPoints = w.apart(() => {
    const concurrent = keep(vector.load(scalar.addIntegers(points, local(j)), 0));
    const sum = w.local("v128");
    w.add(scalar.setLocal(sum, constant(0)));
    const ofPlaces = w.apart(() => {
      const c = keep(multiply(concurrent, vector.loadSplat(scalar.addIntegers(popularity, local(i)), 0)));
      const carried = carriedOf(w, ofSwarm, c);
      const times = vector.loadSplat(scalar.addIntegers(weight, local(i)), 0);
      w.add(scalar.setLocal(sum, add(local(sum), multiply(times, carried))));
    });
    w.add(scalar.repeat(i, integer(0), end, bytesPerDouble, ofPlaces));
    w.add(vector.store(scalar.addIntegers(sums, local(j)), 0, local(sum)));
  });
  w.add(scalar.repeat(j, integer(0), pointsEnd, bytesPerPair, ofPoints));
  return w;
}

/** Of an end: its popularity, its sign, the factor beside f·c, the polynomial, and the series. */
export const endLength = 3 + polynomialLength + seriesLength;

interface EndCode {
  /** Where it lies. */
  readonly end: Bytes;
  /** Where the swarm lies. */
  readonly swarm: Bytes;
  readonly ofSwarm: SwarmCode;
  readonly c: vector.Expression;
}

/** endCorrection(). */
function correctionOf(w: FunctionWriter, { end, swarm, ofSwarm, c }: EndCode): vector.Expression {
  const keep = (value: vector.Expression) => w.keep("v128", value);
  const { stays, f } = ofSwarm;
  const of = (place: number) => vector.loadSplat(end, place * bytesPerDouble);
  const polynomialAt = (x: vector.Expression) =>
    Array.from({ length: polynomialLength }, (_, i) => of(3 + i)).reduceRight(
      (rest, term) => keep(subtract(term, multiply(x, rest))),
      constant(0),
    );
  const correction = w.local("v128");
  const isFew = keep(vector.isLess(c, constant(seriesBelow)));
  const exponentials = w.apart(() => {
    const still = keep(multiply(stays, c));
    const gone = (x: vector.Expression) => keep(multiply(multiply(x, polynomialAt(x)), add(constant(1), lost(w, x))));
    const ofStill = gone(still);
    const usual = subtract(add(multiply(multiply(f, c), of(2)), ofStill), gone(c));
    w.add(scalar.setLocal(correction, usual));
  });
  w.add(scalar.when(scalar.isZero(vector.areBoth(isFew)), exponentials));
  const few = w.apart(() => {
    const series = Array.from({ length: seriesLength }, (_, i) =>
      multiply(vector.load(swarm, (2 + i) * bytesPerPair), of(3 + polynomialLength + i)),
    );
    const terms = series.reduceRight((rest, term) => add(term, multiply(c, rest)), constant(0));
    w.add(scalar.setLocal(correction, vector.choose(isFew, multiply(multiply(c, c), terms), local(correction))));
  });
  w.add(scalar.when(vector.isEither(isFew), few));
  return local(correction);
}

/** Where the ends lie and what is asked of them, by parameters of a function. */
interface Ends {
  readonly ends: Bytes;
  readonly endsEnd: Bytes;
  readonly swarm: Bytes;
}

/** Adds what the ends correct to a sum. */
function addCorrections(w: FunctionWriter, at: Ends, ofSwarm: SwarmCode, concurrent: Bytes, sum: number): void {
  const end = w.local("i32");
  const of = (place: number) => vector.loadSplat(local(end), place * bytesPerDouble);
  const ofEnds = w.apart(() => {
    const c = w.keep("v128", multiply(concurrent, of(0)));
    const correction = correctionOf(w, { end: local(end), swarm: at.swarm, ofSwarm, c });
    w.add(scalar.setLocal(sum, add(local(sum), multiply(of(1), correction))));
  });
  w.add(scalar.repeat(end, at.ends, at.endsEnd, endLength * bytesPerDouble, ofEnds));
}

/**
 * ends.ts, and what is carried as a share. Parameters: the ends, and where they end; 1 - f and f, each twice;
 * points, how many bytes; sums.
 */
export function shareCode(): FunctionWriter {
  const w = new FunctionWriter({ params: ["i32", "i32", "i32", "i32", "i32", "i32"] });
  const [ends, endsEnd, swarm, points, pointsEnd, sums] = [0, 1, 2, 3, 4, 5].map((i) => local(i)) as [
    Bytes,
    Bytes,
    Bytes,
    Bytes,
    Bytes,
    Bytes,
  ];
  const ofSwarm = swarmIn(w, swarm);
  const [j, sum] = [w.local("i32"), w.local("v128")];
  const ofPoints = w.apart(() => {
    const concurrent = w.keep("v128", vector.load(scalar.addIntegers(points, local(j)), 0));
    w.add(scalar.setLocal(sum, vector.load(scalar.addIntegers(sums, local(j)), 0)));
    addCorrections(w, { ends, endsEnd, swarm }, ofSwarm, concurrent, sum);
    w.add(vector.store(scalar.addIntegers(sums, local(j)), 0, divide(local(sum), concurrent)));
  });
  w.add(scalar.repeat(j, integer(0), pointsEnd, bytesPerPair, ofPoints));
  return w;
}

/**
 * What follows the first items of a catalogue whose rest is found by parts: the last of them, which is as popular as the
 * first end, and both ends, whose sum by items is wanted too. Parameters: popularity and weight of the last item; the
 * ends, and where they end; what they are by items; 1 - f, f and the series, each twice; points, how many bytes;
 * sums of the items before, beyond which there is room for those by items.
 */
export function endsCode(): FunctionWriter {
  const w = new FunctionWriter({ params: ["i32", "i32", "i32", "i32", "i32", "i32", "i32", "i32", "i32"] });
  const [popularity, weight, ends, endsEnd, byItems, swarm, points, pointsEnd, sums] = Array.from(
    { length: 9 },
    (_, i) => local(i),
  ) as [Bytes, Bytes, Bytes, Bytes, Bytes, Bytes, Bytes, Bytes, Bytes];
  const keep = (value: vector.Expression) => w.keep("v128", value);
  const ofSwarm = swarmIn(w, swarm);
  const [j, sum] = [w.local("i32"), w.local("v128")];
  const row = (start: Bytes, place: number) => vector.loadSplat(start, place * bytesPerDouble);
  const ofPoints = w.apart(() => {
    const concurrent = keep(vector.load(scalar.addIntegers(points, local(j)), 0));
    const [first, last] = [1, 2].map((place) => {
      return carriedOf(w, ofSwarm, keep(multiply(concurrent, row(popularity, place))));
    }) as [Bytes, Bytes];
    const all = [first, first, last].reduce(
      (before, carried, place) => add(before, multiply(row(weight, place), carried)),
      vector.load(scalar.addIntegers(sums, local(j)), 0),
    );
    w.add(scalar.setLocal(sum, all));
    addCorrections(w, { ends, endsEnd, swarm }, ofSwarm, concurrent, sum);
    w.add(vector.store(scalar.addIntegers(sums, local(j)), 0, divide(local(sum), concurrent)));
    const ofItems = [first, last].reduce<Bytes>(
      (before, carried, place) => add(before, multiply(row(byItems, place), carried)),
      constant(0),
    );
    w.add(vector.store(scalar.addIntegers(sums, local(j)), mostPoints * bytesPerDouble, divide(ofItems, concurrent)));
  });
  w.add(scalar.repeat(j, integer(0), pointsEnd, bytesPerPair, ofPoints));
  return w;
}

/** Parameters: a row, how many bytes of it; the room may hold one value more. */
export function raiseCode(module: ModuleWriter): FunctionWriter {
  const w = new FunctionWriter({ params: ["i32", "i32"] });
  const at = w.local("i32");
  const place = scalar.addIntegers(local(0), local(at));
  const body = vector.store(place, 0, module.call(expOfTwo, [vector.load(place, 0)]));
  w.add(scalar.repeat(at, integer(0), local(1), bytesPerPair, body));
  return w;
}

/**
 * Parameters: the cells asked and those filled in, of month 0, how far each month is from the next, the last month;
 * coefficients, the last of them; the middle and the half. Two months are worked out at a time, the last one again
 * where it is left over.
 */
export function interpolateCode(module: ModuleWriter): FunctionWriter {
  const w = new FunctionWriter({
    params: ["i32", "i32", "i32", "i32", "i32", "i32", "i32", "f64", "f64"],
  });
  const [from, fromStep, to, toStep, last, coefficients, lastCoefficient, middle, half] = Array.from(
    { length: 9 },
    (_, i) => local(i),
  ) as [Bytes, Bytes, Bytes, Bytes, Bytes, Bytes, Bytes, Bytes, Bytes];
  const keep = (value: vector.Expression) => w.keep("v128", value);
  const [middles, halves] = [keep(vector.splat(middle)), keep(vector.splat(half))];
  const [t, k] = [w.local("i32"), w.local("i32")];
  /** Pairs of months side by side, for one waits for the operation before. */
  const pairs = 2;
  const body = w.apart(() => {
    const months = Array.from({ length: 2 * pairs }, (_, ahead) => {
      const month = scalar.addIntegers(local(t), integer(ahead));
      return w.keep("i32", scalar.least(month, last));
    });
    const read = (month: Bytes) => scalar.load(scalar.addIntegers(from, scalar.multiplyIntegers(month, fromStep)));
    const lanes = Array.from({ length: pairs }, (_, p) => {
      const c = keep(vector.pair(read(months[2 * p] as Bytes), read(months[2 * p + 1] as Bytes)));
      const place = keep(divide(subtract(module.call(logOfTwo, [c]), middles), halves));
      const [ahead, next] = [w.local("v128"), w.local("v128")];
      w.add([scalar.setLocal(ahead, constant(0)), scalar.setLocal(next, constant(0))]);
      return { place, twice: keep(multiply(constant(2), place)), ahead, next };
    });
    const coefficient = w.local("v128");
    const load = (at: Bytes) => scalar.setLocal(coefficient, vector.loadSplat(scalar.addIntegers(coefficients, at), 0));
    const step = w.apart(() => {
      w.add(load(scalar.subtractIntegers(lastCoefficient, local(k))));
      for (const { twice, ahead, next } of lanes) {
        const now = keep(add(multiply(twice, local(ahead)), subtract(local(coefficient), local(next))));
        w.add([scalar.setLocal(next, local(ahead)), scalar.setLocal(ahead, now)]);
      }
    });
    w.add(scalar.repeat(k, integer(0), lastCoefficient, bytesPerDouble, step));
    w.add(load(integer(0)));
    for (const [p, { place, ahead, next }] of lanes.entries()) {
      const value = keep(add(multiply(place, local(ahead)), subtract(local(coefficient), local(next))));
      for (const lane of [0, 1] as const) {
        const month = months[2 * p + lane] as Bytes;
        const cell = scalar.addIntegers(to, scalar.multiplyIntegers(month, toStep));
        w.add(scalar.store(cell, vector.lane(value, lane)));
      }
    }
  });
  w.add(scalar.repeat(t, integer(0), scalar.addIntegers(last, integer(1)), 2 * pairs, body));
  return w;
}
